using System.Reflection;
using Custodia.Server;
using Microsoft.AspNetCore.Components;

namespace Custodia.Browser.Tests;

/// <summary>
/// An address for each page of the product in the small State, by the template under which the page is reached. A page
/// that is missing here fails a test, so that what is checked on every page is checked on the next one too.
/// </summary>
internal static class PageSamples
{
    /// <summary>Addresses by template; several where a page has different faces.</summary>
    public static IReadOnlyDictionary<string, string[]> Addresses { get; } = new Dictionary<string, string[]>
    {
        ["/"] = ["/", "/?asOf=2021-01-01", "/?asOf=2026-02-30"],
        ["/access"] = ["/access", "/access?kind=Door"],
        ["/account"] = ["/account"],
        ["/account/second-factor"] = ["/account/second-factor"],
        ["/approvals"] = ["/approvals", "/approvals?which=All"],
        ["/approvals/{Number:long}"] = ["/approvals/1"],
        ["/commitments"] = ["/commitments", "/commitments?asOf=2016-05-08"],
        ["/commitments/documents"] = ["/commitments/documents", "/commitments/documents?asOf=2016-05-08"],
        ["/commitments/documents/{Id}"] = ["/commitments/documents/C14", "/commitments/documents/NONE"],
        ["/commitments/indicators"] = ["/commitments/indicators"],
        ["/commitments/indicators/{Id}"] = ["/commitments/indicators/IND-M01", "/commitments/indicators/IND-T01", "/commitments/indicators/NONE"],
        ["/commitments/instruments"] = ["/commitments/instruments"],
        ["/commitments/items/{Id}"] = ["/commitments/items/C10-01", "/commitments/items/NONE"],
        ["/enrol"] = ["/enrol"],
        ["/error"] = ["/error"],
        ["/find"] = ["/find", "/find?q=uranium", "/find?q=QQQQ"],
        ["/glossary"] = ["/glossary", "/glossary?contains=MUF"],
        ["/glossary/{Id}"] = ["/glossary/muf", "/glossary/none"],
        ["/import"] = ["/import"],
        ["/journal"] = ["/journal", "/journal?kind=balance-closed&mba=ZLFB"],
        ["/journal/{Number:long}"] = ["/journal/60", "/journal/99999"],
        ["/journal/keys"] = ["/journal/keys"],
        ["/journal/witnesses"] = ["/journal/witnesses"],
        ["/mba"] = ["/mba"],
        ["/mba/{Code}"] = ["/mba/ZLFB?material=E/G", "/mba/ZLCA", "/mba/NONE"],
        ["/mba/{Code}/balance"] = ["/mba/ZLFB/balance?day=2026-06-30"],
        ["/mba/{Code}/batch/{*Name}"] = ["/mba/ZLFB/batch/FA2601?depth=5"],
        ["/mba/{Code}/batches"] = ["/mba/ZLFB/batches?empty=true"],
        ["/mba/{Code}/inventories"] = ["/mba/ZLFB/inventories"],
        ["/mba/{Code}/reports"] = ["/mba/ZLFB/reports"],
        ["/mba/{Code}/structure"] = ["/mba/ZLFB/structure"],
        ["/me"] = ["/me"],
        ["/not-found"] = ["/not-found"],
        ["/people"] = ["/people", "/people?left=true&role=inspector"],
        ["/people/emergencies"] = ["/people/emergencies", "/people/emergencies?all=true"],
        ["/people/new"] = ["/people/new"],
        ["/people/organisations"] = ["/people/organisations"],
        ["/people/roles"] = ["/people/roles"],
        ["/people/{Id}"] = ["/people/n0"],
        ["/reports"] = ["/reports"],
        ["/reports/{Mba}/{Type}/{Number:int}"] = ["/reports/ZLFB/mbr/1", "/reports/ZLFB/icr/1?profile=fixed-r01"],
        ["/setup"] = ["/setup"],
        ["/sign-in"] = ["/sign-in", "/sign-in?done=out"],
        ["/sign-in/second"] = ["/sign-in/second"],
        ["/styleguide"] = ["/styleguide?asOf=2026-03-31&knownAt=120"],
        ["/work"] = ["/work", "/work?asOf=2026-07-01"],
    };

    /// <summary>Templates of the pages on which somebody signs in: they are not of the books, and of no day.</summary>
    public static IReadOnlySet<string> OfSignIn { get; } = new HashSet<string>
    {
        "/account", "/account/second-factor", "/enrol", "/setup", "/sign-in", "/sign-in/second",
    };

    /// <summary>Every address.</summary>
    public static IEnumerable<string> All => Addresses.Values.SelectMany(addresses => addresses);

    /// <summary>The templates of all pages that the product has.</summary>
    public static IEnumerable<string> Templates =>
        from type in typeof(CustodiaHost).Assembly.GetTypes()
        from route in type.GetCustomAttributes<RouteAttribute>()
        select route.Template;
}
