namespace Custodia.Materials.Tables;

/// <summary>An effect of an inventory change on the book of the reporting MBA.</summary>
public enum ChangeEffect
{
    /// <summary>Adds to the book.</summary>
    Increase,

    /// <summary>Takes from the book.</summary>
    Decrease,

    /// <summary>Takes from one category and adds as much to another (DE, DN, ED, EN, ND, NE).</summary>
    CategoryChange,

    /// <summary>Shipper/receiver difference: takes shipper − receiver from the book; either sign (INFCIRC/153 ¶98 ff).</summary>
    Difference,

    /// <summary>An adjustment of either sign that belongs to the report (RA).</summary>
    Adjustment,
}

/// <summary>One inventory change code of one authority, as data: what it does and what a line with it must bring.</summary>
/// <param name="Code">The code, two letters.</param>
/// <param name="NameEn">Keyword in English.</param>
/// <param name="NameZh">Keyword in Chinese.</param>
/// <param name="Effect">Effect on the book.</param>
/// <param name="CreatesBatch">Whether a line brings a batch name that the MBA has not used before.</param>
/// <param name="Needs">What else a line must bring: any of <see cref="KnownNeeds"/>.</param>
/// <param name="Partner">Kind of the other party: <c>domestic</c> (an MBA of the State), <c>foreign</c> (a State),
/// <c>any</c> of the two, <c>none</c>.</param>
/// <param name="Counter">Ledger beside the book that takes the opposite entry: <c>waste</c>, <c>exempt</c>, or <c>null</c>.</param>
public sealed record ChangeCode(
    string Code, string NameEn, string NameZh, ChangeEffect Effect, bool CreatesBatch, IReadOnlyList<string> Needs,
    string Partner, string? Counter = null)
{
    /// <summary>Everything that <see cref="Needs"/> may name.</summary>
    public static IReadOnlyList<string> KnownNeeds { get; } =
        ["from", "to", "shipperBatch", "consent", "specialReport", "previousBatch", "operation"];

    /// <summary>Everything that <see cref="Partner"/> may be.</summary>
    public static IReadOnlyList<string> KnownPartners { get; } = ["domestic", "foreign", "any", "none"];

    /// <summary>Everything that <see cref="Counter"/> may be.</summary>
    public static IReadOnlyList<string> KnownCounters { get; } = ["waste", "exempt"];

    /// <summary>Whether a line must bring that.</summary>
    public bool Require(string what) => Needs.Contains(what);
}

/// <summary>One value of a coded field with its names: a part of the material description code, or a measurement basis.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameEn">Meaning in English.</param>
/// <param name="NameZh">Meaning in Chinese.</param>
public sealed record CodedName(string Code, string NameEn, string NameZh);

/// <summary>
/// The code tables of one authority, in force from a day on. They are adopted by a command and stand in the journal, so
/// that new codes are data, not a release.
/// </summary>
/// <param name="Authority">Whose tables: <c>iaea</c>, <c>euratom</c>, <c>canada</c> …</param>
/// <param name="Edition">The authority's own name for this edition.</param>
/// <param name="Source">Where the tables stand, and how far they were verified.</param>
/// <param name="EffectiveFrom">The first accounting date to which they apply.</param>
/// <param name="ChangeCodes">Inventory change codes.</param>
/// <param name="Forms">Characters 1–2 of the material description code: physical and chemical form.</param>
/// <param name="Containers">Character 3: container.</param>
/// <param name="States">Character 4: state.</param>
/// <param name="Bases">Measurement bases.</param>
public sealed record CodeTables(
    string Authority, string Edition, string Source, DateOnly EffectiveFrom, IReadOnlyList<ChangeCode> ChangeCodes,
    IReadOnlyList<CodedName> Forms, IReadOnlyList<CodedName> Containers, IReadOnlyList<CodedName> States,
    IReadOnlyList<CodedName> Bases)
{
    /// <summary>The change code, or <c>null</c>.</summary>
    public ChangeCode? Change(string code)
    {
        foreach (var candidate in ChangeCodes)
        {
            if (candidate.Code == code)
                return candidate;
        }

        return null;
    }

    /// <summary>Whether the four characters are a material description of these tables.</summary>
    public bool HasDescription(string code) =>
        code.Length == 4
        && Forms.Any(f => code.StartsWith(f.Code, StringComparison.Ordinal))
        && Containers.Any(c => c.Code[0] == code[2])
        && States.Any(s => s.Code[0] == code[3]);

    /// <summary>Whether the code is a measurement basis of these tables.</summary>
    public bool HasBasis(string code) => Bases.Any(b => b.Code == code);
}
