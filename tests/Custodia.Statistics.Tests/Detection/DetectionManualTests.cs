using Custodia.Statistics.Detection;
using Custodia.Statistics.Sequential;
using Custodia.Statistics.Tests.Balances;

namespace Custodia.Statistics.Tests.Detection;

/// <summary>Each figure that the section on detection of the manual states, as many digits as it states.</summary>
public sealed class DetectionManualTests
{
    [Fact]
    public void The_manual_states_what_the_product_works_out() => StatisticsManual.States("Detection", Figures());

    private static Dictionary<string, double> Figures()
    {
        var store = Areas.Worked.Evaluate();
        double[] loss = [0.2, 0.2, 0.2];
        var m = store.Factor.Solve(loss);
        var page = new PageQuadrature(0.5, PageThreshold.Of(0.05, 3)).FirstAlarm(m);
        return new()
        {
            ["m_1"] = m[0],
            ["m_2"] = m[1],
            ["m_3"] = m[2],
            ["detectable loss / sigma"] = SingleTest.DetectableLoss(1, 0.05, 0.05),
            ["sigma for 8 kg"] = SingleTest.NeededSigma(8, 0.05, 0.05),
            ["detection of 0.2 kg in one balance"] = SingleTest.Detection(0.2, store.Sigma[0], 0.05),
            ["h for 1 period"] = PageThreshold.Of(0.05, 1),
            ["h for 3 periods"] = PageThreshold.Of(0.05, 3),
            ["h for 12 periods"] = PageThreshold.Of(0.05, 12),
            ["h for 52 periods"] = PageThreshold.Of(0.05, 52),
            ["h for 365 periods"] = PageThreshold.Of(0.05, 365),
            ["first alarm in period 1"] = page.ByPeriod[0],
            ["first alarm in period 2"] = page.ByPeriod[1],
            ["first alarm in period 3"] = page.ByPeriod[2],
            ["detection by Page"] = page.Probability,
            ["mean period of the first alarm"] = page.MeanPeriod!.Value,
            ["c for 3 periods"] = ShewhartTest.Threshold(0.05, 3),
            ["detection by Shewhart"] = ShewhartTest.FirstAlarm(ShewhartTest.Threshold(0.05, 3), m).Probability,
            ["threshold of GEMUF V1 after 3 periods"] = GemufThreshold.Of(0.05, 3),
            ["detection by GEMUF V1"] = GemufThreshold.Detection(0.05, m),
            ["sum of m squared"] = m.Sum(mean => mean * mean),
            ["detection by the best test"] = NeymanPearson.Detection(store.Factor, loss, 0.05),
        };
    }
}
