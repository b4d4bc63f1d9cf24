using Custodia.ArmsControl.Facts;
using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.Server.Hosting;

/// <summary>What the sample State declares every year: invented, like the State itself. One was late, one was corrected.</summary>
internal sealed class SampleDeclarations(DataFolder folder, Caller house)
{
    private static readonly (string Obligation, string From)[] Undertakings =
        [("civil-heu", "2024-01-01"), ("hcoc", "2023-01-01"), ("bwc-cbm", "2023-01-01"), ("additional-protocol", "2024-01-01")];

    private static readonly (string Obligation, string Period, string Sent, string? Acknowledged)[] Declarations =
    [
        ("hcoc", "2023", "2024-03-22", "2024-04-05"), ("hcoc", "2024", "2025-03-28", "2025-04-10"), ("hcoc", "2025", "2026-03-20", null),
        ("bwc-cbm", "2023", "2024-04-12", "2024-05-02"), ("bwc-cbm", "2024", "2025-05-06", "2025-05-20"), ("bwc-cbm", "2025", "2026-04-13", null),
        ("additional-protocol", "2024", "2025-05-12", "2025-06-30"), ("additional-protocol", "2025", "2026-05-14", null),
        ("civil-heu", "2024", "2025-06-18", null), ("civil-heu", "2025", "2026-05-20", null),
    ];

    private static readonly Dictionary<string, FieldValue[]> Contents = new()
    {
        ["hcoc"] = [new("policy", "No ballistic missiles and no space launch vehicles"), new("launches", "0")],
        ["bwc-cbm"] =
        [
            new("formA", "One laboratory at containment level 3; no defence programme"), new("formB", "Nothing to declare"),
            new("formC", "Results are published"), new("formE", "Act on biosecurity of 2011"), new("formF", "Nothing to declare"),
            new("formG", "None"), new("contact", "Ministry of foreign affairs, desk for disarmament"),
        ],
        ["additional-protocol"] =
        [
            new("research", "None"), new("buildings", "As before, with one new store"), new("sourceMaterial", "None"),
            new("plans", "Conversion of the research reactor"), new("updated", "3"),
        ],
        ["civil-heu-2024"] =
        [
            new("unirradiatedHeu", "0"), new("irradiatedHeu", "7.4"),
            new("minimisation", "The research reactor was converted; its old fuel goes back"),
        ],
        ["civil-heu-2025"] =
        [
            new("unirradiatedHeu", "0"), new("irradiatedHeu", "0"), new("minimisation", "The last of the old fuel has left the State"),
        ],
    };

    /// <summary>Records them, in the order of their days.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        foreach (var (obligation, from) in Undertakings)
            await Give(new Undertake(obligation, Day(from), $"XA-{obligation}-1"), cancellation);
        foreach (var (obligation, period, sent, acknowledged) in Declarations.OrderBy(found => found.Sent, StringComparer.Ordinal))
        {
            var document = $"XA-{obligation}-{period}";
            var fields = Contents.TryGetValue($"{obligation}-{period}", out var own) ? own : Contents[obligation];
            await Give(new SendDeclaration(obligation, period, Day(sent), fields, document), cancellation);
            if (acknowledged is not null)
                await Give(new AcknowledgeDeclaration(obligation, period, Day(acknowledged), "Secretariat", document + "-A"), cancellation);
        }

        await Give(new CorrectDeclaration("additional-protocol", "2025", Day("2026-06-02"),
            [.. Contents["additional-protocol"].SkipLast(1), new("updated", "4")], "XA-additional-protocol-2025-C",
            "One building was left out"), cancellation);
        await Give(new RecordArmsStatement("XA", StatementKind.Moratorium, Day("2012-03-27"),
            "Makes no fissile material for weapons", "XA-2012-statement", "As long as the treaty to ban it is not in force"), cancellation);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private async Task Give(object command, CancellationToken cancellation)
    {
        var definition = folder.ArmsControl.Catalogue.Commands.Single(known => known.Input == command.GetType());
        var outcome = await folder.Node.Execute(folder.ArmsControl, definition, command, house, Guid.NewGuid(), cancellation: cancellation);
        if (outcome is not Outcome.Recorded)
            throw new InvalidOperationException($"The sample was refused at {definition.Name}: {(outcome as Outcome.Refused)?.Refusals[0]}");
    }
}
