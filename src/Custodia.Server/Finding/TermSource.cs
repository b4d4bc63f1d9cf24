using Custodia.Books;
using Custodia.Commitments;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Finding;

/// <summary>The glossary: a term leads to the page that serves it, or to its card.</summary>
public sealed class TermSource(IStringLocalizer<Text> text) : IFindSource
{
    /// <inheritdoc/>
    public Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new FoundGroup[]
        {
            new(text["Find.Terms"], [.. Glossary.Search(request.Text).Take(request.Size).Select(match => Row(match, request))]),
        };
    }

    /// <summary>The other language's name and the abbreviation stand beside, and the name that answered where it is neither:
    /// what one source calls 核安全 is security in one and safety in another.</summary>
    private static Found Row(TermMatch match, FindRequest request)
    {
        var term = match.Term;
        var (title, other) = (Wording.Name(term.En, term.Zh), Wording.Name(term.Zh, term.En));
        string[] shown = [title, other, .. term.Abbreviations.Take(1)];
        var detail = string.Join(" · ", shown.Skip(1).Append(match.Name).Distinct().Where(name => name != title));
        var language = Wording.Name(ProductLanguages.Chinese, ProductLanguages.English);
        return term.Page is { } page
            ? new Found(title, detail, request.AsOf.On(page), term.Card, language)
            : new Found(title, detail, term.Card, DetailLanguage: language);
    }
}
