using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Files;
using Custodia.Materials.Reports;
using Custodia.Materials.Structure;
using Custodia.Sample;
using Custodia.Server.Api;

namespace Custodia.Server.Hosting;

/// <summary>
/// Brings in the sample State as its operators would: their files are written, then imported, corrected, closed and
/// reported in the order of the days on which that happened.
/// </summary>
internal sealed class SampleContent(DataFolder folder, Caller caller, Action<string> say)
{
    private const int StepsBetweenLines = 50;

    // The store's has ended, and what lies there waits to be taken away.
    private static readonly FacilityLicence[] Licences =
    [
        new("XA-F", "NM-2016-02", new(2016, 7, 1), new(2036, 6, 30)), new("XA-R", "NM-2008-01", new(2008, 1, 1), new(2047, 12, 31)),
        new("XA-RR", "NM-2004-03", new(2004, 4, 1), new(2034, 3, 31)), new("XA-ST", "NM-2005-04", new(2005, 10, 1), new(2025, 9, 30)),
    ];

    private readonly CatalogueFace _catalogue = new(folder.Node);

    /// <summary>Brings it in.</summary>
    /// <exception cref="InvalidOperationException">The product refuses its own sample: a defect.</exception>
    public async Task Bring(CancellationToken cancellation)
    {
        var files = Directory.CreateTempSubdirectory("custodia-sample-").FullName;
        try
        {
            say("Writing the files of the sample State's operators …");
            var manifest = SampleState.Write(files);
            await Give("name-state", new NameState(manifest.State, manifest.NameEn, manifest.NameZh));
            var steps = Steps(files, manifest).OrderBy(step => step.On).ToList();
            for (var done = 0; done < steps.Count; done++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (done % StepsBetweenLines == 0)
                    say(FormattableString.Invariant($"Importing the sample State: {done} of {steps.Count} …"));
                await steps[done].Take();
            }

            foreach (var licence in Licences)
                await Give("record-licence", licence);
            say(FormattableString.Invariant($"Imported {manifest.Files.Count} files of the sample State: {folder.Node.Count} entries."));
        }
        finally
        {
            Directory.Delete(files, recursive: true);
        }
    }

    // On one day first what came in, then what was corrected, then what was reported.
    private IEnumerable<(DateOnly On, Func<Task> Take)> Steps(string files, SampleManifest manifest) =>
        manifest.Files.Select(file => (file.On, (Func<Task>)(() => Import(files, file))))
            .Concat(Read<SampleCorrection>(files, "corrections.json").Select(c => (c.On, (Func<Task>)(() => Correct(c)))))
            .Concat(Read<SampleReport>(files, "reports.json").Select(r => (r.Date, (Func<Task>)(() => Prepare(r)))));

    private async Task Import(string files, SampleFile file)
    {
        await using var content = File.OpenRead(Path.Combine(files, file.Name));
        var kind = ImportFace.Kinds.Single(name => ImportFace.KindOf(name) == file.Kind);
        var request = new ImportRequest(kind, file.Name, content, file.Mba, file.Date, Preview: false);
        Check(file.Name, await new ImportFace(folder, _catalogue).Import(request, caller, CancellationToken.None));
        if (file.Kind == FileKind.PhysicalInventory)
            await Give("close-balance", new CloseBalance(file.Mba!, file.Date!.Value));
    }

    private async Task Correct(SampleCorrection correction)
    {
        var wrong = Node.Ask<MaterialsBook, long>(folder.Materials,
            book => book.Mbas[correction.Mba].Lines.Last(line => line.Change.Reference == correction.Reference).Stamp.Sequence);
        await Give("correct-changes", new CorrectChanges([new(wrong.Value, correction.Change)], correction.Reason));
    }

    private Task Prepare(SampleReport report) => Give("prepare-report",
        new PrepareReport(report.Mba, Enum.Parse<ReportType>(report.Type, ignoreCase: true), report.To, report.Date));

    private async Task Give(string name, object command)
    {
        var definition = folder.Materials.Catalogue.Commands.Single(candidate => candidate.Name == name);
        Check(name, await _catalogue.Execute(folder.Materials, definition, command, new FaceRequest(caller), CancellationToken.None));
    }

    private static void Check(string what, FaceAnswer answer)
    {
        if (answer.Status != FaceStatus.Ok)
            throw new InvalidOperationException(
                $"The sample was refused at {what}: {System.Text.Encoding.UTF8.GetString(answer.Content.Span)}");
    }

    private static IReadOnlyList<T> Read<T>(string files, string name) =>
        JsonSerializer.Deserialize<IReadOnlyList<T>>(File.ReadAllBytes(Path.Combine(files, name)), FaceJson.Options)!;
}
