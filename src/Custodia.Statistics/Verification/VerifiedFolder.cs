using Custodia.Statistics.Cases;
using Custodia.Statistics.Itemised;

namespace Custodia.Statistics.Verification;

/// <summary>An item that the inspector measured.</summary>
/// <param name="Stratum">Its stratum.</param>
/// <param name="Item">Its name.</param>
/// <param name="Operator">The operator's mass (mass).</param>
/// <param name="Inspector">The inspector's mass (mass).</param>
/// <param name="Test">Whether it passes.</param>
public sealed record VerifiedItem(string Stratum, string Item, double Operator, double Inspector, ItemTest Test);

/// <summary>What an inspection verified.</summary>
/// <param name="Strata">The strata in the order in which the operator lists them.</param>
/// <param name="Items">The items that the inspector measured, in his order.</param>
/// <param name="Statistic">D.</param>
public sealed record VerifiedBalance(IReadOnlyList<VerifiedStratum> Strata, IReadOnlyList<VerifiedItem> Items, DStatistic Statistic);

/// <summary>
/// Reads what D is worked out from: <see cref="SourcesFile"/> with the errors of each instrument, <see cref="OperatorFile"/> with every item that the
/// operator declares, <see cref="InspectorFile"/> with those that the inspector measured. The mean of a stratum is that of its declared items; its
/// mean difference, that of the items that both measured.
/// </summary>
public static class VerifiedFolder
{
    /// <summary>Sources of error: <c>source,random,systematic</c>, relative (1).</summary>
    public const string SourcesFile = "sources.csv";

    /// <summary>The operator's items: <c>stratum,part,item,mass,source</c>.</summary>
    public const string OperatorFile = "operator.csv";

    /// <summary>The inspector's items: <c>stratum,item,mass,source</c>.</summary>
    public const string InspectorFile = "inspector.csv";

    /// <summary>D with its strata and items, or what is wrong with the tables and where.</summary>
    /// <param name="file">The content of a file, null if there is none of that name.</param>
    public static Outcome<VerifiedBalance> Read(Func<string, byte[]?> file)
    {
        var folder = new TableFolder(file);
        var sources = new Dictionary<string, SideError>(StringComparer.Ordinal);
        var strata = new Dictionary<string, Declared>(StringComparer.Ordinal);
        var measured = new List<(Declared Stratum, string Item, double Declared, double Mass)>();
        folder.Read(SourcesFile, "source,random,systematic", "", row => AddSource(row, sources));
        folder.Read(OperatorFile, "stratum,part,item,mass,source", "", row => AddItem(row, sources, strata));
        folder.Read(InspectorFile, "stratum,item,mass,source", "", row => AddMeasured(row, sources, strata, measured));
        if (folder.Faults.Count == 0)
            folder.Faults.AddRange(strata.Values.Where(stratum => stratum.Inspector is null)
                .Select(stratum => new Fault(FaultCodes.Missing, "stratum", stratum.Id).At(InspectorFile)).Take(100));
        if (folder.Faults.Count > 0)
            return folder.Faults.ToArray();
        var differences = measured.ToLookup(item => item.Stratum, item => item.Declared - item.Mass);
        VerifiedStratum[] verified =
        [
            .. strata.Values.Select(stratum => new VerifiedStratum(stratum.Id, stratum.Part.Sign(), stratum.Items.Count,
                stratum.Items.Values.Average(), differences[stratum].Count(), differences[stratum].Average(), stratum.Operator, stratum.Inspector!)),
        ];
        var outcome = DStatistic.Of(verified);
        return outcome.Value is { } statistic
            ? new VerifiedBalance(verified, [.. measured.Select(Tested)], statistic)
            : outcome.Faults.Select(fault => fault.At(OperatorFile)).ToArray();
    }

    private static void AddSource(TableRow row, Dictionary<string, SideError> sources)
    {
        var name = row.Name("source");
        if (!sources.TryAdd(name, new SideError(name, row.Number("random", 0, ItemisedChecks.MostRelative),
            row.Number("systematic", 0, ItemisedChecks.MostRelative))))
            row.Wrong(FaultCodes.Twice, "source", null, name);
    }

    private static void AddItem(TableRow row, Dictionary<string, SideError> sources, Dictionary<string, Declared> strata)
    {
        var (id, item, mass) = (row.Name("stratum"), row.Name("item"), row.Number("mass", 0, ItemisedChecks.MostMass));
        if (row.OneOf<BalancePart>("part") is not { } part || Source(row, sources) is not { } source)
            return;
        if (!strata.TryGetValue(id, out var stratum))
            strata.Add(id, stratum = new Declared(id, part, source));
        if (stratum.Part != part)
            row.Wrong(FaultCodes.Malformed, "part", TableRow.NameOf(stratum.Part), row.Text("part"));
        row.MustBe("source", stratum.Operator.Source);
        if (!stratum.Items.TryAdd(item, mass))
            row.Wrong(FaultCodes.Twice, "item", null, item);
    }

    private static void AddMeasured(TableRow row, Dictionary<string, SideError> sources, Dictionary<string, Declared> strata,
        List<(Declared Stratum, string Item, double Declared, double Mass)> measured)
    {
        var (item, mass) = (row.Text("item"), row.Number("mass", 0, ItemisedChecks.MostMass));
        if (Source(row, sources) is not { } source)
            return;
        if (!strata.TryGetValue(row.Text("stratum"), out var stratum))
            row.Wrong(FaultCodes.Unknown, "stratum", null, row.Text("stratum"));
        else if (!stratum.Items.TryGetValue(item, out var declared))
            row.Wrong(FaultCodes.Unknown, "item", null, item);
        else if (!stratum.Verified.Add(item))
            row.Wrong(FaultCodes.Twice, "item", null, item);
        else
        {
            stratum.Inspector ??= source;
            row.MustBe("source", stratum.Inspector.Source);
            measured.Add((stratum, item, declared, mass));
        }
    }

    private static SideError? Source(TableRow row, Dictionary<string, SideError> sources)
    {
        if (sources.TryGetValue(row.Text("source"), out var source))
            return source;
        row.Wrong(FaultCodes.Unknown, "source", null, row.Text("source"));
        return null;
    }

    private static VerifiedItem Tested((Declared Stratum, string Item, double Declared, double Mass) item) => new(item.Stratum.Id, item.Item,
        item.Declared, item.Mass, DStatistic.Test(item.Declared, item.Mass, item.Stratum.Operator, item.Stratum.Inspector!));

    private sealed class Declared(string id, BalancePart part, SideError source)
    {
        public string Id { get; } = id;

        public BalancePart Part { get; } = part;

        public SideError Operator { get; } = source;

        public SideError? Inspector { get; set; }

        public Dictionary<string, double> Items { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Verified { get; } = new(StringComparer.Ordinal);
    }
}
