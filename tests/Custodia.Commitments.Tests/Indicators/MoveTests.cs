using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Statements;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Commitments.Tests.Indicators;

/// <summary>The fewest changes in the books that change how an indicator stands.</summary>
public sealed class MoveTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void A_share_is_moved_by_what_was_late_and_by_no_more_rows_than_it_takes()
    {
        var found = Find("share(count(all[state = 'done']), count(all[state = 'done' or state = 'late']))", "value >= 75",
            """
            [{"id":"A","state":"done"},{"id":"B","state":"late"},{"id":"C","state":"late"},{"id":"D","state":"late"},{"id":"E","state":"ahead"}]
            """);
        Assert.Equal(["B", "C"], found.Changes.Select(change => change.Row["id"].Text!));
        Assert.All(found.Changes, change => Assert.Equal([("`state` is `done`", true)],
            change.Conditions.Select(one => (FormulaWords.Of(one.Condition).En, one.Counts))));
        Assert.Equal(75, found.After.Number);
    }

    [Fact]
    public void Every_function_is_said_in_words() => Assert.All(FormulaFunctions.All.Keys, function =>
    {
        var call = $"{function}({string.Join(", ", Enumerable.Repeat("a", FormulaFunctions.Arity(function)))})";
        Assert.Contains("`a`", FormulaWords.Of(Formula.Parse(call)).Zh, StringComparison.Ordinal);
    });

    [Fact]
    public void A_sum_is_moved_by_its_largest_rows_first()
    {
        var found = Find("sum(all[type = 'heu'].mass)", "value <= 10",
            """
            [{"id":"A","type":"heu","mass":"4"},{"id":"B","type":"heu","mass":"30"},{"id":"C","type":"leu","mass":"90"},
            {"id":"D","type":"heu","mass":"6"}]
            """);
        Assert.Equal(["B"], found.Changes.Select(change => change.Row["id"].Text!));
        Assert.False(found.Changes[0].Conditions.Single().Counts);
        Assert.Equal(10, found.After.Number);
    }

    [Fact]
    public void What_no_row_that_is_there_can_move_is_not_found()
    {
        Assert.Empty(Find("count(all[isDone])", "value >= 3", """[{"isDone":false},{"isDone":false}]""").Changes);
        Assert.Empty(Find("count(all)", "value >= 3", """[{"isDone":false}]""").Changes);
        Assert.Empty(Find("max(all[isDone].mass)", "value >= 3", "[]").Changes);
    }

    [Fact]
    public void More_rows_than_are_looked_at_are_not_searched()
    {
        var rows = new JsonArray([.. Enumerable.Range(0, MoveSearch.MaxRows + 1).Select(id => new JsonObject { ["id"] = id, ["isDone"] = false })]);
        Assert.Null(MoveSearch.Find(Formula.Parse("count(all[isDone])"), Formula.Parse("value >= 1"), Names(rows.ToJsonString())));
    }

    [Fact]
    public void What_is_found_moves_the_standing_when_the_rows_are_changed_so_and_none_of_it_can_be_left_out()
    {
        string[] formulas =
        [
            "count(all[due])", "sum(all[due].mass)", "share(count(all[done]), count(all))", "share(sum(all[done].mass), sum(all.mass))",
            "sum(all[done].mass) - sum(all[due].mass)", "count(all[done and due])",
        ];
        var moved = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll<(bool Done, bool Due, byte Mass)[], byte, bool>((rows, limit, isLow) =>
        {
            foreach (var text in formulas)
            {
                var goal = Formula.Parse(isLow ? $"value <= {limit % 60}" : $"value >= {limit % 60}");
                var (formula, json) = (Formula.Parse(text), new JsonArray([.. rows.Select((row, id) =>
                    new JsonObject { ["id"] = id, ["done"] = row.Done, ["due"] = row.Due, ["mass"] = row.Mass })]));
                var found = MoveSearch.Find(formula, goal, Names(json.ToJsonString()))!;
                moved += found.Changes.Count;
                // A condition of two fields is met by both, and not met without either.
                if (found.Changes.Count == 0)
                    continue;
                Assert.False(Holds(formula, goal, json));
                Assert.True(Holds(formula, goal, Changed(json, found.Changes)));
                Assert.All(found.Changes, left => Assert.False(Holds(formula, goal, Changed(json, found.Changes.Where(change => change != left)))));
            }
        }));
        Assert.True(moved > 100);
    }

    [Fact]
    public void Rows_that_only_count_together_are_found_though_each_alone_leads_astray()
    {
        var found = Find("sum(all[done].mass)", "value >= 43 and value <= 43",
            """[{"id":"A","done":false,"mass":"38"},{"id":"B","done":false,"mass":"22"},{"id":"C","done":false,"mass":"21"}]""");
        Assert.Equal(["B", "C"], found.Changes.Select(change => change.Row["id"].Text!).Order());
        Assert.True(found.IsFewest);
    }

    [Fact]
    public void No_way_of_fewer_rows_is_there_where_that_is_said()
    {
        (string Formula, string[] Fields)[] formulas =
        [
            ("count(all[due])", ["due"]), ("sum(all[due].mass)", ["due"]), ("share(sum(all[done].mass), sum(all.mass))", ["done"]),
            ("sum(all[done].mass) - sum(all[due].mass)", ["done", "due"]),
        ];
        var moved = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll<(bool Done, bool Due, byte Mass)[], byte, bool>((all, limit, isLow) =>
        {
            foreach (var (text, fields) in formulas)
            {
                var goal = Formula.Parse(isLow ? $"value <= {limit % 60}" : $"value >= {limit % 60}");
                var (formula, json) = (Formula.Parse(text), new JsonArray([.. all.Take(4).Select((row, id) =>
                    new JsonObject { ["id"] = id, ["done"] = row.Done, ["due"] = row.Due, ["mass"] = row.Mass })]));
                var found = MoveSearch.Find(formula, goal, Names(json.ToJsonString()))!;
                Assert.True(found.IsFewest);
                int? said = Holds(formula, goal, json) ? 0 : found.Changes.Count is > 0 and var count ? count : null;
                Assert.Equal(Fewest(formula, goal, json, fields), said);
                moved += found.Changes.Count;
            }
        }));
        Assert.True(moved > 20, $"{moved}");
    }

    [Fact]
    public void Where_there_are_too_many_ways_to_try_another_may_be_shorter_and_that_is_said()
    {
        var rows = new JsonArray([.. Enumerable.Range(0, 200).Select(id =>
            new JsonObject { ["id"] = id, ["done"] = false, ["mass"] = 1 + (id * 7 % 97) })]);
        var found = Find("sum(all[done].mass)", "value >= 4001 and value <= 4001", rows.ToJsonString());
        Assert.False(found.IsFewest);
    }

    [Fact]
    public async Task A_status_says_which_the_threshold_accepts_and_what_is_met_or_not_judged_says_so()
    {
        var status = Ask("IND-T02");
        Assert.Equal((MoveFinding.Status, Standing.Met), (status.Finding, status.To));
        Assert.Equal(["inForce", "ratified"], status.Accepted!);
        await _journal.Act("cppnm-amendment", ActType.Ratify, "2013-01-01");
        Assert.Equal(MoveFinding.Met, Ask("IND-T02").Finding);
        Assert.Equal(MoveFinding.NoThreshold, Ask("IND-C03").Finding);
        Assert.Equal(MoveFinding.NoBook, Ask("IND-S01").Finding);
        await _journal.Do(new SetApplicability("IND-S01", new DateOnly(2020, 1, 1), Applies: false, "No such source"));
        Assert.Equal(MoveFinding.NotApplicable, Ask("IND-S01").Finding);
        Assert.Equal("commitments.unknown", Movings.Ask(_journal.Book, new MovesQuery("IND-X99", Day), _journal.Now).Refusals.Single().Code);
    }

    [Fact]
    public async Task An_indicator_is_moved_by_the_rows_of_its_answer_under_their_names()
    {
        await _journal.Act("gicnt", ActType.Join, "2008-01-01");
        await _journal.Do(new SetThreshold("IND-C03", new DateOnly(2020, 1, 1), "value >= 3", "Decision 1", "value >= 1"));
        var moves = Ask("IND-C03");
        Assert.Equal((MoveFinding.Rows, Standing.OnTrack, Standing.Met, 2, "3", "value >= 3"),
            (moves.Finding, moves.Standing, moves.To, moves.Count, moves.Value, moves.Rule));
        Assert.All(moves.Rows!, row => Assert.Contains(row.Row, field => field.Name == "id"));
        foreach (var row in moves.Rows!)
            await _journal.Act(row.Row.Single(field => field.Name == "id").Value, ActType.Join, "2025-01-01");
        Assert.Equal(MoveFinding.Met, Ask("IND-C03").Finding);
    }

    [Theory]
    [InlineData("share(count(a[x = 'd' and n <= 0]), count(a))",
        "the number of `a` with `x` is `d` and `n` is at most 0, in percent of the number of `a`",
        "`a`中`x` 為`d`且`n` 不超過 0者之件數占`a`之件數之百分比")]
    [InlineData("sum(h.rows[not b].m) / 1000", "`m` of `h.rows` with not `b`", "`h.rows`中非`b`者之 `m`")]
    [InlineData("(value + 1) * 2 > 3 or (known(a) and min(b) = nothing)", "(the value plus 1) times 2", "數值")]
    [InlineData("if(days(d, asOf) < 365, true, -abs(x))",
        "where the days from `d` to the day is below 365: true; else minus `x` without its sign", "若")]
    public void A_formula_is_said_in_words(string formula, string en, string zh)
    {
        var words = FormulaWords.Of(Formula.Parse(formula));
        Assert.Contains(en, words.En, StringComparison.Ordinal);
        Assert.Contains(zh, words.Zh, StringComparison.Ordinal);
    }

    // The fewest rows that have to change, by trying what every row may become: as some other row is, all, or nothing of it.
    private static int? Fewest(Formula formula, Formula goal, JsonArray rows, string[] fields)
    {
        var kinds = rows.Select(row => fields.Select(field => (bool)row![field]!).ToArray()).ToList();
        var become = kinds.Select(kind => string.Join(' ', kind))
            .Concat(fields.Index().Any(field => !kinds.Exists(kind => kind[field.Index])) ? [string.Join(' ', fields.Select(_ => true))] : [])
            .Concat(fields.Index().Any(field => kinds.TrueForAll(kind => kind[field.Index])) ? [string.Join(' ', fields.Select(_ => false))] : [])
            .Distinct().Select(kind => kind.Split(' ').Select(bool.Parse).ToArray()).ToList();
        int? fewest = null;
        Try(0, 0);
        return fewest;

        void Try(int at, int changed)
        {
            if (changed >= (fewest ?? int.MaxValue))
                return;
            if (at == rows.Count)
            {
                fewest = Holds(formula, goal, rows) ? changed : fewest;
                return;
            }

            foreach (var kind in become)
            {
                foreach (var (field, met) in fields.Zip(kind))
                    rows[at]![field] = met;
                Try(at + 1, changed + (kind.SequenceEqual(kinds[at]) ? 0 : 1));
            }

            foreach (var (field, was) in fields.Zip(kinds[at]))
                rows[at]![field] = was;
        }
    }

    private static bool Holds(Formula formula, Formula goal, JsonArray rows)
    {
        var names = Names(rows.ToJsonString());
        names["value"] = new FormulaScope(names).Value(formula);
        return new FormulaScope(names).Value(goal).IsTrue;
    }

    private static JsonArray Changed(JsonArray rows, IEnumerable<RowChange> changes)
    {
        var changed = rows.DeepClone().AsArray();
        foreach (var change in changes)
        {
            var row = changed[(int)change.Row["id"].Number!]!;
            foreach (var (condition, counts) in change.Conditions)
            {
                foreach (var field in condition.Names())
                    row[field] = counts;
            }
        }

        return changed;
    }

    private static FoundMoves Find(string formula, string goal, string rows) =>
        MoveSearch.Find(Formula.Parse(formula), Formula.Parse(goal), Names(rows))!;

    private static Dictionary<string, FormulaValue> Names(string rows) =>
        new() { ["all"] = FormulaValue.Of(JsonSerializer.Deserialize<JsonElement>(rows)) };

    private Moves Ask(string indicator) => Movings.Ask(_journal.Book, new MovesQuery(indicator, Day), _journal.Now).Value!;
}
