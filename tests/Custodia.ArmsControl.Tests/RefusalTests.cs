using Custodia.ArmsControl.Declarations;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.Books;
using static Custodia.ArmsControl.Tests.StateJournal;

namespace Custodia.ArmsControl.Tests;

/// <summary>Bad input is refused whole, with a reason for each thing that is wrong.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly FieldValue[] Fields = [new("policy", "None"), new("launches", "0")];

    private readonly StateJournal _journal = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Each_reason_arises_from_an_input_that_deserves_it()
    {
        await OfTreaty();
        await OfDeclarations();
        Ask(Calendars.Ask(_journal.Book, new CalendarQuery("hcoc"), _journal.Now), "day-missing");
        Ask(Calendars.Ask(_journal.Book, new CalendarQuery("none"), _journal.Now), "unknown");
        Ask(Calendars.Ask(_journal.Book, new DeclarationQuery("hcoc-2019"), _journal.On("2026-01-01")), "unknown");
        Ask(Calendars.Ask(_journal.Book, new DeclarationQuery("hcoc-" + new string('9', 500)), _journal.On("2026-01-01")), "unknown");
        Ask(Calendars.Ask(_journal.Book, new ExtractQuery("none-2025"), _journal.Now), "unknown");
        Assert.Equal(RefusalCatalogue.Of(typeof(ArmsControlRefusals)).Select(code => code.Code.Split('.')[1]).Order(), _seen.Order());
    }

    private async Task OfTreaty()
    {
        var day = Day("2020-03-01");
        await _journal.Do(new RecordNotification(Party.Us, "N-1", NotificationType.Delivered, day, day, [new("I-1", ItemCategory.IcbmLauncher)]));
        await Refused(new RecordNotification(Party.Us, "N-1", NotificationType.Deployed, day, day, [new("I-1", null, 3)]), "number-used");
        await Refused(new RecordNotification(Party.Us, "", NotificationType.Deployed, day, Today.AddDays(1), [new("I-1", null, 3)], "a\u0007"),
            "text-missing", "day-ahead", "text-missing");
        await Refused(new RecordNotification(Party.Us, "N-2", NotificationType.Deployed, Day("2026-02-05"), Today, [new("I-1", null, 3)]),
            "not-in-force");
        await Refused(new RecordNotification(Party.Us, "N-2", NotificationType.Moved, day, day, []), "items-wrong");
        await Refused(new RecordNotification(Party.Us, "N-2", NotificationType.Moved, day, day, [new("I-1"), new("I-1")]), "items-wrong");
        await Refused(new RecordNotification(Party.Us, "N-2", NotificationType.Deployed, day, day, [new("I-1", null, 21)]), "sequence-broken");
        await Refused(new RecordNotification(Party.Us, "N-2", NotificationType.Deployed, day, day, [new("I-1", null, -1)]), "sequence-broken");
        await Refused(new RecordNotification(Party.Us, "N-2", NotificationType.Deployed, day, day, [new("I-1")]), "sequence-broken");
        await Refused(new RecordNotification(Party.Ru, "N-2", NotificationType.Moved, day, day, [new("I-1")]), "sequence-broken");
        await Refused(new TakeBackNotification(99, "Wrong"), "notification-unknown");
        await _journal.Do(new RecordExchange(Party.Us, day, day, 700, 1550, 800, "Note"));
        await Refused(new RecordExchange(Party.Us, day, day.AddDays(-1), 801, 1550, 800, "Note"), "day-too-early", "counts-wrong", "exchange-twice");
        await Refused(new RecordExchange(Party.Us, Day("2020-03-02"), Day("2020-04-01"), 1, 1, 1, "Note"), "no-data-day");
        await Refused(new RecordObjection(Party.Us, Party.Us, day, day, Measure.Warheads, 1, "Held", "Note"), "same-party");
        await Refused(new RecordObjection(Party.Us, Party.Ru, day, day, Measure.Warheads, 0, "Held", "Note"), "counts-wrong");
        for (var number = 0; number < 8; number++)
            await _journal.Do(new RecordInspection(Party.Ru, InspectionType.Two, day, "Base", 1, 1));
        await Refused(new RecordInspection(Party.Ru, InspectionType.Two, day, "Base", 1, 1), "quota-used");
        await Refused(new RecordInspection(Party.Ru, InspectionType.One, day, "Base", -1, 1, ReportSent: day.AddDays(-1)),
            "day-too-early", "counts-wrong");
    }

    private async Task OfDeclarations()
    {
        await Refused(new Undertake("none", Today, "Note"), "unknown");
        await Refused(new Undertake("hcoc", Today, "Note", Party.Us), "party-wrong");
        await Refused(new Undertake("new-start-exchange", Day("2020-01-01"), "Note"), "party-wrong");
        await Refused(new EndUndertaking("hcoc", Today, "Left"), "not-undertaken");
        await _journal.Do(new Undertake("hcoc", Day("2024-01-01"), "Note"));
        await Refused(new Undertake("hcoc", Day("2025-01-01"), "Note"), "already-undertaken");
        await Refused(new SendDeclaration("hcoc", "2023", Day("2024-03-01"), Fields, "Note"), "not-undertaken");
        await Refused(new SendDeclaration("hcoc", "24", Day("2024-03-01"), Fields, "Note"), "no-period");
        await Refused(new SendDeclaration("hcoc", "2025", Day("2025-12-30"), Fields, "Note"), "period-runs");
        await Refused(new SendDeclaration("hcoc", "2025", Day("2026-03-01"), [new("launches", "-1"), new("other", "x")], "Note"),
            "field-wrong", "field-wrong", "field-wrong");
        await Refused(new SendDeclaration("hcoc", "2025", Day("2026-03-01"), [.. Fields, new("launches", "1")], "Note"), "field-wrong");
        await Refused(new CorrectDeclaration("hcoc", "2025", Day("2026-03-01"), Fields, "Note", "Wrong"), "not-sent");
        await Refused(new AcknowledgeDeclaration("hcoc", "2025", Day("2026-03-01"), "They", "Note"), "not-sent");
        await _journal.Do(new SendDeclaration("hcoc", "2025", Day("2026-03-01"), Fields, "Note"));
        await Refused(new SendDeclaration("hcoc", "2025", Day("2026-03-02"), Fields, "Note"), "sent-already");
        await Refused(new CorrectDeclaration("hcoc", "2025", Day("2026-02-28"), Fields, "Note", "Wrong"), "day-too-early");
        await Refused(new RecordArmsStatement("xa", StatementKind.Stockpile, Today, "Some", "Note", ValueAsOf: Today.AddDays(1)),
            "text-missing", "counts-wrong", "day-ahead");
        await Refused(new RecordArmsStatement("XA", StatementKind.Policy, Today, "Some", "Note", Value: 3), "counts-wrong");
        await Refused(new WithdrawArmsStatement(1, Today, "Changed"), "statement-unknown");
    }

    private async Task Refused(object command, params string[] codes)
    {
        Assert.Equal(codes, await _journal.Refused(command));
        _seen.UnionWith(codes);
    }

    private void Ask<T>(Answer<T> answer, string code)
    {
        Assert.Equal("arms-control." + code, Assert.Single(answer.Refusals).Code);
        _seen.Add(code);
    }
}
