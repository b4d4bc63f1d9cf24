using System.Text;

namespace Custodia.Statistics.Tests.Verification;

/// <summary>Tables of a folder, in memory, one of them with a text in place of another.</summary>
internal static class Tables
{
    public static Func<string, byte[]?> With(this IReadOnlyDictionary<string, string> tables, string file, string instead, string put)
    {
        Assert.Contains(instead, tables[file], StringComparison.Ordinal);
        return name => name == file ? Encoding.UTF8.GetBytes(tables[file].Replace(instead, put, StringComparison.Ordinal)) : tables.Of(name);
    }

    public static byte[]? Of(this IReadOnlyDictionary<string, string> tables, string name) =>
        tables.TryGetValue(name, out var text) ? Encoding.UTF8.GetBytes(text) : null;

    /// <summary>Changes bytes by chance: what comes out has a value or faults, and nothing breaks.</summary>
    public static void Shake<T>(this IReadOnlyDictionary<string, string> tables, Func<Func<string, byte[]?>, Outcome<T>> read)
        where T : class
    {
        var random = new Random(5);
        for (var run = 0; run < 2_000; run++)
        {
            var file = tables.Keys.Order().ElementAt(random.Next(tables.Count));
            var bytes = tables.Of(file)!;
            for (var change = random.Next(1, 5); change > 0; change--)
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)",\n.-e\"0@;"[random.Next(9)];
            var outcome = read(name => name == file ? bytes : tables.Of(name));
            Assert.Equal(outcome.Value is null, outcome.Faults.Count > 0);
            Assert.All(outcome.Faults, fault => Assert.NotNull(fault.File));
        }
    }
}
