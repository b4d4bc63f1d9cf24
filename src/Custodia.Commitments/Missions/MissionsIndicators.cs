using Custodia.Books;

namespace Custodia.Commitments.Missions;

/// <summary>How the indicators on missions, plan and self-assessment are worked out of this book.</summary>
internal static class MissionsIndicators
{
    private static readonly Dictionary<string, IndicatorQuestion> Progress = new() { ["all"] = new("missions/progress") };

    /// <summary>All that this book declares.</summary>
    public static IReadOnlyList<IndicatorFormula> All { get; } =
    [
        new("IND-I01", 1, Progress, "years(max(all.missions[service = 'ippas'].ended), asOf)", "all.missions[service = 'ippas'].entries"),
        new("IND-I02", 1, Progress,
            "share(count(all.findings[kind = 'recommendation' and state = 'closed']), count(all.findings[kind = 'recommendation']))",
            "all.findings[kind = 'recommendation'].entries"),
        new("IND-I03", 1, Progress,
            "share(count(all.plan[due <= asOf and state = 'closed']), count(all.plan[due <= asOf and state != 'withdrawn']))",
            "all.plan[due <= asOf].entries"),
        new("IND-I04", 1, new Dictionary<string, IndicatorQuestion> { ["all"] = new("missions/guidance") },
            "if(known(max(all.rows.assessedOn)), share(count(all.rows[isApplicable and isCurrent]), count(all.rows[isApplicable])), nothing)",
            "all.rows[isApplicable].entry"),
        new("IND-I08", 1, Progress, "share(count(all.questions[hasEvidence]), count(all.questions))", "all.questions.entry"),
    ];
}
