using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Law;
using Custodia.Server.Components.Forms;
using Custodia.Server.Components.Tables;
using Custodia.Server.Language;
using Custodia.Server.Reading;

namespace Custodia.Server.Components;

/// <summary>What can be chosen in forms and lists about law.</summary>
internal static class LawChoices
{
    /// <summary>Today, as the books have it.</summary>
    public static DateOnly Today(Desk desk) => DateOnly.FromDateTime(desk.Folder.Time.GetUtcNow().UtcDateTime);

    /// <summary>The acts, regulations and standards.</summary>
    public static IReadOnlyList<TableChoice> Laws(Desk desk, ViewRequest view) =>
    [
        .. (desk.Ask<ActsQuery, ActList>(new ActsQuery(view.AsOf ?? Today(desk)), view).Value?.Rows ?? [])
            .Select(row => new TableChoice(row.Id, $"{row.Id} · {Wording.Name(row.NameEn, row.NameZh)}")),
    ];

    /// <summary>The duties that can be mapped: all of the register, or those of one instrument.</summary>
    public static IReadOnlyList<TableChoice> Duties(Desk desk, string? instrument = null) =>
    [
        .. (desk.Ask<CoverageQuery, CoverageList>(new CoverageQuery(instrument, Today(desk)), default).Value?.Rows ?? [])
            .SelectMany(row => row.Lines).Select(line => new TableChoice(line.Duty, Wording.Name(line.TextEn, line.TextZh))),
    ];

    /// <summary>The clauses, each by its law and number.</summary>
    public static IReadOnlyList<TableChoice> Clauses(Desk desk, string? law = null) =>
    [
        .. (desk.Ask<ClausesQuery, ClauseList>(new ClausesQuery(law, All: true, Today(desk)), default).Value?.Rows ?? [])
            .Select(row => new TableChoice($"{row.Law} {row.Clause}", $"{row.Law} {row.Clause} · {Wording.Name(row.TextEn, row.TextZh)}")),
    ];

    /// <summary>Law and number of a clause that was chosen of <see cref="Clauses"/>.</summary>
    public static (string Law, string Clause) Clause(string chosen) => chosen.Split(' ', 2) is [var law, var clause]
        ? (law, clause)
        : throw new ArgumentException("No clause of the list.", nameof(chosen));

    /// <summary>The number of an entry that may be left out.</summary>
    public static long? Entry(FormReading read, string? typed) => FormReading.Given(typed) is null ? null : read.Entry("entry", typed);

    /// <summary>The name of an instrument of the register.</summary>
    public static string NameOf(string instrument) =>
        Register.Instruments.Find(instrument) is { } found ? Wording.Name(found.Title.En, found.Title.Zh) : instrument;
}
