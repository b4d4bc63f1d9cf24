using System.Globalization;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.Commitments.Indicators;

/// <summary>
/// What a reader is shown of a value: all of it where the reader may read, in the whole State, what it was made of; else what
/// the indicator's rule of disclosure leaves. How it stands is shown to all who may read the book.
/// </summary>
internal static class Sight
{
    private const string Ledger = "materials/";

    /// <summary>A value as it may be shown.</summary>
    public static IndicatorValue Shown(IndicatorValue value, Indicator indicator, BookQuestions questions, View view) =>
        MaySee(value, questions, view) ? value : Reduced(value, indicator);

    /// <summary>
    /// What everybody may see who reads the book. The digests of answers and of entries go, too: an answer of few unknowns, and a few
    /// numbers out of all that there are, can be found by trying them all.
    /// </summary>
    public static IndicatorValue Reduced(IndicatorValue value, Indicator indicator)
    {
        var parts = value.Parts?.Select(part => part with
        {
            Value = part.Hidden == Suppression.None ? Band(part.Value, indicator.Bands ?? []) : null,
            // Why it is not shown would itself tell how many sites there are.
            Hidden = part.Hidden == Suppression.None ? Suppression.None : Suppression.Complement,
            Sites = null,
            Largest = null,
        }).ToList();
        var shown = indicator.Disclosure switch
        {
            Disclosure.Open => value.Value,
            Disclosure.Band when parts is not null => parts[0].Value,
            // What sites hold is not shown where nothing says how many they are, unless it is nothing.
            Disclosure.Band when indicator.Bands is [0, ..] && FormulaValue.Of(value.Value).Number != 0 => null,
            Disclosure.Band => Band(value.Value, indicator.Bands ?? []),
            Disclosure.Status => null,
            _ => throw new InvalidOperationException("A rule of no known sort."),
        };
        return value with
        {
            Value = shown,
            IsReduced = shown != value.Value,
            Parts = parts,
            Entries = [],
            Asked = [],
            EntryCount = IsOfSites(value, indicator) ? 0 : value.EntryCount,
            EntryDigest = null,
        };
    }

    /// <summary>
    /// Whether a value is made of what sites hold: then not even how many entries or rows make it is shown, for another count a day
    /// later would tell that something was moved.
    /// </summary>
    public static bool IsOfSites(IndicatorValue value, Indicator indicator) => indicator.Disclosure != Disclosure.Open
        || value.Asked.Any(asked => asked.Query.StartsWith(Ledger, StringComparison.Ordinal));

    /// <summary>Whether a reader may see what a value was made of.</summary>
    public static bool MaySee(IndicatorValue value, BookQuestions questions, View view) =>
        view.Reader is not { } reader || MaySee(value, questions, reader);

    // What was stated of what is not shown is for those who may state it.
    private static bool MaySee(IndicatorValue value, BookQuestions questions, Reader reader) => value.Grade is Grade.Computed or null
        ? value.Asked.All(asked => questions.Query(asked.Query) is { } query && reader.MayRead(query.Permission, Places.State))
        : reader.MayRead(CommitmentsPermissions.Record, Places.State);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    // A first band that ends at nothing is nothing at all: what a pledge to hold no such material speaks of.
    private static string? Band(string? value, IReadOnlyList<decimal> bands)
    {
        if (!decimal.TryParse(value, CultureInfo.InvariantCulture, out var number))
            return null;
        for (var i = 0; i < bands.Count; i++)
        {
            if (number <= bands[i])
                return i > 0 ? $"{Text(bands[i - 1])} – {Text(bands[i])}" : bands[i] == 0 ? "0" : "≤ " + Text(bands[i]);
        }

        return bands.Count > 0 ? "> " + Text(bands[^1]) : null;
    }
}
