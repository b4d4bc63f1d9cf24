using System.Globalization;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Cases;
using Custodia.Statistics.Sequential;

namespace Custodia.Cli;

/// <summary>Evaluated balances as tables for people: a row a period, an element after the other, six figures.</summary>
internal sealed class BalanceTable(Session session, CaseReading read, BalanceStructure structure, RandomErrorModel model)
{
    private const string Gap = "  ";

    public async Task Write(TextWriter output)
    {
        var of = structure.Case;
        await output.WriteLineAsync(session.Say(
            $"{of.Name}: {structure.Count} balances, masses in {of.MassUnit}, times in {of.TimeUnit}; positive MUF is missing material.",
            $"{of.Name}：{structure.Count} 期，質量單位 {of.MassUnit}，時間單位 {of.TimeUnit}；MUF 為正表示短少。"));
        for (var element = 0; element < of.Elements.Count; element++)
        {
            var sequence = BalanceSequence.Evaluate(structure, element, model);
            await output.WriteLineAsync();
            await output.WriteLineAsync(of.Elements[element]);
            var page = sequence.Page(read.PageReference, read.Closed);
            await WriteRows(output, [Header(), .. Enumerable.Range(0, sequence.Count).Select(i => Row(sequence, page, i))]);
            if (sequence.Singular is { } singular)
                await output.WriteLineAsync(Say(singular));
            await output.WriteLineAsync();
            await WriteRows(output, Parts(sequence));
        }
    }

    /// <summary>What a reader should know before trusting the figures.</summary>
    public static IEnumerable<string> Warnings(Session session, BalanceStructure structure, CaseReading read)
    {
        foreach (var path in read.Unread)
            yield return session.Say($"case.json: {path} means nothing here and was not used.", $"case.json：{path} 無此欄位，未採用。");
        if (read.Declared is { } declared && declared != structure.Count)
            yield return session.Say($"The case says {declared} periods; {structure.Count} are complete.", $"案例載明 {declared} 期；完整者 {structure.Count} 期。");
        foreach (var (location, date, offset) in structure.FarInventories())
        {
            var (id, time, unit) = (location.Readings.Location.Id, Figure(structure.Dates[date]), structure.Case.TimeUnit);
            yield return session.Say($"{id}: the inventory for t = {time} was read {Figure(offset)} {unit} from it.",
                $"{id}：t = {time} 之存量讀值相差 {Figure(offset)} {unit}。");
        }
    }

    private string[] Header() =>
    [
        session.Say("period", "期間"), "t", "X", "Y", session.Say("begin", "期初"), session.Say("end", "期末"), "MUF", "σ", "MUF/σ", "AI", "CUMUF",
        "σ CUMUF", "SITMUF", "Page +", "Page −", "GEMUF V1",
    ];

    private string[] Row(BalanceSequence of, PageTest page, int i)
    {
        var isTested = i < of.Sitmuf.Length;
        double[] sums =
        [
            structure.Dates[i + 1], of.Totals.Input[i], of.Totals.Output[i], of.Totals.Begin[i], of.Totals.End[i], of.Muf[i], of.Sigma[i],
            of.Sigma[i] > 0 ? of.Muf[i] / of.Sigma[i] : double.NaN, of.Totals.ActiveInventory[i], of.Cumuf[i], of.SigmaCumuf[i],
        ];
        double[] tests = isTested ? [of.Sitmuf[i], page.Upper[i], page.Lower[i], of.GemufV1[i]] : [double.NaN, double.NaN, double.NaN, double.NaN];
        return [(i + 1).ToString(CultureInfo.InvariantCulture), .. sums.Concat(tests).Select(Figure)];
    }

    private List<string[]> Parts(BalanceSequence of)
    {
        var last = of.Count - 1;
        var rows = new List<string[]>
        {
            new[] { session.Say("location", "位置"), session.Say("method", "方法"), session.Say("error", "誤差"),
                session.Say($"share of V in period {of.Count}", $"第 {of.Count} 期 V 之占比") },
        };
        var variance = of.Covariance[last, last];
        foreach (var part in of.Parts.OrderByDescending(part => part.Variance[last]).Where(_ => variance > 0))
            rows.Add(
            [
                structure.Case.Locations[part.Location].Location.Id, structure.Case.Methods[part.Method].Id,
                part.IsSystematic ? session.Say("systematic", "系統") : session.Say("random", "隨機"),
                (part.Variance[last] / variance).ToString("0.0 %", CultureInfo.InvariantCulture),
            ]);
        return rows;
    }

    private string Say(SingularBalance singular) => singular.Reason == SingularReason.NoRandomError
        ? session.Say($"Period {singular.Period + 1} has no random error, so that SITMUF ends before it.",
            $"第 {singular.Period + 1} 期無隨機誤差，SITMUF 至前一期為止。")
        : session.Say(
            $"The MUF of period {singular.Period + 1} follows from the earlier ones (measurements repeated?), so that SITMUF ends before it.",
            $"第 {singular.Period + 1} 期之 MUF 可由先前各期推得（量測重複？），SITMUF 至前一期為止。");

    private static async Task WriteRows(TextWriter output, List<string[]> rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => TextWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
            await output.WriteLineAsync(string.Join(Gap, row.Select((cell, c) => new string(' ', widths[c] - TextWidth.Of(cell)) + cell)));
    }

    private static string Figure(double value) => double.IsNaN(value) ? "–" : value.ToString("G6", CultureInfo.InvariantCulture);
}
