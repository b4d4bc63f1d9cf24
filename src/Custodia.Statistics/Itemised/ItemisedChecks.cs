namespace Custodia.Statistics.Itemised;

/// <summary>Whether sources and strata are such that a balance can be made of them.</summary>
internal static class ItemisedChecks
{
    /// <summary>The greatest mass of an item or stratum: squares of it stay far from the end of the numbers.</summary>
    internal const double MostMass = 1e15;

    /// <summary>The greatest relative standard deviation.</summary>
    internal const double MostRelative = 10;

    /// <summary>How many sources or strata are taken at once.</summary>
    internal const int MostNamed = 10_000;

    /// <summary>How many faults are named.</summary>
    private const int MostFaults = 100;

    internal static List<Fault> Of(IReadOnlyList<ErrorSource> sources, IReadOnlyList<Stratum> strata, bool ofIsotope)
    {
        var faults = new List<Fault>();
        Count(faults, "sources", sources.Count, 0);
        Count(faults, "strata", strata.Count, 1);
        if (faults.Count > 0)
            return faults;
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sources.Count; i++)
            CheckSource(faults, $"sources[{i}]", sources[i], known);
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var k = 0; k < strata.Count && faults.Count < MostFaults; k++)
        {
            if (!named.Add(strata[k].Id))
                faults.Add(new Fault(FaultCodes.Twice, $"strata[{k}].id", null, strata[k].Id));
            CheckUses(faults, $"strata[{k}].uses", strata[k].Uses, known);
            CheckMasses(faults, $"strata[{k}]", strata[k], ofIsotope);
        }
        return faults;
    }

    private static void Count(List<Fault> faults, string field, int count, int least)
    {
        if (count < least)
            faults.Add(new Fault(FaultCodes.TooFew, field, $"≥ {least}", $"{count}"));
        else if (count > MostNamed)
            faults.Add(new Fault(FaultCodes.TooMany, field, $"≤ {MostNamed}", $"{count}"));
    }

    private static void CheckSource(List<Fault> faults, string field, ErrorSource source, HashSet<string> known)
    {
        if (!known.Add(source.Id))
            faults.Add(new Fault(FaultCodes.Twice, field + ".id", null, source.Id));
        Between(faults, field + ".random", source.Random, 0, MostRelative);
        Between(faults, field + ".systematic", source.Systematic, 0, MostRelative);
        // A concentration has no zero that a mass could be shifted by.
        var most = source.IsPerItem ? MostMass : 0;
        Between(faults, field + ".randomAbsolute", source.RandomAbsolute, 0, most);
        Between(faults, field + ".systematicAbsolute", source.SystematicAbsolute, 0, most);
    }

    private static void CheckUses(List<Fault> faults, string field, IReadOnlyList<SourceUse> uses, HashSet<string> known)
    {
        for (var i = 0; i < uses.Count; i++)
        {
            if (!known.Contains(uses[i].Source))
                faults.Add(new Fault(FaultCodes.Unknown, $"{field}[{i}]", null, uses[i].Source));
            if (uses.Take(i).Any(earlier => earlier.Source == uses[i].Source))
                faults.Add(new Fault(FaultCodes.Twice, $"{field}[{i}]", null, uses[i].Source));
        }
    }

    private static void CheckMasses(List<Fault> faults, string field, Stratum stratum, bool ofIsotope)
    {
        if (stratum.Fraction is { } fraction)
            Between(faults, field + ".fraction", fraction, 0, 1);
        if (stratum.Equal is { } equal)
        {
            if (!stratum.Items.IsEmpty)
                faults.Add(new Fault(FaultCodes.Twice, field + ".list"));
            Between(faults, field + ".mass", equal.Mass, 0, MostMass);
            Between(faults, field + ".weighings", equal.Weighings, 1, int.MaxValue);
            Between(faults, field + ".samples", equal.Samples, 1, int.MaxValue);
            if (ofIsotope && stratum.Fraction is null)
                faults.Add(new Fault(FaultCodes.Missing, field + ".fraction"));
            return;
        }

        var needsFraction = ofIsotope && stratum.Fraction is null;
        var items = stratum.Items.Span;
        for (var i = 0; i < items.Length && faults.Count < MostFaults; i++)
        {
            ref readonly var item = ref items[i];
            if (!(item.Mass >= 0 && item.Mass <= MostMass))
                Between(faults, $"{field}.list[{i}].mass", item.Mass, 0, MostMass);
            if (item.Fraction is { } own)
            {
                if (!(own >= 0 && own <= 1))
                    Between(faults, $"{field}.list[{i}].fraction", own, 0, 1);
            }
            else if (needsFraction)
                faults.Add(new Fault(FaultCodes.Missing, $"{field}.list[{i}].fraction"));
        }
    }

    private static void Between(List<Fault> faults, string field, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            faults.Add(new Fault(FaultCodes.OutOfRange, field, FormattableString.Invariant($"{least} … {most}"),
                FormattableString.Invariant($"{value:R}")));
    }
}
