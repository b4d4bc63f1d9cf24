using System.Globalization;
using System.Resources;
using Custodia.Books;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>The pages of the navigation, by their names in either language.</summary>
public sealed class PageSource(IStringLocalizer<Text> text) : IFindSource
{
    private static readonly ResourceManager Texts = new(typeof(Text));

    private static readonly CultureInfo[] Languages =
        [CultureInfo.GetCultureInfo(ProductLanguages.English), CultureInfo.GetCultureInfo(ProductLanguages.Chinese)];

    /// <summary>Key of the name and path of each page.</summary>
    internal static readonly (string Key, string Path)[] Pages =
    [
        ("Nav.Overview", "/"), ("Nav.Areas", "/mba"), ("Nav.Import", "/import"), ("Nav.Reports", "/reports"),
        ("Nav.Journal", "/journal"), ("Nav.Glossary", "/glossary"), ("Nav.Me", "/me"), ("Nav.Approvals", "/approvals"),
        ("Nav.People", "/people"), ("Nav.Roles", "/people/roles"), ("Nav.Emergencies", "/people/emergencies"),
        ("Nav.AccessLog", "/access"), ("Nav.Keys", "/journal/keys"),
    ];

    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sought = SearchText.Fold(request.Text);
        return new FoundGroup[]
        {
            new(text["Find.Pages"],
            [
                .. from page in Pages
                   let rank = Languages.Min(language =>
                       SearchText.Match(SearchText.Fold(Texts.GetString(page.Key, language)!), sought))
                   where rank is not null
                   orderby rank
                   select new Found(text[page.Key], null, request.AsOf.On(page.Path)),
            ]),
        };
    }
}
