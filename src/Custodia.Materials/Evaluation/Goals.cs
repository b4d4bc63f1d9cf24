using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Quantities;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Detection;

namespace Custodia.Materials.Evaluation;

/// <summary>The last balance against a significant quantity, and what would have to be bettered.</summary>
internal static class Goals
{
    private const double MissedLoss = 0.05;

    /// <summary>What sigma a loss of one significant quantity asks for, at 5 % false alarms and 5 % missed losses.</summary>
    /// <remarks>A quantity that is counted in the isotope is compared as element by the mean share of the isotope in the last balance.</remarks>
    public static GoalCheck Check(BalanceEvaluationQuery query, MeasuredLedger measured, BalanceSequence sequence)
    {
        if (query.Goal is { } own)
            return Of(null, (double)own, sequence);
        var stock = measured.Stock();
        var kind = MaterialTypes.Of(query.Material, stock);
        var quantity = (double)SignificantQuantities.One(kind).Grams;
        if (!query.Isotope && SignificantQuantities.CountsIsotope(kind) && stock.Fissile > Mass.Zero)
            quantity *= (double)(stock.Element.Grams / stock.Fissile.Grams);
        return Of(kind, quantity, sequence);
    }

    private static GoalCheck Of(MaterialType? kind, double quantity, BalanceSequence sequence)
    {
        var needed = SingleTest.NeededSigma(quantity, MissedLoss, MissedLoss);
        var sigma = sequence.Sigma[^1];
        return new GoalCheck(kind, quantity, needed, sigma, sigma <= needed);
    }
}

/// <summary>The parts of the variance by method.</summary>
internal static class MethodParts
{
    public static IReadOnlyList<MethodPart> Of(MbaLedger ledger, BalanceSequence sequence, GoalCheck goal)
    {
        var random = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        var systematic = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var part in sequence.Parts)
        {
            var code = EvaluationCase.CodeOf(sequence.Structure.Case.Methods[part.Method]);
            Add(random, code, part, !part.IsSystematic);
            Add(systematic, code, part, part.IsSystematic);
        }

        return
        [
            .. random.Keys.Select(code => Part(ledger, code, random[code], systematic[code], goal))
                .OrderByDescending(part => part.Share).ThenBy(part => part.Code, StringComparer.Ordinal),
        ];

        void Add(SortedDictionary<string, double[]> to, string code, VariancePart part, bool counts)
        {
            if (!to.TryGetValue(code, out var sums))
                to.Add(code, sums = new double[sequence.Count]);
            for (var i = 0; counts && i < sums.Length; i++)
                sums[i] += part.Variance[i];
        }
    }

    private static MethodPart Part(MbaLedger ledger, string code, double[] random, double[] systematic, GoalCheck goal)
    {
        var method = ledger.Methods.Find(known => known.Method.Code == code)?.Method;
        var (own, all, most) = (random[^1] + systematic[^1], goal.Sigma * goal.Sigma, goal.Needed * goal.Needed);
        var room = most - (all - own);
        var (verdict, factor) = goal.IsMet ? (GoalVerdict.Met, (double?)null)
            : room > 0 && own > 0 ? (GoalVerdict.Improve, Math.Sqrt(own / room))
            : (GoalVerdict.NotAlone, null);
        return new MethodPart(code, method?.NameEn ?? "", method?.NameZh ?? "", method?.Measures, random, systematic,
            all > 0 ? 100 * own / all : 0, verdict, factor);
    }
}
