using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Queries;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components.Tables;

/// <summary>A list of the product, declared once: a page shows it, and <c>/export/{name}</c> writes it.</summary>
/// <param name="name">Its name in addresses.</param>
/// <param name="title">Its title.</param>
/// <param name="query">Name of the query that it asks, as the catalogue has it.</param>
public abstract class Table(string name, Words title, string query)
{
    /// <summary>Its name in addresses.</summary>
    public string Name { get; } = name;

    /// <summary>Its title.</summary>
    public Words Title { get; } = title;

    /// <summary>Name of the query that it asks.</summary>
    public string Query { get; } = query;

    /// <summary>What the page fixes and an export's address has to name, such as <c>mba</c>.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>By what it can be narrowed.</summary>
    public IReadOnlyList<TableFilter> Filters { get; init; } = [];

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 50;

    /// <summary>All its columns.</summary>
    public abstract IReadOnlyList<TableColumn> AllColumns { get; }

    /// <summary>Whether a name in the address is a filter or the scope of this list.</summary>
    public bool Knows(string value) => Scope.Contains(value) || Filters.Any(filter => filter.Name == value);

    /// <summary>Opens it for writing into a file.</summary>
    /// <param name="desk">Where it asks.</param>
    /// <param name="question">What.</param>
    /// <param name="text">The language of its headings.</param>
    public abstract Answer<TableRows> Open(Desk desk, TableQuestion question, IStringLocalizer<Text> text);
}

/// <summary>One page of a list.</summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many there are on all pages; <c>null</c> where they are not counted.</param>
/// <param name="Next">Of a list that is read by a mark: where it goes on, or <c>null</c> at its end.</param>
public sealed record TablePage<TRow>(IReadOnlyList<TRow> Rows, int? Total, string? Next = null)
{
    /// <summary>A page of a query.</summary>
    public static Answer<TablePage<TRow>> Of(Answer<Page<TRow>> answer) => answer.IsGiven
        ? new TablePage<TRow>(answer.Value.Rows, answer.Value.Total)
        : Answer<TablePage<TRow>>.Refuse(answer.Refusals);
}

/// <summary>A list with its rows.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed class Table<TRow>(string name, Words title, string query) : Table(name, title, query)
{
    private const int ExportPage = 5_000;

    /// <summary>Its columns.</summary>
    public required IReadOnlyList<TableColumn<TRow>> Columns { get; init; }

    /// <summary>Asks for a page.</summary>
    public required Func<Desk, TableQuestion, IStringLocalizer<Text>, Answer<TablePage<TRow>>> Ask { get; init; }

    /// <summary>Which materials its weights can be of; needed where it has weights and is not answered whole.</summary>
    public Func<Desk, TableQuestion, IEnumerable<MaterialCode>>? Materials { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<TableColumn> AllColumns => Columns;

    /// <summary>The columns that are asked for, in the order in which the list has them.</summary>
    public IReadOnlyList<TableColumn<TRow>> Shown(TableQuestion question)
    {
        var asked = Columns.Where(column => question.Columns?.Contains(column.Name) == true).ToList();
        return asked.Count > 0 ? asked : [.. Columns.Where(column => column.IsShown)];
    }

    /// <summary>A list whose query answers it whole: it is narrowed already, and ordered and cut here.</summary>
    public Answer<TablePage<TRow>> Cut(IEnumerable<TRow> rows, TableQuestion question, IStringLocalizer<Text> text)
    {
        List<TRow> all = [.. rows];
        if (question.Sort is { } sort)
        {
            var isTurned = sort.StartsWith('-');
            if (Columns.FirstOrDefault(known => known.IsSortable && known.Name == sort[(isTurned ? 1 : 0)..]) is not { } column)
            {
                var names = Columns.Where(known => known.IsSortable).Select(known => known.Name);
                return QueryRefusals.SortUnknown.In("sort", string.Join(", ", names), sort);
            }

            all = isTurned
                ? [.. all.OrderByDescending(row => column.Value(row, text))]
                : [.. all.OrderBy(row => column.Value(row, text))];
        }

        return new TablePage<TRow>([.. all.Skip((int)Math.Min((question.Page - 1L) * question.Size, all.Count)).Take(question.Size)], all.Count);
    }

    /// <inheritdoc/>
    public override Answer<TableRows> Open(Desk desk, TableQuestion question, IStringLocalizer<Text> text)
    {
        question = question with { Page = 1, After = null, Size = ExportPage };
        var first = Ask(desk, question, text);
        if (!first.IsGiven)
            return Answer<TableRows>.Refuse(first.Refusals);
        var shown = Shown(question);
        var materials = MaterialsOf(desk, question, shown, first.Value);
        List<ExportField<TRow>> fields = [.. shown.SelectMany(column => ExportField<TRow>.Of(column, materials, text))];
        IEnumerable<TableValue[]> Values(IEnumerable<TRow> rows) => rows.Select(row => Known(row, shown, materials)
            ? fields.ConvertAll(field => field.Value(row)).ToArray()
            : throw new InvalidOperationException("A row holds a material that the list did not announce."));
        return new TableRows([.. fields.Select(field => field.Header)], Pages(desk, question, text, first.Value).Select(Values));
    }

    // A file that leaves a weight out would say that there is none.
    private static bool Known(TRow row, IReadOnlyList<TableColumn<TRow>> shown, MaterialCode[] materials) => shown.All(column =>
        column.Weights is not { } of || of(row).All(weight => weight.Amount.IsZero || materials.Contains(weight.Material)));

    private MaterialCode[] MaterialsOf(
        Desk desk, TableQuestion question, IReadOnlyList<TableColumn<TRow>> shown, TablePage<TRow> first)
    {
        var weights = shown.Select(column => column.Weights).OfType<Func<TRow, IReadOnlyList<Weight>>>().ToList();
        if (weights.Count == 0)
            return [];
        var found = first.Rows.SelectMany(row => weights.SelectMany(of => of(row))).Select(weight => weight.Material);
        return [.. found.Concat(Materials?.Invoke(desk, question) ?? []).Distinct().Order()];
    }

    private IEnumerable<IReadOnlyList<TRow>> Pages(
        Desk desk, TableQuestion question, IStringLocalizer<Text> text, TablePage<TRow> page)
    {
        while (true)
        {
            yield return page.Rows;
            // Without a total the list is read by marks, and the last piece has none.
            if (page.Total is null ? page.Next is null : page.Rows.Count < ExportPage)
                yield break;
            question = page.Total is null ? question with { After = page.Next } : question with { Page = question.Page + 1 };
            var answer = Ask(desk, question, text);
            // The view is fixed and the first piece was given: a later one is not refused.
            page = answer.Value ?? throw new InvalidOperationException(answer.Refusals[0].ToString());
        }
    }
}

/// <summary>The rows of a list for a file.</summary>
/// <param name="Headers">Heading of each field, with its unit.</param>
/// <param name="Pages">The rows in pieces, asked for one after the other.</param>
public sealed record TableRows(IReadOnlyList<string> Headers, IEnumerable<IEnumerable<TableValue[]>> Pages);
