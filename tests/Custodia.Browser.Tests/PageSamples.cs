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
        ["/arms-control"] = ["/arms-control", "/arms-control?asOf=2018-03-01"],
        ["/arms-control/declarations"] = ["/arms-control/declarations"],
        ["/arms-control/declarations/{Id}"] = ["/arms-control/declarations/hcoc-2025", "/arms-control/declarations/NONE"],
        ["/arms-control/records"] = ["/arms-control/records"],
        ["/arms-control/statements"] = ["/arms-control/statements"],
        ["/commitments"] = ["/commitments", "/commitments?asOf=2016-05-08"],
        ["/commitments/documents"] = ["/commitments/documents", "/commitments/documents?asOf=2016-05-08"],
        ["/commitments/documents/{Id}"] = ["/commitments/documents/C14", "/commitments/documents/NONE"],
        ["/commitments/1540"] = ["/commitments/1540", "/commitments/1540?section=3ab"],
        ["/commitments/campaigns"] = ["/commitments/campaigns"],
        ["/commitments/campaigns/{Id}"] = ["/commitments/campaigns/NONE"],
        ["/commitments/cooperation"] =
            ["/commitments/cooperation", "/commitments/cooperation?part=assistance", "/commitments/cooperation?part=memberships"],
        ["/commitments/indicators"] = ["/commitments/indicators"],
        ["/commitments/indicators/{Id}"] = ["/commitments/indicators/IND-M01", "/commitments/indicators/IND-T04", "/commitments/indicators/NONE"],
        ["/commitments/reports"] = ["/commitments/reports", "/commitments/reports?kind=onePager&language=both&asOf=2026-06-30"],
        ["/commitments/instruments"] = ["/commitments/instruments"],
        ["/commitments/register"] = ["/commitments/register", "/commitments/register?text=1540", "/commitments/register?text=zzzz"],
        ["/commitments/register/{Id}"] = ["/commitments/register/african-nwfz", "/commitments/register/UNSCR-1540", "/commitments/register/NONE"],
        ["/commitments/summits"] = ["/commitments/summits"],
        ["/commitments/summits/{Id}"] = ["/commitments/summits/NSS2010", "/commitments/summits/NONE"],
        ["/commitments/states"] = ["/commitments/states", "/commitments/states?contains=FI"],
        ["/commitments/calendar"] = ["/commitments/calendar", "/commitments/calendar?year=1960"],
        ["/commitments/instruments/{Id}"] =
        [
            "/commitments/instruments/icsant", "/commitments/instruments/gicnt", "/commitments/instruments/IC908",
            "/commitments/instruments/UNSCR-1540", "/commitments/instruments/NONE",
        ],
        ["/commitments/items/{Id}"] = ["/commitments/items/C10-01", "/commitments/items/NONE"],
        ["/commitments/law"] = ["/commitments/law", "/commitments/law?coverage.gaps=true&asOf=2026-03-31"],
        ["/commitments/law/{Id}"] = ["/commitments/law/NSA-2012", "/commitments/law/NONE"],
        ["/commitments/offences"] = ["/commitments/offences"],
        ["/commitments/actions"] = ["/commitments/actions", "/commitments/actions?step=due-soon"],
        ["/commitments/actions/{Id}"] = ["/commitments/actions/ex-2026-01", "/commitments/actions/NONE"],
        ["/commitments/missions"] = ["/commitments/missions"],
        ["/commitments/missions/{Id}"] = ["/commitments/missions/ippas-2021", "/commitments/missions/NONE"],
        ["/commitments/plan"] = ["/commitments/plan", "/commitments/plan?asOf=2014-01-01"],
        ["/commitments/self-assessment"] = ["/commitments/self-assessment"],
        ["/commitments/self-assessment/{Id}"] = ["/commitments/self-assessment/self-2026", "/commitments/self-assessment/NONE"],
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
        ["/mba/{Code}/evaluation"] =
        [
            "/mba/ZLFB/evaluation?k=0.25&alpha=0.1", "/mba/ZLCA/evaluation",
            "/mba/ZLFB/evaluation?loss=5000&lossFrom=2026-01-01&lossTo=2026-03-31&goal=60000",
        ],
        ["/mba/{Code}/inventories"] = ["/mba/ZLFB/inventories"],
        ["/mba/{Code}/methods"] = ["/mba/ZLFB/methods", "/mba/ZLRA/methods"],
        ["/mba/{Code}/reports"] = ["/mba/ZLFB/reports"],
        ["/mba/{Code}/structure"] = ["/mba/ZLFB/structure"],
        ["/me"] = ["/me"],
        ["/not-found"] = ["/not-found"],
        ["/people"] = ["/people", "/people?left=true&role=inspector"],
        ["/people/emergencies"] = ["/people/emergencies", "/people/emergencies?all=true"],
        ["/people/new"] = ["/people/new"],
        ["/people/organisations"] = ["/people/organisations"],
        ["/people/posts"] = ["/people/posts"],
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
