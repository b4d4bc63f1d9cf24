using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Reference;
using Custodia.Books;

namespace Custodia.ArmsControl.Commands;

/// <summary>Decides what is recorded of New START.</summary>
internal static class TreatyDecisions
{
    private const int MaxItems = 500;
    private const int MaxCount = 100_000;

    public static Decision Decide(ArmsControlBook book, RecordNotification command, DecisionContext context)
    {
        var rules = new InputRules();
        rules.Text(command.Number, "number", InputRules.MaxName);
        rules.Past(command.Sent, "sent", context);
        rules.Past(command.On, "on", context);
        InForce(rules, command.On, "on");
        rules.Optional(command.Note, "note");
        rules.RefuseIf(book.Notifications.Any(known => known.Counts(View.Everything) && known.Content.Party == command.Party
            && known.Content.Number == command.Number), ArmsControlRefusals.NumberUsed, "number", found: command.Number);
        if (command.Items.Count is 0 or > MaxItems || command.Items.DistinctBy(item => item.Uid).Count() < command.Items.Count)
        {
            rules.Refuse(ArmsControlRefusals.ItemsWrong.In("items", $"1 – {MaxItems}", $"{command.Items.Count}"));
            return rules.Accept(() => new NotificationRecorded(command));
        }

        var history = book.ItemsOf(command.Party);
        foreach (var (index, item) in command.Items.Index())
        {
            rules.Text(item.Uid, $"items[{index}].uid", InputRules.MaxName);
            rules.RefuseIf(item.Uid is not null && history.FirstBroken(item.Uid, command) is not null,
                ArmsControlRefusals.SequenceBroken, $"items[{index}]", found: item.Uid);
        }

        return rules.Accept(() => new NotificationRecorded(command));
    }

    public static Decision Decide(ArmsControlBook book, TakeBackNotification command, DecisionContext context)
    {
        var rules = new InputRules();
        rules.Text(command.Reason, "reason");
        if (book.NotificationOf(command.Entry) is not { TakenBackBy: long.MaxValue } kept)
            rules.Refuse(ArmsControlRefusals.NotificationUnknown.In("entry", found: $"{command.Entry}"));
        else
        {
            var broken = kept.Content.Items.Select(item => item.Uid)
                .FirstOrDefault(uid => book.ItemsOf(kept.Content.Party).FirstBroken(uid, kept) is not null);
            rules.RefuseIf(broken is not null, ArmsControlRefusals.SequenceBroken, "entry", found: broken);
        }

        return rules.Accept(() => new NotificationTakenBack(command.Entry, command.Reason));
    }

    public static Decision Decide(ArmsControlBook book, RecordExchange command, DecisionContext context)
    {
        var rules = new InputRules();
        rules.RefuseIf(!NewStart.IsDataDay(command.AsOf), ArmsControlRefusals.NoDataDay, "asOf", found: InputRules.Iso(command.AsOf));
        rules.Past(command.Sent, "sent", context);
        rules.NotBefore(command.Sent, command.AsOf, "sent");
        int[] counts = [command.Vehicles, command.Warheads, command.Launchers];
        rules.RefuseIf(counts.Any(count => count is < 0 or > MaxCount) || command.Vehicles > command.Launchers,
            ArmsControlRefusals.CountsWrong, "launchers", $"≥ {command.Vehicles}", $"{command.Launchers}");
        rules.Text(command.Document, "document");
        rules.Optional(command.Correction, "correction");
        rules.RefuseIf(command.Correction is null && book.Exchanges.Any(known => known.Content.Party == command.Party
            && known.Content.AsOf == command.AsOf), ArmsControlRefusals.ExchangeTwice, "asOf", found: InputRules.Iso(command.AsOf));
        return rules.Accept(() => new ExchangeRecorded(command));
    }

    public static Decision Decide(ArmsControlBook book, RecordObjection command, DecisionContext context)
    {
        var rules = new InputRules();
        rules.RefuseIf(command.By == command.Against, ArmsControlRefusals.SameParty, "against", found: $"{command.Against}");
        rules.RefuseIf(!NewStart.IsDataDay(command.AsOf), ArmsControlRefusals.NoDataDay, "asOf", found: InputRules.Iso(command.AsOf));
        rules.Past(command.On, "on", context);
        rules.NotBefore(command.On, command.AsOf, "on");
        rules.RefuseIf(command.Items is < 1 or > MaxCount, ArmsControlRefusals.CountsWrong, "items", $"1 – {MaxCount}", $"{command.Items}");
        rules.Text(command.Text, "text");
        rules.Text(command.Document, "document");
        return rules.Accept(() => new ObjectionRecorded(command));
    }

    public static Decision Decide(ArmsControlBook book, RecordInspection command, DecisionContext context)
    {
        var rules = new InputRules();
        rules.Past(command.On, "on", context);
        InForce(rules, command.On, "on");
        rules.Past(command.ReportSent, "reportSent", context);
        rules.NotBefore(command.ReportSent, command.On, "reportSent");
        rules.Text(command.Site, "site", InputRules.MaxName);
        rules.Optional(command.Finding, "finding");
        rules.RefuseIf(command.Declared is < 0 or > MaxCount || command.Found is < 0 or > MaxCount,
            ArmsControlRefusals.CountsWrong, "found", $"0 – {MaxCount}", $"{command.Found}");
        var year = NewStart.YearOf(command.On);
        var quota = NewStart.QuotaOf(command.Type);
        rules.RefuseIf(book.Inspections.Count(known => known.Content.By == command.By && known.Content.Type == command.Type
            && NewStart.YearOf(known.Content.On) == year) >= quota, ArmsControlRefusals.QuotaUsed, "type", $"≤ {quota}", $"{quota + 1}");
        return rules.Accept(() => new InspectionRecorded(command));
    }

    private static void InForce(InputRules rules, DateOnly day, string field) =>
        rules.RefuseIf(!NewStart.IsInForce(day), ArmsControlRefusals.NotInForce, field, found: InputRules.Iso(day));
}
