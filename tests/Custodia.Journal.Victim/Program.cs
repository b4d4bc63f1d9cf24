// Appends without end, from several submitters at once, and states on the standard output what was acknowledged:
// one line for each entry, its number and its command. It is meant to be killed at any moment.
using System.Globalization;
using System.Text;
using Custodia.Journal;
using Custodia.Journal.Disks;

const int Submitters = 6;

var options = new FileStoreOptions { Origin = "test.example/victim", Create = true, SegmentBytes = 64 * 1024 };
using var store = FileStore.Open(new OsDisk(args[0]), options);
using var journal = Journal.Open(store, new JournalOptions(), TimeProvider.System, _ => { });
using var output = Console.OpenStandardOutput();
var gate = new Lock();
Say("ready\n");

await Task.WhenAll(Enumerable.Range(0, Submitters).Select(submitter => Task.Run(async () =>
{
    var random = new Random();
    while (true)
    {
        var command = Guid.NewGuid();
        var count = random.Next(1, 5);
        var body = Encoding.UTF8.GetBytes($"\"{new string('x', random.Next(random.Next(20) == 0 ? 8000 : 400))}\"");
        var first = await journal.Submit(drafts =>
        {
            var sequence = drafts.NextSequence;
            for (var number = 0; number < count; number++)
                drafts.Add($"submitter-{submitter}", command, 0, "materials", "note", 1, "", body);
            return sequence;
        });
        var lines = new StringBuilder();
        for (var sequence = first; sequence < first + count; sequence++)
            lines.Append(CultureInfo.InvariantCulture, $"{sequence} {command:N}\n");
        Say(lines.ToString());
    }
})));

void Say(string lines)
{
    lock (gate)
        output.Write(Encoding.ASCII.GetBytes(lines));
}
