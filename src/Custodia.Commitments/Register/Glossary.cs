using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.Commitments;

/// <summary>What a term is about: the groups of the glossary.</summary>
public enum TermKind
{
    /// <summary>The Nuclear Security Summits and what they agreed.</summary>
    Summit,

    /// <summary>Treaties, resolutions and codes, and the law of treaties.</summary>
    Instrument,

    /// <summary>The IAEA, its services, and safeguards.</summary>
    Iaea,

    /// <summary>Partnerships, regimes and organisations.</summary>
    Partnership,

    /// <summary>Arms control and disarmament.</summary>
    Arms,

    /// <summary>Material, facilities and sources.</summary>
    Material,

    /// <summary>Protection, culture, people and information.</summary>
    Protection,

    /// <summary>Detection, trafficking, forensics and law.</summary>
    Detection,

    /// <summary>States, cases and words that sources use.</summary>
    Reference,

    /// <summary>What is common to several.</summary>
    General,

    /// <summary>Words of this product.</summary>
    Product,
}

/// <summary>Where another name of a term is used.</summary>
public enum VariantUse
{
    /// <summary>In mainland China.</summary>
    Mainland,

    /// <summary>In a source of the register, where it is not the name of mainland China.</summary>
    Source,

    /// <summary>Elsewhere, or formerly.</summary>
    Other,
}

/// <summary>Another name of a term.</summary>
/// <param name="Name">The name.</param>
/// <param name="Use">Where it is used.</param>
/// <param name="Sources">Ids of the sources of the register in which it stands, for the terms of the register.</param>
public sealed record TermVariant(string Name, VariantUse Use, IReadOnlyList<string>? Sources = null);

/// <summary>A term of the glossary.</summary>
/// <param name="Id">Stable name in addresses: small letters, digits and hyphens.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Zh">Name in Chinese as used in Taiwan.</param>
/// <param name="En">Name in English.</param>
/// <param name="Abbreviations">Abbreviations and document numbers.</param>
/// <param name="Variants">Other names.</param>
/// <param name="Simplified">The Chinese names in simplified characters, where they differ.</param>
/// <param name="MeaningEn">What it means, one line in English.</param>
/// <param name="MeaningZh">What it means, one line in Chinese.</param>
/// <param name="Page">Path of the page that serves it, or <c>null</c>.</param>
public sealed record Term(string Id, TermKind Kind, string Zh, string En, IReadOnlyList<string> Abbreviations,
    IReadOnlyList<TermVariant> Variants, IReadOnlyList<string> Simplified, string MeaningEn, string MeaningZh, string? Page)
{
    /// <summary>Path of its card.</summary>
    [JsonIgnore]
    public string Card => "/glossary/" + Id;
}

/// <summary>A term that was found.</summary>
/// <param name="Term">The term.</param>
/// <param name="Rank">How well its name answers.</param>
/// <param name="Name">The name that does.</param>
public sealed record TermMatch(Term Term, SearchRank Rank, string Name);

/// <summary>The terms of the field in both languages, from <c>glossary.json</c>, which is part of the program.</summary>
public static class Glossary
{
    private static readonly FrozenDictionary<string, Term> ById;
    private static readonly (Term Term, string Name, string Folded)[] Names;

    static Glossary()
    {
        All = RegisterFile.Read<Term>("glossary");
        ById = All.ToFrozenDictionary(term => term.Id, StringComparer.Ordinal);
        Names = [.. from term in All from name in NamesOf(term) select (term, name, SearchText.Fold(name))];
    }

    /// <summary>All terms, by English name.</summary>
    public static IReadOnlyList<Term> All { get; }

    /// <summary>The term of that id, or <c>null</c>.</summary>
    public static Term? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The terms of which a name answers a text: exact names first, then those that begin with it.</summary>
    /// <param name="text">Any text; an empty one finds nothing.</param>
    public static IReadOnlyList<TermMatch> Search(string text)
    {
        var sought = SearchText.Fold(text);
        if (sought.Length == 0)
            return [];
        return
        [
            .. (from name in Names
                let rank = SearchText.Match(name.Folded, sought)
                where rank is not null
                orderby rank, name.Folded.Length
                select new TermMatch(name.Term, rank.Value, name.Name)).DistinctBy(match => match.Term),
        ];
    }

    /// <summary>Every name of a term, in either script.</summary>
    internal static IEnumerable<string> NamesOf(Term term) =>
        [term.Zh, term.En, .. term.Abbreviations, .. term.Variants.Select(variant => variant.Name), .. term.Simplified];
}
