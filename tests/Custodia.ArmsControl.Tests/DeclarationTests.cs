using Custodia.ArmsControl.Declarations;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.ArmsControl.Reference;
using static Custodia.ArmsControl.Tests.StateJournal;

namespace Custodia.ArmsControl.Tests;

/// <summary>What a State has to declare follows from what it took on, and how far it is from what it sent.</summary>
public sealed class DeclarationTests : IDisposable
{
    private static readonly IReadOnlyList<FieldValue> Hcoc =
        [new("policy", "No missiles"), new("launches", "0"), new("remarks", "For subscribing States only")];

    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Periods_follow_one_another_from_the_one_in_which_it_was_taken_on()
    {
        await Take("hcoc", "2023-06-15");
        Assert.Equal([("hcoc-2025", DeclarationState.Running), ("hcoc-2024", DeclarationState.Open), ("hcoc-2023", DeclarationState.Overdue)],
            Rows("2025-03-31").Select(row => (row.Id, row.State)));
        Assert.Equal([DeclarationState.Running, DeclarationState.Overdue, DeclarationState.Overdue], Rows("2025-04-01").Select(row => row.State));
        Assert.Empty(Rows("2023-06-14"));
    }

    [Fact]
    public async Task It_is_sent_acknowledged_and_corrected_and_each_day_shows_how_it_stood()
    {
        await Take("hcoc", "2025-01-01");
        await _journal.Do(new SendDeclaration("hcoc", "2025", Day("2026-04-10"), Hcoc, "Note 1"));
        await _journal.Do(new AcknowledgeDeclaration("hcoc", "2025", Day("2026-04-20"), "Contact point", "Note 2"));
        await _journal.Do(new CorrectDeclaration("hcoc", "2025", Day("2026-05-02"),
            [new("policy", "No missiles"), new("launches", "1")], "Note 3", "One was missed"));
        Assert.Equal((DeclarationState.Overdue, 9, 0), Stands("2026-04-09"));
        Assert.Equal((DeclarationState.Sent, 10, 0), Stands("2026-04-10"));
        Assert.Equal((DeclarationState.Acknowledged, 10, 0), Stands("2026-05-01"));
        Assert.Equal((DeclarationState.Acknowledged, 10, 1), Stands("2026-05-02"));
        var view = Calendars.Ask(_journal.Book, new DeclarationQuery("hcoc-2025"), _journal.On("2026-06-01")).Value!;
        Assert.Equal(["0", "1"], view.Versions.Select(version => version.Fields.Single(field => field.Name == "launches").Value));
        Assert.Equal("One was missed", view.Versions[1].Reason);

        (DeclarationState, int?, int) Stands(string day)
        {
            var row = Rows(day).Single(row => row.Period == "2025");
            return (row.State, row.DaysLate, row.Corrections);
        }
    }

    [Fact]
    public async Task The_public_extract_has_the_public_fields_of_the_newest_version_and_no_other()
    {
        await Take("hcoc", "2025-01-01");
        Assert.Equal("arms-control.not-sent", Calendars.Ask(_journal.Book, new ExtractQuery("hcoc-2025"), _journal.Now).Refusals.Single().Code);
        await _journal.Do(new SendDeclaration("hcoc", "2025", Day("2026-03-10"), Hcoc, "Note 1"));
        var before = _journal.Now;
        await _journal.Do(new CorrectDeclaration("hcoc", "2025", Day("2026-03-12"),
            [.. Hcoc.Where(field => field.Name != "launches"), new("launches", "2")], "Note 2", "Missed"));
        Assert.Equal(["No missiles", "0"], Extract(before).Fields.Select(field => field.Value));
        Assert.Equal(["No missiles", "2"], Extract(_journal.Now).Fields.Select(field => field.Value));
        Assert.Equal((false, true), (Extract(before).IsCorrected, Extract(_journal.Now).IsCorrected));

        PublicExtract Extract(Books.View view) => Calendars.Ask(_journal.Book, new ExtractQuery("hcoc-2025"), view).Value!;
    }

    [Fact]
    public async Task What_was_ended_asks_for_nothing_more_and_can_be_taken_on_again()
    {
        await Take("bwc-cbm", "2022-01-01");
        await _journal.Do(new EndUndertaking("bwc-cbm", Day("2023-12-31"), "Left"));
        Assert.Equal(["bwc-cbm-2022"], Rows("2026-01-01").Select(row => row.Id));
        await Take("bwc-cbm", "2025-02-01");
        Assert.Equal(["bwc-cbm-2025", "bwc-cbm-2022"], Rows("2025-12-31").Select(row => row.Id));
    }

    [Fact]
    public async Task Which_obligations_the_State_has_is_said_of_a_day_and_of_no_day_alike()
    {
        await Take("bwc-cbm", "2022-01-01");
        await Take("hcoc", "2022-01-01");
        await _journal.Do(new EndUndertaking("bwc-cbm", Day("2024-01-01"), "Left"));
        Assert.Equal(["hcoc"], Held(_journal.Now));
        Assert.Equal(["hcoc", "bwc-cbm"], Held(_journal.On("2023-12-31")));
        Assert.Equal(["hcoc"], Held(_journal.On("2024-01-01")));
        Assert.Empty(Held(_journal.On("2021-12-31")));

        IEnumerable<string> Held(Books.View view) => Calendars.Ask(_journal.Book, new ObligationsQuery(), view).Value!.Rows
            .Where(row => row.From is not null).Select(row => row.Obligation.Id);
    }

    [Fact]
    public void Each_obligation_has_periods_that_end_before_they_are_due() => Assert.All(DeclarationRegister.Obligations, obligation =>
    {
        var periods = Period.Between(obligation, new DateOnly(2011, 1, 1), new DateOnly(2026, 12, 31)).ToList();
        Assert.NotEmpty(periods);
        Assert.All(periods, period => Assert.True(period.From <= period.To && period.To < period.Due));
        Assert.All(periods, period => Assert.Equal(period, Period.Find(obligation, period.Key)));
        Assert.Contains(obligation.Fields, field => field.Public);
    });

    [Fact]
    public async Task A_State_that_is_a_party_declares_its_totals_as_one()
    {
        await _journal.Do(new Undertake("new-start-exchange", Day("2018-02-05"), "Treaty", Party.Us));
        await _journal.Do(new SendDeclaration("new-start-exchange", "2018-02-05", Day("2018-03-01"),
            [new("vehicles", "652"), new("warheads", "1351"), new("launchers", "800")], "Note 1"));
        var view = NewStartAnswers.Ask(_journal.Book, new NewStartQuery(Party.Us), _journal.On("2018-08-31")).Value!;
        var row = Assert.Single(view.Rows, row => row.Source == AggregateSource.Declared);
        Assert.Equal((1351, -6), (row.Counts!.Warheads, row.DaysLate));
        Assert.Equal((Party.Us, 0, row.Entry), (view.Own!.Party, view.Own.Exceeded, view.Own.Entry));
        Assert.Contains(view.Rows, published => published.AsOf == row.AsOf && published.Counts!.Warheads == 1350);
    }

    [Fact]
    public async Task Statements_keep_text_condition_and_the_day_on_which_they_were_withdrawn()
    {
        var entry = await _journal.Do(new RecordArmsStatement("XA", StatementKind.Moratorium, Day("2012-01-01"), "Makes none", "Speech",
            "As long as others do"));
        await _journal.Do(new WithdrawArmsStatement(entry, Day("2020-01-01"), "Changed"));
        Assert.Null(Statement("2019-12-31").Withdrawn);
        var withdrawn = Statement("2020-01-01");
        Assert.Equal((Day("2020-01-01"), "Changed", "As long as others do"), (withdrawn.Withdrawn, withdrawn.Reason, withdrawn.ConditionEn));
        Assert.Equal(8, StatementAnswers.Ask(_journal.Book, new ArmsStatementsQuery("US", StatementKind.Stockpile), _journal.Now).Value!.Rows.Count);

        ArmsStatementRow Statement(string day) =>
            StatementAnswers.Ask(_journal.Book, new ArmsStatementsQuery("XA"), _journal.On(day)).Value!.Rows.Single();
    }

    [Fact]
    public async Task What_the_ledger_shows_stands_beside_what_was_declared()
    {
        await Take("civil-heu", "2025-01-01");
        var fields = new FieldValue[] { new("unirradiatedHeu", "1.5"), new("irradiatedHeu", "0"), new("minimisation", "Conversion") };
        await _journal.Do(new SendDeclaration("civil-heu", "2025", Day("2026-02-01"), fields, "Note 1"));
        Assert.Equal([("1.5", null, null), ("0", null, null)], Figures());
        await SmallLedger.Open(_journal);
        Assert.Equal([("1.5", 1.25m, 0.25m), ("0", 0m, 0m)], Figures());

        IEnumerable<(string?, decimal?, decimal?)> Figures() =>
            Calendars.Ask(_journal.Book, new DeclarationQuery("civil-heu-2025"), _journal.On("2026-06-30")).Value!.Fields
                .Where(field => field.Name.EndsWith("Heu", StringComparison.Ordinal)).Select(field => (field.Declared, field.Book, field.Difference));
    }

    private Task<long> Take(string obligation, string from) => _journal.Do(new Undertake(obligation, Day(from), "Note 0"));

    private IReadOnlyList<CalendarRow> Rows(string day) => Calendars.Ask(_journal.Book, new CalendarQuery(), _journal.On(day)).Value!.Rows;
}
