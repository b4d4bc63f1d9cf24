using System.Globalization;
using System.Resources;
using Custodia.Books;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>The pages of the navigation, by their names in either language.</summary>
/// <param name="text">The texts of the reader's language.</param>
/// <param name="services">Has the desk where a journal is open.</param>
public sealed class PageSource(IStringLocalizer<Text> text, IServiceProvider services) : IFindSource
{
    private static readonly ResourceManager Texts = new(typeof(Text));

    private static readonly CultureInfo[] Languages =
        [CultureInfo.GetCultureInfo(ProductLanguages.English), CultureInfo.GetCultureInfo(ProductLanguages.Chinese)];

    /// <summary>Key of the name and path of each page, and the permissions of which one opens it; none: it is for everybody.</summary>
    internal static readonly (string Key, string Path, string[] AnyOf)[] Pages =
    [
        ("Nav.Overview", "/", []),
        ("Nav.Work", "/work", []),
        ("Nav.Areas", "/mba", ["materials.summary"]),
        ("Nav.Import", "/import", ["materials.account", "materials.correct", "materials.structure"]),
        ("Nav.Reports", "/reports", ["materials.reports"]),
        ("Nav.Wall", "/commitments", ["commitments.read"]),
        ("Nav.Indicators", "/commitments/indicators", ["commitments.read"]),
        ("Nav.Instruments", "/commitments/instruments", ["commitments.read"]),
        ("Nav.Register", "/commitments/register", ["commitments.read"]),
        ("Nav.Summits", "/commitments/summits", ["commitments.read"]),
        ("Nav.States", "/commitments/states", ["commitments.read"]),
        ("Nav.Calendar", "/commitments/calendar", ["commitments.read"]),
        ("Nav.Documents", "/commitments/documents", ["commitments.read"]),
        ("Nav.Law", "/commitments/law", ["commitments.read"]),
        ("Nav.Offences", "/commitments/offences", ["commitments.read"]),
        ("Nav.Campaigns", "/commitments/campaigns", ["commitments.read"]),
        ("Nav.Cooperation", "/commitments/cooperation", ["commitments.read"]),
        ("Nav.Matrix", "/commitments/1540", ["commitments.read"]),
        ("Nav.Missions", "/commitments/missions", ["commitments.read"]),
        ("Nav.Actions", "/commitments/actions", ["commitments.read"]),
        ("Nav.Plan", "/commitments/plan", ["commitments.read"]),
        ("Nav.Self", "/commitments/self-assessment", ["commitments.read"]),
        ("Nav.NewStart", "/arms-control", ["arms-control.read"]),
        ("Nav.Declarations", "/arms-control/declarations", ["arms-control.read"]),
        ("Nav.Statements", "/arms-control/statements", ["arms-control.read"]),
        ("Nav.ProgressReports", "/commitments/reports", ["commitments.read"]),
        ("Nav.Journal", "/journal", []),
        ("Nav.Glossary", "/glossary", []),
        ("Nav.Me", "/me", []),
        ("Nav.Approvals", "/approvals", []),
        ("Nav.People", "/people", ["people.read"]),
        ("Posts.Title", "/people/posts", ["people.read"]),
        ("Nav.Roles", "/people/roles", []),
        ("Nav.Emergencies", "/people/emergencies", ["people.review"]),
        ("Nav.AccessLog", "/access", ["access.read"]),
        ("Nav.Keys", "/journal/keys", ["journal.keys"]),
    ];

    /// <summary>Whether a page is open to who sits at a desk.</summary>
    /// <param name="path">Its path, as in <see cref="Pages"/>.</param>
    /// <param name="desk">The desk; <c>null</c> where no journal is open.</param>
    internal static bool IsOpen(string path, Desk? desk)
    {
        var anyOf = Pages.First(page => page.Path == path).AnyOf;
        return desk is null || anyOf.Length == 0 || anyOf.Any(desk.May);
    }

    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var desk = services.GetService<Desk>();
        var sought = SearchText.Fold(request.Text);
        return new FoundGroup[]
        {
            new(text["Find.Pages"],
            [
                .. from page in Pages.Where(page => IsOpen(page.Path, desk))
                   let rank = Languages.Min(language =>
                       SearchText.Match(SearchText.Fold(Texts.GetString(page.Key, language)!), sought))
                   where rank is not null
                   orderby rank
                   select new Found(text[page.Key], null, request.AsOf.On(page.Path)),
            ]),
        };
    }
}
