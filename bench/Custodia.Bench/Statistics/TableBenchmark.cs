using System.Globalization;
using System.Text;
using Custodia.Statistics.Cases;

namespace Custodia.Bench.Statistics;

/// <summary>Reading tables of numbers, checked and refused or taken whole.</summary>
internal static class TableBenchmark
{
    private const double Target = 150;

    public static void Run()
    {
        // Twelve digits are what instruments write; seventeen are what programs write.
        Measure("tables of twelve digits", "G12");
        Measure("tables of seventeen digits", "G17");
    }

    private static void Measure(string name, string format)
    {
        var table = Table(format);
        var json = Encoding.UTF8.GetBytes("""
            {"name": "bench", "mass_unit": "kg", "time_unit": "h", "mbp": 1000, "elements": ["U", "Pu"], "locations":
             [{"id": "in", "kind": "input", "type": "discrete", "file": "in.csv", "sigma_random": 0.01, "sigma_systematic": 0.01}]}
            """);
        var ours = new List<double>();
        var plain = new List<double>();
        for (var round = 0; round < 8; round++)
        {
            ours.Add(Rounds.Time(() => Read(json, table)));
            plain.Add(Rounds.Time(() => Pass(table)));
        }
        var speed = table.Length / 1e6 / Rounds.Median(ours);
        Rounds.Print($"{name}: {speed:0} MB/s; target {Target:0} MB/s {(speed >= Target ? "met" : "MISSED")}");
        Rounds.Print($"  one plain pass over the bytes: {table.Length / 1e6 / Rounds.Median(plain):0} MB/s");
    }

    private static void Read(byte[] json, byte[] table)
    {
        var read = CaseFolder.Read(name => name == CaseFolder.Description ? json : table);
        if (read.Faults.Count > 0)
            throw new InvalidOperationException(read.Faults[0].ToString());
    }

    private static void Pass(byte[] table)
    {
        var lines = 0;
        foreach (var letter in table)
            lines += letter == '\n' ? 1 : 0;
        if (lines == 0)
            throw new InvalidOperationException();
    }

    private static byte[] Table(string format)
    {
        var random = new Random(1);
        var text = new StringBuilder("time,U,Pu\n");
        for (var row = 0; row < 1_000_000; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row / 8.0},")
                .Append((100 * random.NextDouble()).ToString(format, CultureInfo.InvariantCulture)).Append(',')
                .Append(random.NextDouble().ToString(format, CultureInfo.InvariantCulture)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
