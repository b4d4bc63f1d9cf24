using System.Globalization;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Reports;

/// <summary>
/// The arithmetic of a material balance report (INFCIRC/153 ¶67), for each material: BE = PB + increases − decreases + RA,
/// BA = BE − DI, MF = BA − PE. Exact, in the reported units. A report that corrects an older one holds only the lines that
/// changed, so that nothing can be summed in it.
/// </summary>
internal static class MbrCheck
{
    private const string Difference = "DI";

    public static IEnumerable<ReportFinding> Of(ReportDocument document, CodeTables tables) =>
        document.Type != ReportType.Mbr || document.Entries.Any(entry => entry.Status != EntryStatus.New)
            ? []
            : document.Entries.SelectMany(entry => entry.Weights.Select(weight => new Line(entry, weight)))
                .GroupBy(line => line.Weight.Material).OrderBy(group => group.Key)
                .SelectMany(group => Balance(group.Key, [.. group], tables));

    private static IEnumerable<ReportFinding> Balance(MaterialCode material, List<Line> lines, CodeTables tables)
    {
        foreach (var repeated in lines.GroupBy(line => line.Code).Where(group => group.Count() > 1))
            yield return new(ReportRules.MbrLineRepeated, repeated.Last().Entry.Number, "code", "1", $"{repeated.Key} {material}");
        var byCode = lines.GroupBy(line => line.Code).ToDictionary(group => group.Key, group => group.First());
        string[] needed = [MbrLines.Beginning, MbrLines.EndingBook, MbrLines.EndingPhysical, MbrLines.Unaccounted];
        var missing = (byCode.ContainsKey(Difference) ? needed.Append(MbrLines.AdjustedBook) : needed)
            .Where(code => !byCode.ContainsKey(code)).ToList();
        foreach (var code in missing)
            yield return new(ReportRules.MbrLineMissing, null, "code", $"{code} {material}");
        if (missing.Count > 0)
            yield break;

        var book = Sum.Of(byCode[MbrLines.Beginning]) + Changes(material, byCode, tables);
        var ending = byCode[MbrLines.EndingBook];
        var adjusted = byCode.GetValueOrDefault(MbrLines.AdjustedBook, ending);
        var difference = byCode.TryGetValue(Difference, out var line) ? Sum.Of(line) : default;
        foreach (var finding in Compare(ending, book)
                     .Concat(Compare(adjusted, Sum.Of(ending) - difference))
                     .Concat(Compare(byCode[MbrLines.Unaccounted], Sum.Of(adjusted) - Sum.Of(byCode[MbrLines.EndingPhysical]))))
            yield return finding;
    }

    private static Sum Changes(MaterialCode material, Dictionary<string, Line> byCode, CodeTables tables)
    {
        var sum = default(Sum);
        foreach (var (code, line) in byCode)
        {
            sum = tables.Change(code)?.Effect switch
            {
                ChangeEffect.Increase or ChangeEffect.Adjustment => sum + Sum.Of(line),
                ChangeEffect.Decrease => sum - Sum.Of(line),
                ChangeEffect.CategoryChange => code[0] == material.Element ? sum - Sum.Of(line) : sum + Sum.Of(line),
                _ => sum,
            };
        }

        return sum;
    }

    private static IEnumerable<ReportFinding> Compare(Line line, Sum expected)
    {
        if (Sum.Of(line) != expected)
            yield return new(ReportRules.MbrArithmetic, line.Entry.Number, "weights", expected.ToString(), line.Weight.ToString());
    }

    private sealed record Line(ReportEntry Entry, Weight Weight)
    {
        public string Code => Entry.Code ?? "";
    }

    /// <summary>A sum of amounts in micrograms, wide enough for any report.</summary>
    private readonly record struct Sum(Int128 Element, Int128 Fissile)
    {
        private const decimal MicrogramsPerGram = 1_000_000m;

        public static Sum Of(Line line) => new(line.Weight.Amount.Element.Micrograms, line.Weight.Amount.Fissile.Micrograms);

        public static Sum operator +(Sum left, Sum right) => new(left.Element + right.Element, left.Fissile + right.Fissile);

        public static Sum operator -(Sum left, Sum right) => new(left.Element - right.Element, left.Fissile - right.Fissile);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{(decimal)Element / MicrogramsPerGram:0.######} / {(decimal)Fissile / MicrogramsPerGram:0.######}");
    }
}
