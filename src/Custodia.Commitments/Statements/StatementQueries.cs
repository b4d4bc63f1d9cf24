using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Statements;

/// <summary>Asks what was stated of indicators and set for them.</summary>
/// <param name="Indicator">Only of this one.</param>
public sealed record StatementsQuery([Meaning("Only of this indicator", "僅此指標")] string? Indicator = null);

/// <summary>What was stated and set.</summary>
/// <param name="Rows">The newest first.</param>
public sealed record StatementList(IReadOnlyList<StatementRow> Rows);

/// <summary>What a statement is.</summary>
public enum StatementSort
{
    /// <summary>A signed statement.</summary>
    Attestation,

    /// <summary>What was said.</summary>
    Assertion,

    /// <summary>A threshold of the State.</summary>
    Threshold,

    /// <summary>Whether it applies.</summary>
    Applicability,

    /// <summary>A target of the State.</summary>
    Target,
}

/// <summary>Something that was stated or set.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Sort">What it is.</param>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Day">The day for which it is stated, from which it counts, or on which it is due.</param>
/// <param name="Text">What was stated or set; null where it may not be shown.</param>
/// <param name="By">Who signed, or on what it rests.</param>
/// <param name="Document">The signed document.</param>
/// <param name="Expires">The last day on which it counts.</param>
/// <param name="Item">Id of the promise, of a target.</param>
/// <param name="WithdrawnBy">The entry that withdrew it.</param>
public sealed record StatementRow(long Entry, StatementSort Sort, string Indicator, DateOnly Day, string? Text, string? By = null,
    string? Document = null, DateOnly? Expires = null, string? Item = null, long? WithdrawnBy = null);

/// <summary>Answers questions on statements.</summary>
public static class StatementQueries
{
    /// <summary>Answers <see cref="StatementsQuery"/>.</summary>
    public static Answer<StatementList> Ask(CommitmentsBook book, StatementsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Indicator is { } id && IndicatorCatalogue.Find(id) is null)
            return CommitmentsRefusals.Unknown.In("indicator", found: id.Length <= 40 ? id : null);
        var maySeeAll = view.Reader?.MayRead(CommitmentsPermissions.Record, Places.State) ?? true;
        return new StatementList(
        [
            .. from stated in book.Statements.All.Reverse()
               where view.Knows(stated.Stamp.Sequence)
               let row = Row(stated)
               where query.Indicator is null || row.Indicator == query.Indicator
               let shown = maySeeAll || IndicatorCatalogue.Find(row.Indicator) is { Disclosure: Disclosure.Open }
                   || row.Sort is not (StatementSort.Attestation or StatementSort.Assertion)
               select (shown ? row : row with { Text = null }) with
               {
                   WithdrawnBy = view.Knows(stated.WithdrawnBy) ? stated.WithdrawnBy : null,
               },
        ]);
    }

    private static StatementRow Row(IStated stated)
    {
        var entry = stated.Stamp.Sequence;
        return stated.Command switch
        {
            AttestIndicator told => new(entry, StatementSort.Attestation, told.Indicator, told.StatedOn, told.Value, told.Signatory,
                told.Document, told.Expires),
            AssertIndicator said => new(entry, StatementSort.Assertion, said.Indicator, said.On, said.Text),
            SetThreshold set => new(entry, StatementSort.Threshold, set.Indicator, set.From,
                set.OnTrack is null ? set.Met : $"{set.Met} ; {set.OnTrack}", set.Reason),
            SetApplicability set => new(entry, StatementSort.Applicability, set.Indicator, set.From,
                JsonSerializer.Serialize(set.Applies), set.Reason),
            SetTarget set => new(entry, StatementSort.Target, set.Indicator, set.Due, set.TextEn, set.TextZh, Item: set.Item),
            var other => throw new InvalidOperationException($"No statement is a {other.GetType().Name}."),
        };
    }
}
