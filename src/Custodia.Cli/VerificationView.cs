using Custodia.Books;
using Custodia.Statistics.Verification;

namespace Custodia.Cli;

/// <summary>The results of verification as answers, and what their fields are called.</summary>
internal static class VerificationView
{
    public static IReadOnlyDictionary<string, Bilingual> Labels { get; } = new Dictionary<string, Bilingual>
    {
        ["element"] = new("element", "元素"),
        ["isotope"] = new("isotope", "同位素"),
        ["unit"] = new("unit", "單位"),
        ["opening"] = new("opening inventory PB", "期初存量 PB"),
        ["increases"] = new("increases", "增加量"),
        ["decreases"] = new("decreases", "減少量"),
        ["book"] = new("book inventory BE", "帳面存量 BE"),
        ["closing"] = new("closing inventory PE", "期末存量 PE"),
        ["muf"] = new("MUF (positive: missing)", "不明物料量 MUF（正值：短少）"),
        ["sigma"] = new("standard deviation", "標準差"),
        ["sigmaRandom"] = new("  of it random", "　其中隨機"),
        ["sigmaSystematic"] = new("  of it systematic", "　其中系統"),
        ["standardised"] = new("MUF / standard deviation", "MUF／標準差"),
        ["detectableLoss"] = new("3.29 standard deviations", "3.29 倍標準差"),
        ["activeInventory"] = new("active inventory", "活躍存量"),
        ["sources"] = new("sources of error", "誤差來源"),
        ["strata"] = new("strata", "料層"),
        ["source"] = new("source", "來源"),
        ["calibration"] = new("calibration", "校正期"),
        ["stratum"] = new("stratum", "料層"),
        ["part"] = new("part", "部分"),
        ["mass"] = new("mass", "質量"),
        ["netMass"] = new("net mass", "淨質量"),
        ["staticItems"] = new("items that cancel", "抵銷料件"),
        ["share"] = new("share of variance", "變異數占比"),
        ["random"] = new("random sd", "隨機標準差"),
        ["systematic"] = new("systematic sd", "系統標準差"),
        ["randomVariance"] = new("random variance", "隨機變異數"),
        ["systematicVariance"] = new("systematic variance", "系統變異數"),
        ["contributions"] = new("contributions to the variance", "變異數貢獻"),
        ["goal"] = new("goal quantity", "目標量"),
        ["improvements"] = new("what must improve to meet the goal", "達成目標須改善者"),
        ["sigmaWithout"] = new("sd without it", "去除後標準差"),
        ["verdict"] = new("verdict", "判定"),
        ["factor"] = new("its sd must fall by", "標準差須降低倍數"),
        ["falsified"] = new("falsified items d", "遭竄改料件數 d"),
        ["items"] = new("items", "料件數"),
        ["exact"] = new("items to verify (exact)", "應驗證料件數（精確）"),
        ["planning"] = new("by the planning formula", "規劃公式"),
        ["adjusted"] = new("by the adjusted formula", "修正公式"),
        ["probability"] = new("probability to find", "偵測機率"),
        ["curve"] = new("detection curve", "偵測曲線"),
        ["defect"] = new("part missing", "短少比例"),
        ["gross"] = new("by the coarse method", "粗略法"),
        ["partial"] = new("by the better method", "較佳法"),
        ["bias"] = new("by destructive analysis", "破壞分析"),
        ["total"] = new("items to verify", "應驗證料件數"),
        ["inspections"] = new("inspections", "檢查次數"),
        ["scale"] = new("scale", "尺度"),
        ["meanDifference"] = new("mean of operator − inspector", "營運者－檢查員平均"),
        ["estimates"] = new("variances", "變異數"),
        ["of"] = new("of", "對象"),
        ["variance"] = new("variance", "變異數"),
        ["standardError"] = new("standard error", "標準誤"),
        ["freedom"] = new("degrees of freedom", "自由度"),
        ["deviation"] = new("sd", "標準差"),
        ["isNegative"] = new("below zero", "小於零"),
    };

    public static object Of(SampleQuestion question, SamplePlan plan, bool withCurve, Func<double, double> digits) => new
    {
        plan.Falsified,
        plan.Exact,
        plan.Planning,
        plan.Adjusted,
        Probability = digits(plan.Probability),
        Curve = withCurve
            ? SamplePlan.Curve(question.Items, plan.Exact, (double)question.Identification)
                .Select(point => new { point.Falsified, Probability = digits(point.Probability) })
            : null,
    };

    public static object Of(ThreeMethodPlan plan, IReadOnlyList<DefectPoint>? curve, Func<double, double> digits) => new
    {
        plan.Total,
        plan.Gross,
        plan.Partial,
        plan.Bias,
        Curve = curve?.Select(point => new { Defect = digits(point.Defect), point.Falsified, Probability = digits(point.Probability) }),
    };

    public static object Of(PairedEstimates paired, Func<double, double> digits) => new
    {
        paired.Items,
        paired.Inspections,
        MeanDifference = digits(paired.MeanDifference),
        Estimates = new[]
        {
            Row("operator-random", paired.OperatorRandom, digits),
            Row("inspector-random", paired.InspectorRandom, digits),
            Row("items", paired.Product, digits),
            Row("difference-random", paired.DifferenceRandom, digits),
            paired.DifferenceSystematic is { } systematic ? Row("difference-systematic", systematic, digits) : null,
        }.Where(row => row is not null),
    };

    private static object Row(string name, VarianceEstimate estimate, Func<double, double> digits) => new
    {
        Of = name,
        Variance = digits(estimate.Value),
        StandardError = digits(estimate.StandardError),
        estimate.Freedom,
        Deviation = estimate.Deviation is { } deviation ? digits(deviation) : (double?)null,
        estimate.IsNegative,
    };
}
