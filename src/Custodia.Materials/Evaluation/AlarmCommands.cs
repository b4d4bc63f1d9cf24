using Custodia.Books;
using Custodia.Materials.Rules;
using Custodia.Statistics.Balances;

namespace Custodia.Materials.Evaluation;

/// <summary>Closes the alarms of an evaluated balance, which were investigated. The evaluation is named as it was asked for.</summary>
public sealed record CloseAlarm(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Material, such as E/G", "物料，如 E/G")] MaterialCode Material,
    [property: Meaning("PIT date of the balance with the alarm", "示警該期之實地盤點日")] DateOnly Date,
    [property: Meaning("What the investigation found", "調查結果")] string Finding,
    [property: Meaning("The isotope was evaluated, not the element", "評估對象為同位素而非元素")] bool Isotope = false,
    [property: Meaning("Reference value k of Page's test, 0 to 5", "Page 檢定之參考值 k，0 至 5")] decimal K = 0.5m,
    [property: Meaning("Probability of any false alarm of a test over all balances", "各檢定於全部平衡期間之誤警機率")] decimal Alpha = 0.05m,
    [property: Meaning("Random error of each item, or of the total", "隨機誤差：逐件或總量")] RandomErrorModel Model = RandomErrorModel.Item,
    [property: Meaning("Lines without a method counted with the accepted error of the facility type", "無量測方法之分錄採用該類設施之公認誤差")] bool UseAccepted = false);

/// <summary>Opens closed alarms again: the investigation was wrong, or goes on.</summary>
public sealed record ReopenAlarm(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Entry number of the closing", "結案分錄編號")] long Entry,
    [property: Meaning("Reason", "理由")] string Reason);

/// <summary>Decides commands on the alarms of evaluations.</summary>
internal static class AlarmDecisions
{
    public const int MaxText = 500;

    public static Decision Decide(MaterialsBook book, CloseAlarm command, DecisionContext context)
    {
        if (!GivenText.IsTaken(command.Finding, MaxText, hasLines: true))
            return Decision.Refuse(AlarmRefusals.FindingMissing.In("finding", $"1 – {MaxText}"));
        var query = new BalanceEvaluationQuery(
            command.Mba, command.Material, command.Isotope, command.K, command.Alpha, command.Model, command.UseAccepted);
        var answer = BalanceEvaluations.Ask(book, query, View.Everything);
        if (!answer.IsGiven)
            return Decision.Refuse(answer.Refusals);
        var balance = answer.Value.Periods.FirstOrDefault(period => period.To == command.Date);
        if (balance?.Verdict.Closed is { } closed)
            return Decision.Refuse(AlarmRefusals.ClosedAlready.In("date", found: FormattableString.Invariant($"#{closed.Entry}")));
        if (balance is not { Verdict.Alarms: { Count: > 0 } tests })
            return Decision.Refuse(AlarmRefusals.NoAlarm.In(
                "date", string.Join(", ", answer.Value.Verdict.Alarms.Select(LineRules.Text)), LineRules.Text(command.Date)));
        return Decision.Accept(new AlarmClosed(command.Mba, command.Material, command.Date, command.Finding, tests, command.Isotope,
            command.K, command.Alpha, command.Model, command.UseAccepted));
    }

    public static Decision Decide(MaterialsBook book, ReopenAlarm command, DecisionContext context)
    {
        if (!book.Mbas.TryGetValue(command.Mba, out var ledger))
            return Decision.Refuse(MaterialsRefusals.MbaUnknown.In("mba", found: command.Mba));
        var refusals = new List<Refusal>();
        if (ledger.AlarmClosings.Find(closing => closing.Stamp.Sequence == command.Entry) is not { Reopened: null })
            refusals.Add(AlarmRefusals.ClosingUnknown.In("entry", found: FormattableString.Invariant($"{command.Entry}")));
        if (!GivenText.IsTaken(command.Reason, MaxText, hasLines: true))
            refusals.Add(AlarmRefusals.FindingMissing.In("reason", $"1 – {MaxText}"));
        return refusals.Count > 0
            ? Decision.Refuse(refusals)
            : Decision.Accept(new AlarmReopened(command.Mba, command.Entry, command.Reason));
    }
}
