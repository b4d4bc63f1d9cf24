using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Reports;
using Custodia.Sample;

namespace Custodia.Server.Hosting;

/// <summary>Brings in how the sample State measures, and the drill in which its balances are evaluated.</summary>
internal sealed class SampleBalances(DataFolder folder, Caller house)
{
    private const int ReportDays = 12;

    /// <summary>Brings them in, after the fuel plant whose methods they are.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        foreach (var command in SampleMethods.Plant.Concat<object>(Drill()))
        {
            var definition = folder.Materials.Catalogue.Commands.Single(known => known.Input == command.GetType());
            var outcome = await folder.Node.Execute(folder.Materials, definition, command, house, Guid.NewGuid(), cancellation: cancellation);
            if (outcome is not Outcome.Recorded)
                throw new InvalidOperationException($"The sample's {definition.Name} was not taken: {command}");
        }
    }

    private static IEnumerable<object> Drill()
    {
        var drill = new BalanceDrill();
        yield return BalanceDrill.Facility;
        yield return BalanceDrill.Area;
        foreach (var point in BalanceDrill.Points)
            yield return point;
        foreach (var method in BalanceDrill.Methods)
            yield return method;
        yield return new OpenBook(BalanceDrill.Mba, BalanceDrill.OpeningDay, Rows(drill.Initial));
        foreach (var month in drill.Months)
        {
            yield return new RecordChanges(Rows(month.Changes));
            yield return new PrepareReport(BalanceDrill.Mba, ReportType.Icr, month.Pit, month.Pit.AddDays(ReportDays));
            yield return new TakeInventory(BalanceDrill.Mba, month.Pit, Rows(month.Listed));
            yield return new CloseBalance(BalanceDrill.Mba, month.Pit);
            foreach (var type in new[] { ReportType.Pil, ReportType.Mbr })
                yield return new PrepareReport(BalanceDrill.Mba, type, month.Pit, month.Pit.AddDays(ReportDays));
            if (month.Pit.Month == 6)
                yield return new RecalibrateMethod(BalanceDrill.Mba, "SCALE-OUT", month.Pit.AddDays(1), "Yearly calibration");
        }
    }

    private static List<FileRow<T>> Rows<T>(IReadOnlyList<T> values) where T : class => [.. values.Select(value => new FileRow<T>(0, value))];
}
