using System.Globalization;
using Custodia.ArmsControl.Declarations;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Reference;
using Custodia.Books;

namespace Custodia.ArmsControl.Commands;

/// <summary>Decides what the State declares, and what is recorded of statements.</summary>
internal static class DeclarationDecisions
{
    private const int MaxFieldText = 2_000;
    private const int MaxNumberText = 20;
    private const int MaxWarheads = 100_000;

    public static Decision Decide(ArmsControlBook book, Undertake command, DecisionContext context)
    {
        var rules = new InputRules();
        var obligation = DeclarationRegister.Find(command.Obligation);
        rules.RefuseIf(obligation is null, ArmsControlRefusals.Unknown, "obligation", found: command.Obligation);
        rules.RefuseIf(obligation is not null && obligation.NeedsParty != command.Party is not null, ArmsControlRefusals.PartyWrong, "party",
            found: $"{command.Party}");
        rules.Past(command.From, "from", context);
        rules.Text(command.Document, "document");
        var last = book.Undertakings.LastOrDefault(known => known.Content.Obligation == command.Obligation);
        rules.RefuseIf(last is not null && last.Until(View.Everything) > command.From, ArmsControlRefusals.AlreadyUndertaken, "obligation",
            found: command.Obligation);
        return rules.Accept(() => new ObligationUndertaken(command));
    }

    public static Decision Decide(ArmsControlBook book, EndUndertaking command, DecisionContext context)
    {
        var rules = new InputRules();
        var last = book.Undertakings.LastOrDefault(known => known.Content.Obligation == command.Obligation);
        if (last is null || last.Until(View.Everything) < DateOnly.MaxValue)
            rules.Refuse(ArmsControlRefusals.NotUndertaken.In("obligation", found: GivenText.Quote(command.Obligation)));
        else
            rules.NotBefore(command.Until, last.Content.From, "until");
        rules.Past(command.Until, "until", context);
        rules.Text(command.Reason, "reason");
        return rules.Accept(() => new UndertakingEnded(command));
    }

    public static Decision Decide(ArmsControlBook book, SendDeclaration command, DecisionContext context)
    {
        var rules = new InputRules();
        var known = Known(rules, command.Obligation, command.Period);
        if (known is var (obligation, period))
        {
            rules.RefuseIf(!Calendars.IsOwed(book, obligation, period, View.Everything), ArmsControlRefusals.NotUndertaken, "period",
                found: period.Key);
            rules.RefuseIf(command.Sent < period.To, ArmsControlRefusals.PeriodRuns, "sent",
                $"≥ {InputRules.Iso(period.To)}", InputRules.Iso(command.Sent));
            rules.RefuseIf(book.DeclarationOf(obligation.Id, period.Key) is not null, ArmsControlRefusals.SentAlready, "period", found: period.Key);
            Fields(rules, obligation, command.Fields);
        }

        rules.Past(command.Sent, "sent", context);
        rules.Text(command.Document, "document");
        return rules.Accept(() => new DeclarationSent(command));
    }

    public static Decision Decide(ArmsControlBook book, CorrectDeclaration command, DecisionContext context)
    {
        var rules = new InputRules();
        if (Known(rules, command.Obligation, command.Period) is var (obligation, period))
        {
            SentBy(rules, book.DeclarationOf(obligation.Id, period.Key)?.Versions[^1].Sent, command.Sent, "sent");
            Fields(rules, obligation, command.Fields);
        }

        rules.Past(command.Sent, "sent", context);
        rules.Text(command.Document, "document");
        rules.Text(command.Reason, "reason");
        return rules.Accept(() => new DeclarationCorrected(command));
    }

    public static Decision Decide(ArmsControlBook book, AcknowledgeDeclaration command, DecisionContext context)
    {
        var rules = new InputRules();
        if (Known(rules, command.Obligation, command.Period) is var (obligation, period))
            SentBy(rules, book.DeclarationOf(obligation.Id, period.Key)?.Versions[0].Sent, command.On, "on");
        rules.Past(command.On, "on", context);
        rules.Text(command.By, "by", InputRules.MaxName);
        rules.Text(command.Document, "document");
        return rules.Accept(() => new DeclarationAcknowledged(command));
    }

    public static Decision Decide(ArmsControlBook book, RecordArmsStatement command, DecisionContext context)
    {
        var rules = new InputRules();
        rules.RefuseIf(command.State is not { Length: 2 } || !command.State.All(char.IsAsciiLetterUpper), ArmsControlRefusals.TextMissing, "state",
            "A–Z, 2", command.State);
        rules.Past(command.On, "on", context);
        rules.Text(command.Text, "text");
        rules.Text(command.Document, "document");
        rules.Optional(command.Condition, "condition");
        rules.RefuseIf(command.Kind == StatementKind.Stockpile != command.Value is not null || command.Value is < 0 or > MaxWarheads,
            ArmsControlRefusals.CountsWrong, "value", $"0 – {MaxWarheads}", $"{command.Value}");
        rules.RefuseIf(command.ValueAsOf > command.On, ArmsControlRefusals.DayAhead, "valueAsOf",
            $"≤ {InputRules.Iso(command.On)}", InputRules.Iso(command.ValueAsOf));
        return rules.Accept(() => new StatementRecorded(command));
    }

    public static Decision Decide(ArmsControlBook book, WithdrawArmsStatement command, DecisionContext context)
    {
        var rules = new InputRules();
        if (book.StatementOf(command.Entry) is { Withdrawn.Entry: long.MaxValue } statement)
            rules.NotBefore(command.On, statement.Content.On, "on");
        else
            rules.Refuse(ArmsControlRefusals.StatementUnknown.In("entry", found: $"{command.Entry}"));
        rules.Past(command.On, "on", context);
        rules.Text(command.Reason, "reason");
        return rules.Accept(() => new StatementWithdrawn(command));
    }

    private static (Obligation Obligation, Period Period)? Known(InputRules rules, string? id, string? key)
    {
        if (DeclarationRegister.Find(id) is not { } obligation)
            rules.Refuse(ArmsControlRefusals.Unknown.In("obligation", found: GivenText.Quote(id)));
        else if (Period.Find(obligation, key) is { } period)
            return (obligation, period);
        else
            rules.Refuse(ArmsControlRefusals.NoPeriod.In("period", found: GivenText.Quote(key)));
        return null;
    }

    private static void SentBy(InputRules rules, DateOnly? sent, DateOnly day, string field)
    {
        if (sent is { } known)
            rules.NotBefore(day, known, field);
        else
            rules.Refuse(ArmsControlRefusals.NotSent.In("period"));
    }

    private static void Fields(InputRules rules, Obligation obligation, IReadOnlyList<FieldValue> given)
    {
        foreach (var field in obligation.Fields)
        {
            var values = given.Where(value => value.Name == field.Name).ToList();
            rules.RefuseIf(values.Count > 1 || values.Count == 0 && field.Required, ArmsControlRefusals.FieldWrong, field.Name,
                field.Required ? "1" : "0 – 1", $"{values.Count}");
            rules.RefuseIf(values.Any(value => !IsInForm(field, value.Value)), ArmsControlRefusals.FieldWrong, field.Name,
                FormOf(field.Type), values.FirstOrDefault()?.Value);
        }

        foreach (var unknown in given.Where(value => obligation.Fields.All(field => field.Name != value.Name)))
            rules.Refuse(ArmsControlRefusals.FieldWrong.In("fields", string.Join(", ", obligation.Fields.Select(field => field.Name)),
                GivenText.Quote(unknown.Name)));
    }

    private static string FormOf(FieldType type) => type switch
    {
        FieldType.Number => "0.0",
        FieldType.Count => "0, 1, 2 …",
        FieldType.Text => $"1 – {MaxFieldText}",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static bool IsInForm(DeclarationField field, string? value) => field.Type switch
    {
        FieldType.Number => value is { Length: > 0 and <= MaxNumberText }
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        FieldType.Count => value is { Length: > 0 and <= MaxNumberText }
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        FieldType.Text => GivenText.IsTaken(value, MaxFieldText, hasLines: true),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
