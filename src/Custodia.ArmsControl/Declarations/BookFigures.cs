using Custodia.ArmsControl.Reference;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.ArmsControl.Declarations;

/// <summary>
/// What another book shows for a field of a declaration: worked out of its query as of the last day of the period. It stands
/// beside what was declared and never takes its place.
/// </summary>
/// <param name="questions">The books.</param>
internal sealed class BookFigures(BookQuestions questions)
{
    private const decimal GramsPerKilogram = 1_000;

    /// <summary>
    /// The figure in kilograms; null where that book is not kept, holds nothing, or the reader may not read, in the whole State,
    /// what was asked.
    /// </summary>
    /// <param name="selector">Which.</param>
    /// <param name="day">As of which day.</param>
    /// <param name="view">As known at which entry, through whose eyes.</param>
    public decimal? Of(BookSelector selector, DateOnly day, View view)
    {
        if (questions.Query(selector.Query) is not { } query
            || view.Reader is { } reader && !reader.MayRead(query.Permission, Places.State))
            return null;
        var answer = questions.Ask(new IndicatorQuestion(selector.Query), view with { AsOf = day });
        if (!answer.IsGiven || !answer.Value.TryGetProperty("rows", out var rows) || rows.GetArrayLength() == 0)
            return null;
        return rows.EnumerateArray()
            .Where(row => selector.Types.Contains(row.GetProperty("type").GetString())
                && row.GetProperty("isIrradiated").GetBoolean() == selector.IsIrradiated)
            .Sum(row => decimal.Parse(row.GetProperty("element").GetString()!, System.Globalization.CultureInfo.InvariantCulture)) / GramsPerKilogram;
    }
}
