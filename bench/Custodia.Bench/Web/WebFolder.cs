using System.Text.Encodings.Web;
using System.Text.Json;
using Custodia.Books;
using Custodia.Server.Hosting;

namespace Custodia.Bench.Web;

/// <summary>Makes a data folder as the product does: its own journal, keys and checkpoint, each MBA's content sealed.</summary>
internal static class WebFolder
{
    public const int Entries = 1_000_000;
    private const int DaysTogether = 7;
    private const long ReserveBytes = 64 * 1024 * 1024;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes it.</summary>
    /// <returns>How many entries it has.</returns>
    internal static async Task<long> Make(string folder)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var clock = new DayClock { Day = today.AddYears(-11) };
        using var data = DataFolder.Open(folder, clock);
        await FirstContent.Fill(data, withSample: false, _ => { });
        var facts = new WebFacts(today.AddDays(-1), data.Node.Count);
        var waiting = new List<Fact>();
        var days = 0;
        foreach (var (day, recorded) in facts.All(Entries))
        {
            clock.Day = day;
            waiting.AddRange(recorded);
            if (++days % DaysTogether == 0)
                await Write(data, waiting);
        }

        await Write(data, waiting);
        return data.Store.Count;
    }

    private static async Task Write(DataFolder data, List<Fact> facts)
    {
        var id = Guid.NewGuid();
        await data.Journal.Submit(drafts =>
        {
            using var buffer = new MemoryStream();
            foreach (var fact in facts)
            {
                var kind = data.Materials.Kinds.Of(fact);
                buffer.SetLength(0);
                using (var writer = new Utf8JsonWriter(buffer, Json))
                    kind.Write(writer, fact);
                var plain = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
                if (fact.Compartment is { Length: > 0 } sealedFor)
                {
                    drafts.AddSealed("officer", id, 1, data.Materials.Name, kind.Name, kind.Version, sealedFor, plain,
                        data.Keys.SealingKey(sealedFor).Seal);
                }
                else
                    drafts.Add("officer", id, 1, data.Materials.Name, kind.Name, kind.Version, "", plain);
            }

            return true;
        }, ReserveBytes);
        facts.Clear();
    }

    /// <summary>A clock that stands at noon of a day.</summary>
    private sealed class DayClock : TimeProvider
    {
        public DateOnly Day { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
