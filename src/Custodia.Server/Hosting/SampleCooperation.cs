using System.Globalization;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Matrix;

namespace Custodia.Server.Hosting;

/// <summary>
/// What the sample State did with others: a conversion that its ledger bears out, a campaign that was declared complete though the
/// ledger shows some left, an overdue one, and what it gave, asked and reported. All of it is invented.
/// </summary>
internal sealed class SampleCooperation(DataFolder folder, Caller house)
{
    private const int UnknownRow = 2;

    private static readonly (AnnounceCampaign Campaign, (StepKind Step, int? Milestone, string On, string Note)[] Steps)[] Campaigns =
    [
        (new("rr-conversion", "Conversion of the research reactor", "研究用反應器轉換", CampaignKind.Conversion, Day("2023-01-01"), Day("2025-06-30"),
            ["XA-RR"], Items: ["WP10-6.5", "C14-22"], Milestones:
            [
                new("LEU fuel qualified", "低濃縮鈾燃料完成驗證", Day("2023-12-31")), new("Core converted", "爐心轉換完成", Day("2024-06-30")),
                new("Last HEU shipped", "最後一批高濃縮鈾運出", Day("2025-06-30")),
            ]),
            [
                (StepKind.Reached, 1, "2023-11-20", "Licence amendment 7"), (StepKind.Reached, 2, "2024-04-22", "Commissioning report 3"),
                (StepKind.Reached, 3, "2025-03-18", "Shipping papers XB-2025-03"),
                (StepKind.Completed, null, "2025-03-31", "Joint statement with the supplier"),
            ]),
        (new("target-return", "Return of irradiation targets", "照射靶材運回", CampaignKind.Repatriation, Day("2024-01-01"), Day("2025-12-31"),
            ["XAST"], ["HEU-T1", "HEU-T2", "HEU-T3", "HEU-T4"], ["C14-21"], Milestones: [new("Cask approved", "運送護箱核准", Day("2025-03-31"))]),
            [(StepKind.Reached, 1, "2025-02-10", "Certificate 12"), (StepKind.Completed, null, "2025-10-15", "Press release 44")]),
        (new("residue-blending", "Down-blending of old residues", "舊有殘料混合稀釋", CampaignKind.DownBlending, Day("2023-06-01"), Day("2025-06-30"),
            ["XAST"], ["HEU-R1", "HEU-R2"], ["WP10-6.3"], "All residues blended below 20 % by the middle of 2025",
            [new("Blending line licensed", "稀釋作業許可", Day("2024-12-31"))]), []),
    ];

    private static readonly (IDated Record, (StepKind Step, string On, string Note)[] Steps)[] Records =
    [
        (new RecordContribution("nuclear-security-fund", Day("2025-11-12"), 80_000, "EUR", 96_000, Receipt: "NSF-2025-117"), []),
        (new RecordContribution("1540-voluntary-fund", Day("2024-09-02"), 25_000, "USD", 27_500, Receipt: "TF-1540-24"), []),
        (new RecordContribution("global-partnership", Day("2025-05-20"), 40_000, "EUR", 48_000, "Four hand-held detectors", "GP-25-09"), []),
        (new NameContact(ContactFunction.Cppnm, "Sample regulatory authority, duty office", Day("2022-01-10"), 365, "Duty telephone"),
            [(StepKind.Confirmed, "2025-12-03", "Answered within 20 minutes")]),
        (new NameContact(ContactFunction.Itdb, "Sample regulatory authority, incident desk", Day("2022-01-10"), 365, "Secure mail"),
            [(StepKind.Confirmed, "2025-11-28", "Answered within an hour")]),
        (new NameContact(ContactFunction.Forensics, "Sample research laboratory, evidence office", Day("2022-05-01"), 365, "Duty telephone"),
            [(StepKind.Confirmed, "2023-10-05", "Answered on the second attempt")]),
        (new NameContact(ContactFunction.Resolution1540, "Sample ministry of foreign affairs, disarmament section", Day("2023-03-01")), []),
        (new RecordForum("International Conference on Nuclear Security", Day("2024-05-20"), true, ForumLevel.Minister,
            "Statement, and a pledge on conversion"), []),
        (new RecordForum("Meeting of the Nuclear Security Contact Group", Day("2025-09-16"), true, ForumLevel.Senior,
            "Report on the joint statements"), []),
        (new RecordForum("Regional workshop on transport security", Day("2025-04-08"), false), []),
        (new RecordAssistance(AssistanceWay.Requested, "Border detection", "Portal monitors for two crossings", Day("2024-02-01"), "State XB",
            "Note 2024-11"),
            [(StepKind.Matched, "2024-06-15", "State XB"), (StepKind.Closed, "2025-08-01", "Portals handed over and accepted")]),
        (new RecordAssistance(AssistanceWay.Requested, "Laboratory", "Reference material for forensics", Day("2025-03-01"), "State XC",
            "Note 2025-04"), []),
        (new RecordAssistance(AssistanceWay.Requested, "Laboratory", "Training of analysts", Day("2025-06-01"), "IAEA", "Note 2025-09"), []),
        (new RecordAssistance(AssistanceWay.Offered, "Conversion of reactors", "Experience with the change of fuel", Day("2025-07-01"), "XA",
            "Note 2025-12"), []),
        (new RecordActivity(ActivityKind.Bilateral, "Exchange on security culture", Day("2025-02-10"), "State XB"),
            [(StepKind.Closed, "2025-11-20", "Joint note with eight findings")]),
        (new RecordActivity(ActivityKind.Regional, "Table-top exercise on a lost source", Day("2025-09-01"), "Five States"),
            [(StepKind.Closed, "2025-12-05", "Report of the exercise")]),
        (new RecordActivity(ActivityKind.Research, "Low-enriched targets for medical isotopes", Day("2025-01-15"), "State XC"), []),
        (new RecordActivity(ActivityKind.Industry, "Round table with carriers", Day("2025-03-12"), "Carriers"),
            [(StepKind.Closed, "2025-10-01", "Pledge on parking places")]),
        (new RecordActivity(ActivityKind.Lesson, "Key control at a small store", Day("2025-04-01")),
            [(StepKind.Closed, "2025-12-10", "Released without places and dates")]),
        (new AnnounceMeasure("Publish the rules on physical protection", Day("2024-05-21"), "Statement at the conference", ["C14-11"]),
            [(StepKind.Evidenced, "2025-04-01", "Gazette 2025, number 31")]),
        (new AnnounceMeasure("Host a regional course every year", Day("2024-05-21"), "Statement at the conference", ["C12-05"]), []),
        (new RecordProduction("Mo-99", IsotopeRoute.HighEnriched, 14, Day("2023-06-30"), "Sample research laboratory"), []),
        (new RecordProduction("Mo-99", IsotopeRoute.HighEnriched, 6, Day("2025-09-30"), "Sample research laboratory"), []),
        (new RecordProduction("Mo-99", IsotopeRoute.LowEnriched, 42, Day("2026-03-31"), "Sample research laboratory"), []),
        (new RecordProduction("Tc-99m", IsotopeRoute.NoUranium, 2.5m, Day("2026-03-31"), "Sample hospital, cyclotron"), []),
        (new PlanPlutonium(2027, 0.1m, Day("2025-12-01"), "Plan of use, edition 2"), []),
        (new PlanPlutonium(2028, 0.15m, Day("2025-12-01"), "Plan of use, edition 2"), []),
        (new LendExperts(ExpertPurpose.Mission, "Review of physical protection in State XB", 20, Day("2025-11-14")), []),
        (new LendExperts(ExpertPurpose.Drafting, "Guidance on the security of transport", 12.5m, Day("2026-03-06")), []),
        (new PublishFramework("Nuclear security in the Sample State: laws and organisation", "2",
            "5f1d7a84db00d2fce00b31a7fc73224fb0c8f9a51bb9cdd1ec1cfb4f6e2a1b90",
            Day("2025-04-01"), "Library of the authority"), []),
    ];

    /// <summary>Records them, each with what came of it.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        foreach (var (campaign, steps) in Campaigns)
        {
            var entry = await Give(campaign, cancellation);
            foreach (var step in steps)
                await Give(new RecordStep(entry, step.Step, Day(step.On), step.Note, step.Milestone), cancellation);
        }

        foreach (var (record, steps) in Records)
        {
            var entry = await Give(record, cancellation);
            foreach (var step in steps)
                await Give(new RecordStep(entry, step.Step, Day(step.On), step.Note), cancellation);
        }

        await Give(new FillMatrix(MatrixTemplate.Current.Id, [.. Cells()]), cancellation);
        await Give(new SendMatrix(Day("2024-10-28"), "S/AC.44/2024/XA"), cancellation);
    }

    // Half of it: the nuclear column, the treaties, and of the rest what does not apply.
    private static IEnumerable<FilledCell> Cells()
    {
        foreach (var (i, cell) in MatrixTemplate.Current.Cells.Index())
        {
            if (cell.Area is MatrixArea.General or MatrixArea.Nuclear)
            {
                yield return i % 7 == UnknownRow ? new FilledCell(cell.Id, MatrixValue.Unknown, Day("2024-09-01"))
                    : cell.Area == MatrixArea.General ? new(cell.Id, MatrixValue.Yes, Day("2024-03-15"), Document: $"Treaty register, sheet {1 + i}")
                    : new(cell.Id, MatrixValue.Yes, Day("2024-03-15"), $"Nuclear Security Act, section {3 + (i % 40)}");
            }
            else if (cell.Row.Paragraph is "OP 3 (a)" && cell.Area == MatrixArea.Biological)
                yield return new FilledCell(cell.Id, MatrixValue.NotApplicable, Day("2024-09-01"), Note: "No such items are produced or kept");
        }
    }

    private async Task<long> Give(object command, CancellationToken cancellation)
    {
        var definition = folder.Cooperation.Catalogue.Commands.Single(known => known.Input == command.GetType());
        var outcome = await folder.Node.Execute(folder.Cooperation, definition, command, house, Guid.NewGuid(), cancellation: cancellation);
        return outcome is Outcome.Recorded recorded
            ? recorded.First
            : throw new InvalidOperationException($"The sample was refused at {definition.Name}: {(outcome as Outcome.Refused)?.Refusals[0]}");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
