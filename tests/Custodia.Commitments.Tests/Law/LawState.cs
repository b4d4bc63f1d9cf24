using System.Globalization;
using Custodia.Books;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Law;

namespace Custodia.Commitments.Tests.Law;

/// <summary>A State with a book of law beside its book of commitments.</summary>
internal sealed class LawState : IDisposable
{
    public const string Act = "NSA-2012";

    private readonly LawBook _law = new();

    public LawState() => Journal = new StateJournal(_law);

    public StateJournal Journal { get; }

    public static readonly string Digest = new('0', 64);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Task<long> Do(object command) => Journal.Do(command);

    public Task<string[]> Refused(object command) => Journal.Refused(command);

    public Task<long> Enact(string id = Act, string from = "2012-07-01", int years = 5) =>
        Do(new EnactLaw(id, LawKind.Act, "Nuclear Security Act", "核子保安法", "Act 12", Day(from), years));

    public Task<long> Add(string clause, string from = "2012-07-01", string law = Act, RuleStyle? style = null, string? penalty = null) =>
        Do(new AddClause(law, clause, Day(from), $"Clause {clause}", $"第 {clause} 條", style, penalty, penalty));

    public Task<long> Map(string duty, string clause, bool shown = false) =>
        Do(new MapDuty(duty, Act, clause, null, shown ? "Report" : null, shown ? Digest : null));

    public ActList Acts(string day, View? view = null) =>
        Custodia.Commitments.Law.Acts.Ask(_law, new ActsQuery(Day(day)), view ?? Journal.Now).Value!;

    public ActView Law(string day, View? view = null) =>
        Custodia.Commitments.Law.Acts.Ask(_law, new ActQuery(Act, Day(day)), view ?? Journal.Now).Value!;

    public IReadOnlyList<ClauseRow> Clauses(string day, View? view = null, bool all = false) =>
        Custodia.Commitments.Law.Acts.Ask(_law, new ClausesQuery(null, all, Day(day)), view ?? Journal.Now).Value!.Rows;

    public CoverageRow Coverage(string instrument, string day, View? view = null) =>
        Custodia.Commitments.Law.Coverage.Ask(_law, new CoverageQuery(instrument, Day(day)), view ?? Journal.Now).Value!.Rows.Single();

    public DutyLine Duty(string id, string day, View? view = null) => Custodia.Commitments.Law.Coverage
        .Ask(_law, new CoverageQuery(null, Day(day)), view ?? Journal.Now).Value!.Rows.SelectMany(row => row.Lines).Single(line => line.Duty == id);

    public OffenceRow Offence(string duty, string day) =>
        Offences.Ask(_law, new OffencesQuery(Day(day)), Journal.Now).Value!.Rows.Single(row => row.Duty == duty);

    public DateOnly ChangedSince(long count) => _law.ChangedSince(count);

    public Answer<T> Ask<T>(Func<LawBook, Answer<T>> ask) => ask(_law);

    public IndicatorValue Value(string id, string day = "2026-01-01") =>
        Journal.Book.Engine.At(Journal.Now with { AsOf = Day(day) }).Of(IndicatorCatalogue.Find(id)!);

    public void Dispose() => Journal.Dispose();
}
