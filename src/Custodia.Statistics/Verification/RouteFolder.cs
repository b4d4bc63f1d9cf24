using Custodia.Statistics.Cases;
using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Verification;

/// <summary>A route as its tables give it.</summary>
/// <param name="Transfers">The shipments in the shipper's order.</param>
/// <param name="Evaluation">Their differences.</param>
public sealed record EvaluatedRoute(IReadOnlyList<Transfer> Transfers, RouteEvaluation Evaluation);

/// <summary>
/// Reads what the differences of a route are worked out from: <see cref="SourcesFile"/> with the errors of each instrument,
/// <see cref="ShipperFile"/> and <see cref="ReceiverFile"/> with what either end measured. The shipments are in the shipper's order; the receiver
/// has each of them once.
/// </summary>
public static class RouteFolder
{
    /// <summary>
    /// Sources of error: <c>source,kind,random,systematic</c>, relative (1), and perhaps <c>randomAbsolute,systematicAbsolute</c> (mass).
    /// </summary>
    public const string SourcesFile = "sources.csv";

    /// <summary>What the shipper states: <c>transfer,mass,weighings,samples,sources</c>.</summary>
    public const string ShipperFile = "shipper.csv";

    /// <summary>What the receiver measured, in the same form.</summary>
    public const string ReceiverFile = "receiver.csv";

    private const string Header = "transfer,mass,weighings,samples,sources";

    /// <summary>The differences of a route, or what is wrong with the tables and where.</summary>
    /// <param name="file">The content of a file, null if there is none of that name.</param>
    /// <param name="most">The most shipments.</param>
    public static Outcome<EvaluatedRoute> Read(Func<string, byte[]?> file, int most = RouteEvaluation.MostTransfers)
    {
        var folder = new TableFolder(file);
        var sources = new Dictionary<string, ErrorSource>(StringComparer.Ordinal);
        var shipper = new OrderedDictionary<string, TransferSide>(StringComparer.Ordinal);
        var receiver = new Dictionary<string, TransferSide>(StringComparer.Ordinal);
        folder.Read(SourcesFile, "source,kind,random,systematic", "randomAbsolute,systematicAbsolute", row => AddSource(row, sources));
        folder.Read(ShipperFile, Header, "", row => AddSide(row, sources, shipper));
        folder.Read(ReceiverFile, Header, "", row =>
        {
            AddSide(row, sources, receiver);
            if (!shipper.ContainsKey(row.Text("transfer")))
                row.Wrong(FaultCodes.Unknown, "transfer", null, row.Text("transfer"));
        });
        if (folder.Faults.Count == 0)
            folder.Faults.AddRange(shipper.Keys.Where(id => !receiver.ContainsKey(id))
                .Select(id => new Fault(FaultCodes.Missing, "transfer", id).At(ReceiverFile)).Take(100));
        if (folder.Faults.Count == 0 && shipper.Count > most)
            folder.Faults.Add(new Fault(FaultCodes.TooMany, "transfer", $"≤ {most}", $"{shipper.Count}").At(ShipperFile));
        if (folder.Faults.Count > 0)
            return folder.Faults.ToArray();
        Transfer[] transfers = [.. shipper.Select(sent => new Transfer(sent.Key, sent.Value, receiver[sent.Key]))];
        var outcome = RouteEvaluation.Of([.. sources.Values], transfers);
        return outcome.Value is { } evaluation
            ? new EvaluatedRoute(transfers, evaluation)
            : outcome.Faults.Select(fault => fault.At(ShipperFile)).ToArray();
    }

    private static void AddSource(TableRow row, Dictionary<string, ErrorSource> sources)
    {
        var name = row.Name("source");
        if (name.AsSpan().ContainsAny(';', '@'))
            row.Wrong(FaultCodes.Malformed, "source", null, name);
        if (row.OneOf<SourceKind>("kind") is not { } kind)
            return;
        var source = new ErrorSource(name, kind, row.Number("random", 0, ItemisedChecks.MostRelative),
            row.Number("systematic", 0, ItemisedChecks.MostRelative));
        var most = source.IsPerItem ? ItemisedChecks.MostMass : 0;
        if (!sources.TryAdd(name, source with
        {
            RandomAbsolute = row.Number("randomAbsolute", 0, most),
            SystematicAbsolute = row.Number("systematicAbsolute", 0, most),
        }))
            row.Wrong(FaultCodes.Twice, "source", null, name);
    }

    private static void AddSide(TableRow row, Dictionary<string, ErrorSource> sources, IDictionary<string, TransferSide> sides)
    {
        var id = row.Name("transfer");
        var measured = new EqualItems(row.Number("mass", 0, ItemisedChecks.MostMass), row.Count("weighings"), row.Count("samples"));
        if (!sides.TryAdd(id, new TransferSide(measured, Uses(row, sources))))
            row.Wrong(FaultCodes.Twice, "transfer", null, id);
    }

    // scale A@2025;laboratory: names with their calibration periods.
    private static List<SourceUse> Uses(TableRow row, Dictionary<string, ErrorSource> sources)
    {
        var uses = new List<SourceUse>();
        foreach (var text in row.Text("sources").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = text.Split('@');
            if (!sources.ContainsKey(parts[0]))
                row.Wrong(FaultCodes.Unknown, "sources", null, parts[0]);
            else if (uses.Any(use => use.Source == parts[0]))
                row.Wrong(FaultCodes.Twice, "sources", null, parts[0]);
            else if (parts is not ([_] or [_, { Length: > 0 }]))
                row.Wrong(FaultCodes.Malformed, "sources", "scale@2026;laboratory", text);
            uses.Add(new SourceUse(parts[0], parts.Length > 1 ? parts[1] : null));
        }
        return uses;
    }
}
