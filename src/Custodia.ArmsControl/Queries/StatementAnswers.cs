using Custodia.ArmsControl.Reference;
using Custodia.Books;

namespace Custodia.ArmsControl.Queries;

/// <summary>What States said of their arms and policies: public facts and recorded statements, by State and day.</summary>
public static class StatementAnswers
{
    /// <summary>Answers <see cref="ArmsStatementsQuery"/>.</summary>
    public static Answer<ArmsStatementList> Ask(ArmsControlBook book, ArmsStatementsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        var at = ViewDay.Of(view, query.Day);
        return new ArmsStatementList(
        [
            .. from row in Published(at).Concat(Recorded(book, at))
               where (query.State is null || row.State == query.State) && (query.Kind is null || row.Kind == query.Kind)
               orderby row.State, row.On, row.ValueAsOf
               select row,
        ]);
    }

    private static IEnumerable<ArmsStatementRow> Published(View at) =>
        from found in DeclarationRegister.Statements
        where found.On <= at.AsOf
        select new ArmsStatementRow(found.State, found.Kind, found.On, found.Precision, found.TextEn, found.TextZh, found.ConditionEn,
            found.ConditionZh, found.Value, found.ValueAsOf, null, null, found.Mark, null, null);

    private static IEnumerable<ArmsStatementRow> Recorded(ArmsControlBook book, View at) =>
        from kept in book.Statements
        let content = kept.Content
        where at.Sees(kept.Stamp.Sequence, content.On)
        let isWithdrawn = at.Sees(kept.Withdrawn.Entry, kept.Withdrawn.On)
        select new ArmsStatementRow(content.State, content.Kind, content.On, DatePrecision.Day, content.Text, content.Text, content.Condition,
            content.Condition, content.Value, content.ValueAsOf, isWithdrawn ? kept.Withdrawn.On : null,
            isWithdrawn ? kept.Withdrawn.Reason : null, null, content.Document, kept.Stamp.Sequence);
}
