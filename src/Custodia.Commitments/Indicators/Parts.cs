namespace Custodia.Commitments.Indicators;

/// <summary>Why a figure is not shown to those who may not see what it is made of.</summary>
public enum Suppression
{
    /// <summary>It is shown, as its band.</summary>
    None,

    /// <summary>Fewer sites make it than the least that may be shown.</summary>
    FewSites,

    /// <summary>Another site could reckon what the largest holds to within a quarter.</summary>
    OneSite,

    /// <summary>With it, another figure that is not shown could be worked out.</summary>
    Complement,
}

/// <summary>A figure that an indicator shows: its whole, or a part of it.</summary>
/// <param name="Part">Empty for the whole; else the value of the field by which it is divided.</param>
/// <param name="Value">The figure, as it may be shown; null where it may not.</param>
/// <param name="Hidden">Why it is not shown; to those who see all, why it would not be.</param>
/// <param name="Sites">How many sites make it; null for those who may not see.</param>
/// <param name="Largest">The share of the largest of them in percent; null for those who may not see.</param>
public sealed record PartValue(string Part, string? Value, Suppression Hidden, int? Sites, decimal? Largest);

/// <summary>
/// Which figures of an indicator may be shown as bands. What fewer than three sites make tells of a site; so does what one site
/// makes so nearly alone that another, which knows its own, could reckon it (the p-percent rule of statistical offices); and where
/// one part of a sum is not shown, the least of the others is not shown either, or the difference would tell it.
/// That nothing is held tells of no site, and is shown.
/// </summary>
internal static class Parts
{
    /// <summary>Least number of sites that a figure above nothing must be made of.</summary>
    public const int LeastSites = 3;

    /// <summary>What the other sites must hold beside the two largest, in percent of the largest.</summary>
    public const decimal LeastBeside = 25;

    /// <summary>The figures of an indicator: the whole, then its parts.</summary>
    /// <param name="rows">What is added up: site, amount, and the part it is in.</param>
    /// <param name="whole">The value as it was worked out.</param>
    public static IReadOnlyList<PartValue> Of(IReadOnlyList<(string Site, decimal Amount, string? Part)> rows, decimal whole)
    {
        var total = rows.Sum(row => row.Amount);
        // The rows may be in another unit than the value; the value is the one that is shown.
        var scale = total == 0 ? 0 : whole / total;
        var parts = rows.Where(row => row.Part is not null).GroupBy(row => row.Part!, StringComparer.Ordinal)
            .OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => Figure(part.Key, [.. part], scale)).ToList();
        var all = Figure("", rows, scale) with { Value = FormulaValue.Of(whole).Text };
        return [all, .. Complemented(all, parts)];
    }

    private static IEnumerable<PartValue> Complemented(PartValue whole, List<PartValue> parts)
    {
        if (whole.Hidden == Suppression.None && parts.Count(part => part.Hidden != Suppression.None) == 1)
        {
            var least = parts.Where(part => part.Hidden == Suppression.None).MinBy(part => FormulaValue.Of(part.Value).Number);
            return parts.Select(part => part == least ? part with { Hidden = Suppression.Complement } : part);
        }

        // Parts of a whole that is not shown would add up to it.
        return whole.Hidden == Suppression.None ? parts
            : parts.Select(part => part.Hidden == Suppression.None ? part with { Hidden = Suppression.Complement } : part);
    }

    private static PartValue Figure(string part, IReadOnlyList<(string Site, decimal Amount, string? Part)> rows, decimal scale)
    {
        var sites = rows.GroupBy(row => row.Site, StringComparer.Ordinal).Select(site => site.Sum(row => row.Amount))
            .Where(amount => amount != 0).OrderDescending().ToList();
        var sum = sites.Sum();
        var largest = sum == 0 ? 0 : sites[0] * 100 / sum;
        var hidden = sites.Count == 0 ? Suppression.None
            : sites.Count < LeastSites ? Suppression.FewSites
            : (sum - sites[0] - sites[1]) * 100 < LeastBeside * sites[0] ? Suppression.OneSite
            : Suppression.None;
        return new PartValue(part, FormulaValue.Of(sum * scale).Text, hidden, sites.Count, largest);
    }
}
