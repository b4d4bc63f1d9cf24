using Custodia.Books;
using Custodia.Commitments.Indicators;

namespace Custodia.Commitments.Queries;

/// <summary>Asks what is kept from those who may not see what indicators are made of, and why.</summary>
/// <param name="Day">The day.</param>
public sealed record SuppressionsQuery([Meaning("Day", "日期")] DateOnly Day);

/// <summary>What is kept back.</summary>
/// <param name="Rows">In the order of the catalogue.</param>
public sealed record SuppressionLog(IReadOnlyList<SuppressionRow> Rows);

/// <summary>A figure that is not shown as it is.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Part">Which part of it; empty: the whole.</param>
/// <param name="Shown">What is shown in its place; null: nothing.</param>
/// <param name="Why">Why not even its band is shown; <see cref="Suppression.None"/> where that is.</param>
/// <param name="Sites">How many sites make it; null for those who may not see what they hold.</param>
/// <param name="Largest">The share of the largest, in percent; null for the same.</param>
public sealed record SuppressionRow(string Indicator, string Part, string? Shown, Suppression Why, int? Sites, decimal? Largest);

/// <summary>
/// The log of what is suppressed: worked out anew from the books for any day, so that it is complete and needs no keeping.
/// </summary>
public static class Suppressions
{
    /// <summary>Answers <see cref="SuppressionsQuery"/>.</summary>
    public static Answer<SuppressionLog> Ask(CommitmentsBook book, SuppressionsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var evaluation = book.Engine.At(view with { AsOf = query.Day });
        return new SuppressionLog([.. IndicatorCatalogue.All.SelectMany(indicator => Of(evaluation.Of(indicator), indicator, book.Questions, view))]);
    }

    private static IEnumerable<SuppressionRow> Of(IndicatorValue value, Indicator indicator, BookQuestions questions, View view)
    {
        var shown = Sight.Reduced(value, indicator);
        if (value.Parts is not { } parts)
            return shown.IsReduced ? [new SuppressionRow(indicator.Id, "", shown.Value, Suppression.None, null, null)] : [];
        var isSeen = Sight.MaySee(value, questions, view);
        return parts.Zip(shown.Parts!, (made, told) => new SuppressionRow(indicator.Id, made.Part, told.Value, made.Hidden,
            isSeen ? made.Sites : null, isSeen ? made.Largest : null));
    }
}
