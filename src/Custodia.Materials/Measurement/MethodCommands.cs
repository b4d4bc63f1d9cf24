using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Rules;

namespace Custodia.Materials.Measurement;

/// <summary>Begins a new calibration of a measurement method.</summary>
public sealed record RecalibrateMethod(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Method code", "方法代碼")] string Code,
    [property: Meaning("First day of the new calibration", "新校正之首日")] DateOnly Date,
    [property: Meaning("Reason, and source of new figures", "理由及新數值之來源")] string Reason,
    [property: Meaning("Random error, percent; left out: as before", "隨機誤差（百分比）；未填則不變")] decimal? RandomPercent = null,
    [property: Meaning("Systematic error, percent; left out: as before", "系統誤差（百分比）；未填則不變")] decimal? SystematicPercent = null,
    [property: Meaning("Random error, grams; left out: as before", "隨機誤差（公克）；未填則不變")] decimal? RandomGrams = null,
    [property: Meaning("Systematic error, grams; left out: as before", "系統誤差（公克）；未填則不變")] decimal? SystematicGrams = null);

/// <summary>Ends the time in force of a measurement method.</summary>
public sealed record WithdrawMethod(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Method code", "方法代碼")] string Code,
    [property: Meaning("Last day in force", "最後生效日")] DateOnly LastDay,
    [property: Meaning("Reason", "理由")] string Reason);

/// <summary>Decides commands on measurement methods.</summary>
internal static class MethodDecisions
{
    public const int MaxText = 200;
    private const int MaxPatterns = 40;
    private const int MaxDecimals = 6;
    private const decimal MaxGrams = 1_000_000_000;
    public static Decision Decide(MaterialsBook book, MeasurementMethod command, DecisionContext context)
    {
        if (!book.Mbas.TryGetValue(command.Mba, out var ledger))
            return Decision.Refuse(MaterialsRefusals.MbaUnknown.In("mba", found: command.Mba));
        var refusals = new List<Refusal>();
        if (!IsCode(command.Code))
            refusals.Add(MaterialsRefusals.CodeMalformed.In("code", "A–Z 0–9 -, 1–16", command.Code));
        if (ledger.Methods.Exists(known => known.Method.Code == command.Code))
            refusals.Add(MaterialsRefusals.CodeTaken.In("code", found: command.Code));
        StructureNames.Check(command.NameEn, command.NameZh, default, refusals);
        if (!GivenText.IsTaken(command.Source, MaxText))
            refusals.Add(MethodRefusals.SourceMissing.In("source"));
        if (!ledger.IsInForce(command.From))
            refusals.Add(MaterialsRefusals.MbaNotInForce.In("from", LineRules.Text(ledger.Area.From), LineRules.Text(command.From)));
        CheckErrors(new(command.RandomPercent, command.SystematicPercent, command.RandomGrams, command.SystematicGrams),
            command.PerItem, refusals);
        CheckServed(ledger, command, refusals);
        return refusals.Count > 0 ? Decision.Refuse(refusals) : Decision.Accept(new MethodRegistered(command));
    }

    public static Decision Decide(MaterialsBook book, RecalibrateMethod command, DecisionContext context)
    {
        if (Find(book, command.Mba, command.Code, command.Date, out var refusal) is not { } method)
            return Decision.Refuse(refusal!);
        var refusals = new List<Refusal>();
        var last = method.Calibrations(View.Everything)[^1];
        if (command.Date <= last.From || command.Date > context.Today)
            refusals.Add(MethodRefusals.DateOutside.In("date",
                $"> {LineRules.Text(last.From)}, ≤ {LineRules.Text(context.Today)}", LineRules.Text(command.Date)));
        if (!GivenText.IsTaken(command.Reason, MaxText))
            refusals.Add(MethodRefusals.ReasonMissing.In("reason"));
        var errors = new MethodErrors(
            command.RandomPercent ?? last.Errors.RandomPercent, command.SystematicPercent ?? last.Errors.SystematicPercent,
            command.RandomGrams ?? last.Errors.RandomGrams, command.SystematicGrams ?? last.Errors.SystematicGrams);
        CheckErrors(errors, method.Method.PerItem, refusals);
        return refusals.Count > 0
            ? Decision.Refuse(refusals)
            : Decision.Accept(new MethodRecalibrated(
                command.Mba, command.Code, command.Date, errors == last.Errors ? null : errors, command.Reason));
    }

    public static Decision Decide(MaterialsBook book, WithdrawMethod command, DecisionContext context)
    {
        if (Find(book, command.Mba, command.Code, command.LastDay, out var refusal) is not { } method)
            return Decision.Refuse(refusal!);
        var refusals = new List<Refusal>();
        var last = method.Calibrations(View.Everything)[^1];
        if (command.LastDay < last.From || command.LastDay > context.Today)
            refusals.Add(MethodRefusals.DateOutside.In("lastDay",
                $"≥ {LineRules.Text(last.From)}, ≤ {LineRules.Text(context.Today)}", LineRules.Text(command.LastDay)));
        if (!GivenText.IsTaken(command.Reason, MaxText))
            refusals.Add(MethodRefusals.ReasonMissing.In("reason"));
        return refusals.Count > 0
            ? Decision.Refuse(refusals)
            : Decision.Accept(new MethodWithdrawn(command.Mba, command.Code, command.LastDay, command.Reason));
    }

    /// <summary>The method that is in force, or why there is none. One that was withdrawn is in force no longer on any day.</summary>
    private static RegisteredMethod? Find(MaterialsBook book, string mba, string code, DateOnly day, out Refusal? refusal)
    {
        refusal = null;
        if (!book.Mbas.TryGetValue(mba, out var ledger))
            refusal = MaterialsRefusals.MbaUnknown.In("mba", found: mba);
        else if (ledger.Methods.Find(known => known.Method.Code == code) is { Withdrawal: null } method && day >= method.Method.From)
            return method;
        else
            refusal = MethodRefusals.Unknown.In("code", found: code);
        return null;
    }

    private static void CheckErrors(MethodErrors errors, bool perItem, List<Refusal> refusals)
    {
        var before = refusals.Count;
        Check("randomPercent", errors.RandomPercent, 100);
        Check("systematicPercent", errors.SystematicPercent, 100);
        Check("randomGrams", errors.RandomGrams, MaxGrams);
        // What each item takes of it grows with their number, and no longer has one size for a method.
        Check("systematicGrams", errors.SystematicGrams, perItem ? 0 : MaxGrams);
        if (refusals.Count == before && errors is { RandomPercent: 0, SystematicPercent: 0, RandomGrams: 0, SystematicGrams: 0 })
            refusals.Add(MethodRefusals.ErrorsOutside.In("randomPercent", "> 0", "0"));

        void Check(string field, decimal value, decimal most)
        {
            if (value < 0 || value > most || value.Scale > MaxDecimals && value != decimal.Round(value, MaxDecimals))
                refusals.Add(MethodRefusals.ErrorsOutside.In(field, FormattableString.Invariant($"0–{most}"),
                    FormattableString.Invariant($"{value}")));
        }
    }

    private static void CheckServed(MbaLedger ledger, MeasurementMethod command, List<Refusal> refusals)
    {
        var kmps = command.Kmps ?? [];
        foreach (var kmp in kmps.Where((kmp, at) => kmps.Take(at).Contains(kmp) || ledger.Kmp(kmp, command.From) is null))
            refusals.Add(MaterialsRefusals.KmpUnknown.In("kmps", found: kmp));
        var patterns = command.Descriptions ?? [];
        if (patterns.Count > MaxPatterns || patterns.Distinct().Count() != patterns.Count
            || patterns.FirstOrDefault(pattern => !IsPattern(pattern)) is not null)
            refusals.Add(MethodRefusals.PatternMalformed.In(
                "descriptions", "U6CF, PH??", patterns.FirstOrDefault(pattern => !IsPattern(pattern))));
        var rival = ledger.Methods.Find(known => known.Method.Measures == command.Measures
            && (known.LastDay(View.Everything) is not { } last || last >= command.From) && Overlap(known.Method, command));
        if (rival is not null)
            refusals.Add(MethodRefusals.Ambiguous.In("kmps", found: rival.Method.Code));
    }

    private static bool Overlap(MeasurementMethod left, MeasurementMethod right) =>
        (left.Kmps ?? []).Intersect(right.Kmps ?? []).Any()
        && (left.Descriptions is not { Count: > 0 } these || right.Descriptions is not { Count: > 0 } those
            || these.Any(one => those.Any(other => one.Length == other.Length
                && one.Zip(other).All(pair => pair.First == '?' || pair.Second == '?' || pair.First == pair.Second))));

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= 16 && code[0] != '-' && code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');

    private static bool IsPattern(string pattern) =>
        pattern.Length == 4 && pattern.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '?');
}
