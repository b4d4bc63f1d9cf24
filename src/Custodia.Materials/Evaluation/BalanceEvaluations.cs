using System.Globalization;
using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Materials.Rules;
using Custodia.Materials.Structure;
using Custodia.Quantities;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;

namespace Custodia.Materials.Evaluation;

/// <summary>Evaluates the closed balances of an MBA.</summary>
public static class BalanceEvaluations
{
    /// <summary>Name and version of what is worked out here; a change of any figure is another version.</summary>
    public const string Method = "custodia-balance-evaluation/2";

    private static readonly Bilingual Convention = new(
        "IAEA convention: MUF = BA − PE; positive is an apparent loss.", "IAEA 慣例：MUF = BA − PE；正值表示表觀損失。");

    private static readonly Bilingual Values = new(
        "Variances from measured values; masses of the ledger are exact.", "變異數以量測值計算；料帳質量為精確值。");

    /// <summary>Answers <see cref="BalanceEvaluationQuery"/>.</summary>
    public static Answer<BalanceEvaluation> Ask(MaterialsBook book, BalanceEvaluationQuery query, View view)
    {
        if (Sight.Mba(book, query.Mba, view) is not { } ledger)
            return Sight.NoMba(query.Mba);
        return ledger.Evaluations.Of(ledger, query, view, own => Ask(ledger, query, own));
    }

    private static Answer<BalanceEvaluation> Ask(MbaLedger ledger, BalanceEvaluationQuery query, View view)
    {
        if (ledger.Area.Accounting == AccountingKind.Item)
            return EvaluationRefusals.ItemArea.In("mba", found: query.Mba);
        if (ledger.Find(LedgerKind.Book, query.Material) is not { } account || Sight.Known(account.Postings, view, p => p.Sequence) == 0
            || (query.Isotope && query.Material.Isotope == '\0'))
            return EvaluationRefusals.MaterialUnknown.In("material", found: query.Material.ToString());
        var measured = new MeasuredLedger(ledger, query.Material, query.Isotope, view);
        if (CheckOptions(query, measured) is { } refusal)
            return refusal;
        return Accept(ledger, query, measured, out var accepted) is { Count: > 0 } refusals
            ? Answer<BalanceEvaluation>.Refuse(refusals)
            : Evaluate(query, measured, accepted, ledger, AlarmResets.Of(ledger, query, measured, view));
    }

    private static Refusal? CheckOptions(BalanceEvaluationQuery query, MeasuredLedger measured)
    {
        if (query.K is < 0 or > 5)
            return EvaluationRefusals.OptionsOutside.In("k", "0–5", Text(query.K));
        if (query.Alpha is < 0.000001m or > 0.2m)
            return EvaluationRefusals.OptionsOutside.In("alpha", "0.000001–0.2", Text(query.Alpha));
        if (query.Goal is <= 0 or > 1_000_000_000_000)
            return EvaluationRefusals.LossOutside.In("goal", "> 0", Text(query.Goal.Value));
        if (query.Loss is null && query.LossFrom is null && query.LossTo is null)
            return null;
        var isWhole = query.Loss is > 0 and <= 1_000_000_000 && query.LossFrom is { } from && measured.Periods.Count > 0
            && from >= measured.Periods[0].From && (query.LossTo ?? from) >= from && (query.LossTo ?? from) <= measured.Periods[^1].To
            // The opening stands for the evening of its day: nothing of that day alone lies within a balance.
            && measured.Time(query.LossTo ?? from) > 0;
        return isWhole ? null : EvaluationRefusals.LossOutside.In("loss", "> 0", query.Loss is { } loss ? Text(loss) : null);
    }

    private static List<Refusal> Accept(
        MbaLedger ledger, BalanceEvaluationQuery query, MeasuredLedger measured, out AcceptedError? accepted)
    {
        accepted = null;
        var without = measured.Measurements.Where(one => one.Methods.Count == 0 && one.Net.Any(part => !part.Mass.IsZero)).ToList();
        if (without.Count == 0)
            return [];
        if (!query.UseAccepted)
        {
            return
            [
                .. from one in without
                   group one by (one.Place.Kmp, one.Place.Description) into place
                   orderby place.Key
                   select EvaluationRefusals.NoMethod.In("mba", found: string.Create(CultureInfo.InvariantCulture,
                       $"{place.Key.Kmp} × {place.Key.Description}: {place.Count()}; {place.First().Batch}, ")
                       + LineRules.Text(place.First().Place.Day)),
            ];
        }

        if (AcceptedErrors.Of(ledger.Facility.Kind, query.Material.Element) is not { } fraction)
            return [EvaluationRefusals.NoAccepted.In("useAccepted", found: ledger.Facility.Kind.ToString())];
        accepted = new AcceptedError(
            ledger.Facility.Kind, fraction, without.Sum(one => one.Lines), AcceptedErrors.Sigmas(measured, fraction));
        return [];
    }

    private static Answer<BalanceEvaluation> Evaluate(
        BalanceEvaluationQuery query, MeasuredLedger measured, AcceptedError? accepted, MbaLedger ledger, AlarmResets closed)
    {
        var built = measured.Periods.Count == 0 ? null : new EvaluationCase(measured, accepted?.Sigma ?? []);
        var basis = new EvaluationBasis(Method, query.Model, Values, built?.Digest(Options(query, closed)) ?? "");
        if (built is null)
            return Empty(query, measured, basis);
        var sequence = BalanceSequence.Evaluate(built.Case, new EvaluationOptions { Model = query.Model })[0];
        // Of as many balances as can be tested, which a singular one makes fewer.
        var most = sequence.Sitmuf.Length > 0 ? PageThreshold.MostAlpha(sequence.Sitmuf.Length, (double)query.K) : 1;
        if ((double)query.Alpha >= most)
            return EvaluationRefusals.OptionsOutside.In(
                "alpha", string.Create(CultureInfo.InvariantCulture, $"< {most:0.######}"), Text(query.Alpha));
        var goal = Goals.Check(query, measured, sequence);
        var page = sequence.Page((double)query.K, closed.Resets);
        var limits = Limits.Of(query, sequence);
        var periods = Periods(measured, sequence, page, limits, closed);
        return new BalanceEvaluation(query.Mba, query.Material, query.Isotope, periods, Verdicts.Of(periods), measured.OpenSince,
            sequence.Singular is { } singular ? new SingularPeriod(measured.Periods[singular.Period].To, singular.Reason) : null,
            MethodParts.Of(ledger, sequence, goal), accepted, limits, goal,
            Losses.Curves(sequence, limits), Losses.Suppose(query, measured, sequence, limits, closed), Convention, basis);
    }

    private static BalanceEvaluation Empty(BalanceEvaluationQuery query, MeasuredLedger measured, EvaluationBasis basis) =>
        new(query.Mba, query.Material, query.Isotope, [], Verdicts.Of([]), measured.OpenSince,
            null, [], null, null, null, null, null, Convention, basis);

    private static List<EvaluatedBalance> Periods(
        MeasuredLedger measured, BalanceSequence sequence, PageTest page, TestLimits? limits, AlarmResets closed)
    {
        var periods = new List<EvaluatedBalance>();
        var verdicts = new Verdicts(sequence, page, limits, closed);
        var cumuf = Mass.Zero;
        for (var i = 0; i < measured.Periods.Count; i++)
        {
            var period = measured.Periods[i];
            cumuf += period.Muf;
            var sigma = sequence.Sigma[i];
            var isTested = i < sequence.Sitmuf.Length;
            periods.Add(new EvaluatedBalance(period.From, period.To, period.Closing.Stamp.Sequence, period.Begin, period.Increases,
                period.Decreases, period.End, period.Muf, cumuf, period.Active, sigma, sequence.SigmaCumuf[i],
                sigma > 0 ? (double)period.Muf.Grams / sigma : null, isTested ? sequence.Sitmuf[i] : null,
                isTested ? sequence.ItmufSd[i] : null, isTested ? page.Upper[i] : null, isTested ? page.Lower[i] : null,
                isTested ? sequence.GemufV1[i] : null, verdicts[i],
                period.Lines, period.Measurements, [.. period.Calibrations]));
        }

        return periods;
    }

    private static string Options(BalanceEvaluationQuery query, AlarmResets closed) => string.Create(CultureInfo.InvariantCulture,
        $"{Method} {query.Mba} {query.Material} {query.Isotope} {query.K} {query.Alpha} {query.Model} {query.UseAccepted} {closed}");

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
