using Custodia.Statistics.Balances;
using Custodia.Statistics.Tests.Cases;

namespace Custodia.Statistics.Tests.Balances;

/// <summary>Each figure that the section on balances of the manual states, as many digits as it states, from the files that it states.</summary>
public sealed class BalanceManualTests
{
    [Fact]
    public void The_manual_states_what_the_product_works_out() => StatisticsManual.States("Balances", Figures());

    private static Dictionary<string, double> Figures()
    {
        var folder = new Folder();
        foreach (var (kind, lines) in StatisticsManual.Blocks("Balances").Where(block => block.Kind.Contains("store/", StringComparison.Ordinal)))
            folder = folder.With(kind.Split("store/")[1], string.Join('\n', lines));
        var store = folder.Read().Value!.Case;
        var of = store.Evaluate();
        var calibrated = (store with
        {
            Methods = [.. store.Methods.Select(method => method.Id == "shipments" ? method with { Calibrations = [2] } : method)],
        }).Evaluate();
        var figures = new Dictionary<string, double>
        {
            ["CUMUF_3"] = of.Cumuf[2],
            ["active inventory 1"] = of.Totals.ActiveInventory[0],
            ["active inventory 3"] = of.Totals.ActiveInventory[2],
            ["V_11"] = of.Covariance[0, 0],
            ["V_12"] = of.Covariance[0, 1],
            ["V_13"] = of.Covariance[0, 2],
            ["V_23"] = of.Covariance[1, 2],
            ["V_13 with the scale recalibrated"] = calibrated.Covariance[0, 2],
            ["V_23 with the scale recalibrated"] = calibrated.Covariance[1, 2],
            ["share of the random error of vault in V_11"] = Share(of, 2, isSystematic: false),
            ["share of the systematic error of receipts in V_11"] = Share(of, 0, isSystematic: true),
            ["sigma CUMUF_3"] = of.SigmaCumuf[2],
            ["100 sigma_1 / active inventory 1"] = 100 * of.Sigma[0] / of.Totals.ActiveInventory[0],
            ["ITMUF_2"] = of.Itmuf[1],
            ["ITMUF_3"] = of.Itmuf[2],
            ["Page lower 3"] = of.Page().Lower[2],
            ["GEMUF V1 3"] = of.GemufV1[2],
        };
        for (var i = 0; i < of.Count; i++)
        {
            figures[$"MUF_{i + 1}"] = of.Muf[i];
            figures[$"sigma_{i + 1}"] = of.Sigma[i];
            figures[$"tau_{i + 1}"] = of.ItmufSd[i];
            figures[$"SITMUF_{i + 1}"] = of.Sitmuf[i];
            figures[$"Page upper {i + 1}"] = of.Page().Upper[i];
        }
        return figures;
    }

    private static double Share(BalanceSequence of, int location, bool isSystematic) =>
        of.Parts.Single(part => part.Location == location && part.IsSystematic == isSystematic).Variance[0] / of.Covariance[0, 0];
}
