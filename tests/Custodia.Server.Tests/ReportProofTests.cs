using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Statements;
using Custodia.Proofs;
using Custodia.Server.Hosting;
using Custodia.Server.Proving;

namespace Custodia.Server.Tests;

/// <summary>The proof of a whole report, made in one place and checked in another that has the key and nothing else.</summary>
public sealed class ReportProofTests : IAsyncLifetime
{
    private static readonly Caller House = Caller.House("test");
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly DateOnly Since = new(1992, 1, 1);

    private readonly string _root = Directory.CreateTempSubdirectory("custodia-report-proof-").FullName;
    private DataFolder _folder = null!;

    public static TheoryData<ReportKind> Kinds => [.. Enum.GetValues<ReportKind>()];

    public async ValueTask InitializeAsync()
    {
        _folder = DataFolder.Open(_root, TimeProvider.System);
        await Record(new RecordAct("cppnm", ActType.Sign, new(1990, 1, 1), "C.N.1"));
        await Record(new RecordAct("cppnm", ActType.Ratify, new(1994, 5, 12), "C.N.2"));
        await Record(new RecordAct("gicnt", ActType.Join, new(2007, 10, 1), "C.N.3"));
        await Record(new RecordAct("psi", ActType.Join, new(2008, 3, 1), "C.N.4"));
        await Record(new AttestIndicator("IND-S01", "12", new(2025, 1, 1), new(2027, 1, 1), "Office", "Letter 1", new string('a', 64)));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_report_is_proved_with_its_figures_worked_out_again_and_its_promises_judged_again(ReportKind kind)
    {
        var (proof, file) = Proof(kind);
        var result = ReportProofCheck.Verify(file, _folder.VerifierKey);
        Assert.Empty(result.Problems);
        Assert.True(result.IsJudgedAgain);
        Assert.Equal(IndicatorCatalogue.All.Count * 2, result.Figures.Count);
        Assert.All(result.Figures.Where(figure => figure.Indicator is "IND-T01" or "IND-C03" or "IND-S01"),
            figure => Assert.Equal(FigureOutcome.WorkedOutAgain, figure.Outcome));
        Assert.Equal("inForce", proof.Report.Figures.Single(figure => figure.Value.Indicator == "IND-T01").Value.Value);
        Assert.Equal("signed", proof.Report.Before.Single(value => value.Indicator == "IND-T01").Value);
        Assert.Equal(proof.Entries.Select(entry => entry.Number).Distinct().Order(), proof.Entries.Select(entry => entry.Number));
    }

    [Fact]
    public void The_figures_are_those_of_the_report_by_the_numbers_of_its_notes()
    {
        var (proof, _) = Proof(ReportKind.ByDocument);
        var report = ProgressReports.Ask(_folder.Commitments, Query(ReportKind.ByDocument), _folder.Node.View(default)!.Value).Value!;
        var figures = report.Sections.SelectMany(section => section.Figures).ToList();
        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        {
            var proved = Assert.Single(proof.Report.Figures, known => known.Note == figure.Note).Value;
            Assert.Equal((figure.Indicator, figure.Value, figure.Standing), (proved.Indicator, proved.Value, proved.Standing));
            Assert.Equal(figure.Grade, proved.Grade);
        }

        Assert.All(report.Sections.SelectMany(section => section.Promises), row =>
            Assert.Contains(new ReportStanding(row.Id, row.Standing, row.Was), proof.Report.Promises));
    }

    [Fact]
    public void A_public_report_is_proved_by_what_the_public_may_see()
    {
        var (proof, file) = Proof(ReportKind.ByTheme, "public");
        Assert.All(proof.Report.Figures, figure => Assert.Empty(figure.Value.Entries));
        var result = ReportProofCheck.Verify(file, _folder.VerifierKey);
        Assert.Empty(result.Problems);
        Assert.True(result.IsJudgedAgain);
    }

    [Fact]
    public void A_report_of_the_past_is_proved_as_it_was_known()
    {
        var proof = new ReportProofFace(_folder).Of(Query(ReportKind.OnePager), 1, House).Value!;
        Assert.Equal(1, proof.Report.KnownAt);
        Assert.All(proof.Entries, entry => Assert.InRange(entry.Number, 0, 1));
        Assert.Empty(ReportProofCheck.Verify(Bytes(proof), _folder.VerifierKey).Problems);
    }

    [Theory]
    [InlineData("value", ProofCheck.ValueBad)]
    [InlineData("value before", ProofCheck.ValueBad)]
    [InlineData("grade", ProofCheck.ValueBad)]
    [InlineData("entry named", ProofCheck.EntryMissing)]
    [InlineData("entry dropped", ProofCheck.EntryMissing)]
    [InlineData("entry of a book dropped", ProofCheck.EntryMissing)]
    [InlineData("receipt swapped", ProofCheck.EntryBad)]
    [InlineData("leaf", ProofCheck.EntryBad)]
    [InlineData("kind", ProofCheck.EntryBad)]
    [InlineData("version of a figure", ReportProofCheck.FormulaBad)]
    [InlineData("version of both", ReportProofCheck.FormulaBad)]
    [InlineData("formula", ReportProofCheck.FormulaBad)]
    [InlineData("figure dropped", ReportProofCheck.FigureBad)]
    [InlineData("day", ReportProofCheck.FigureBad)]
    [InlineData("promise", ReportProofCheck.PromiseBad)]
    [InlineData("promise dropped", ReportProofCheck.PromiseBad)]
    [InlineData("origin", ProofCheck.CheckpointBad)]
    [InlineData("known at", ProofCheck.CheckpointBad)]
    [InlineData("format", ProofCheck.Malformed)]
    [InlineData("entries", ProofCheck.Malformed)]
    [InlineData("entry twice", ProofCheck.Malformed)]
    public void What_was_changed_is_found(string what, string code)
    {
        var json = JsonNode.Parse(Proof(ReportKind.ByDocument).File)!;
        Change(json, what);
        var result = ReportProofCheck.Verify(Encoding.UTF8.GetBytes(json.ToJsonString()), _folder.VerifierKey);
        Assert.Equal(code, Assert.Single(result.Problems.Select(problem => problem.Code).Distinct()));
        Assert.Empty(result.Figures);
    }

    [Fact]
    public async Task Another_checkpoint_of_the_same_journal_is_found()
    {
        var older = Proof(ReportKind.OnePager);
        await Record(new RecordAct("psi", ActType.Withdraw, new(2009, 3, 1), "C.N.5"));
        var json = JsonNode.Parse(older.File)!;
        json["checkpoint"] = Proof(ReportKind.OnePager).Proof.Checkpoint;
        Assert.All(ReportProofCheck.Verify(Encoding.UTF8.GetBytes(json.ToJsonString()), _folder.VerifierKey).Problems,
            problem => Assert.Equal(ProofCheck.EntryBad, problem.Code));
        Assert.NotEmpty(ReportProofCheck.Verify(Encoding.UTF8.GetBytes(json.ToJsonString()), _folder.VerifierKey).Problems);
    }

    [Fact]
    public async Task A_sealed_body_stays_sealed_and_its_figure_is_said_not_to_be_worked_out_again()
    {
        await Record(new AttestIndicator("IND-P07", "80", new(2025, 1, 1), new(2027, 1, 1), "Office", "Letter 2", new string('b', 64)));
        var (proof, file) = Proof(ReportKind.ByDocument);
        var result = ReportProofCheck.Verify(file, _folder.VerifierKey);
        Assert.Empty(result.Problems);
        Assert.True(result.IsJudgedAgain);
        var entry = Assert.Single(proof.Entries, entry => entry.IsSealed);
        Assert.Equal("attestation-recorded", entry.Kind);
        Assert.Equal(entry.Number, proof.Report.Figures.Single(figure => figure.Value.Indicator == "IND-P07").Value.Statement);
        Assert.Equal(new FigureCheck("IND-P07", Day, FigureOutcome.Sealed, 1, 1),
            Assert.Single(result.Figures, figure => figure.Indicator == "IND-P07" && figure.AsOf == Day));
        Assert.Equal(FigureOutcome.WorkedOutAgain, result.Figures.First(figure => figure.Indicator == "IND-T01").Outcome);
    }

    [Fact]
    public void A_book_that_is_not_given_whole_proves_no_figure()
    {
        var json = JsonNode.Parse(Proof(ReportKind.ByDocument).File)!;
        json["books"] = new JsonArray();
        var result = ReportProofCheck.Verify(Encoding.UTF8.GetBytes(json.ToJsonString()), _folder.VerifierKey);
        Assert.Empty(result.Problems);
        Assert.False(result.IsJudgedAgain);
        Assert.All(result.Figures, figure => Assert.NotEqual(FigureOutcome.WorkedOutAgain, figure.Outcome));
    }

    [Fact]
    public void A_proof_of_another_journal_is_none_here()
    {
        using var strange = CosignerKey.Generate(_folder.Origin);
        Assert.Equal(ProofCheck.CheckpointBad,
            Assert.Single(ReportProofCheck.Verify(Proof(ReportKind.OnePager).File, strange.VerifierKey).Problems).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"custodia-report-proof/1\"}")]
    [InlineData("{\"format\":\"custodia-report-proof/1\",\"origin\":\"a\",\"checkpoint\":\"b\",\"report\":{},\"entries\":[null]}")]
    public void What_is_no_proof_is_none(string text) => Assert.Equal(ProofCheck.Malformed,
        Assert.Single(ReportProofCheck.Verify(Encoding.UTF8.GetBytes(text), _folder.VerifierKey).Problems).Code);

    [Fact]
    public void An_entry_that_many_figures_name_is_given_once_and_none_is_left_out_of_a_proof()
    {
        var value = Proof(ReportKind.OnePager).Proof.Report.Figures[0].Value with { Statement = 3 };
        var shared = Enumerable.Repeat(value with { Entries = [.. Enumerable.Range(0, 100).Select(number => (long)number)] }, 200);
        Assert.Equal(100, ReportProofFace.Numbers(shared).Value!.Count);
        var many = Enumerable.Range(0, 11).Select(at =>
            value with { Entries = [.. Enumerable.Range(at * 1_000, 1_000).Select(number => (long)number)] });
        var refusal = Assert.Single(ReportProofFace.Numbers(many).Refusals);
        Assert.Equal(("proof.too-large", "≤ 10000", "11000"), (refusal.Code, refusal.Expected, refusal.Found));
    }

    [Fact]
    public void What_no_one_may_ask_is_refused()
    {
        var face = new ReportProofFace(_folder);
        var query = Query(ReportKind.OnePager);
        Assert.Equal("commitments.report-marking", face.Of(query with { Marking = "top" }, null, House).Refusals.Single().Code);
        Assert.Equal("commitments.report-since-after", face.Of(query with { Since = new(2026, 1, 2) }, null, House).Refusals.Single().Code);
        Assert.Equal("books.known-at-ahead", face.Of(query, 1_000_000, House).Refusals.Single().Code);
        var stranger = Caller.Authenticated("nobody", CallerVia.Api, "t");
        Assert.Equal("access.sign-in-required", face.Of(query, null, stranger).Refusals.Single().Code);
    }

    private static void Change(JsonNode json, string what)
    {
        var (report, entries) = (json["report"]!, json["entries"]!.AsArray());
        var figure = Figure(report["figures"]!, one => one["value"]!);
        var act = entries.Last(entry => (long)entry!["number"]! == (long)figure["entries"]![1]!)!;
        Action change = what switch
        {
            "value" => () => figure["value"] = "signed",
            "value before" => () => Figure(report["before"]!, one => one)["value"] = "inForce",
            "grade" => () => figure["grade"] = "attested",
            "entry named" => () => figure["entries"]!.AsArray().Add(1_000_000),
            "entry dropped" => () => entries.Remove(act),
            "entry of a book dropped" => () => entries.Remove(entries.Last()),
            "receipt swapped" => () => act["receipt"] = entries[0]!["receipt"]!.GetValue<string>(),
            "leaf" => () => act["leaf"] = new string('0', 64),
            "kind" => () => act["kind"] = "act-taken-back",
            "version of a figure" => () => figure["formulaVersion"] = 9,
            "version of both" => () =>
                _ = (figure["formulaVersion"] = 9, Figure(report["before"]!, one => one)["formulaVersion"] = 9, Formula(json)["version"] = 9),
            "formula" => () => Formula(json)["value"] = "'inForce'",
            "figure dropped" => () => report["figures"]!.AsArray().RemoveAt(3),
            "day" => () => report["day"] = "2026-01-02",
            "promise" => () => Promise(json)["standing"] = "met",
            "promise dropped" => () => report["promises"]!.AsArray().Remove(Promise(json)),
            "origin" => () => json["origin"] = "elsewhere.example/1",
            "known at" => () => report["knownAt"] = 1_000_000,
            "format" => () => json["format"] = "custodia-report-proof/2",
            "entries" => () => json["entries"] = null,
            "entry twice" => () => entries.Add(entries.Last()!.DeepClone()),
            _ => throw new InvalidOperationException(what),
        };
        change();
    }

    private static JsonNode Figure(JsonNode list, Func<JsonNode, JsonNode> value) =>
        list.AsArray().Select(one => value(one!)).Single(one => one["indicator"]!.GetValue<string>() == "IND-T01");

    private static JsonNode Formula(JsonNode json) => json["formulas"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == "IND-T01")!;

    private static JsonNode Promise(JsonNode json) =>
        json["report"]!["promises"]!.AsArray().First(one => one!["standing"]?.GetValue<string>() == "noEvidence")!;

    private static ProgressReportQuery Query(ReportKind kind, string? marking = null) => new(kind, Day, Since, null, marking);

    private (ReportProof Proof, byte[] File) Proof(ReportKind kind, string? marking = null)
    {
        var proof = new ReportProofFace(_folder).Of(Query(kind, marking), null, House).Value!;
        return (proof, Bytes(proof));
    }

    private static byte[] Bytes(ReportProof proof) => JsonSerializer.SerializeToUtf8Bytes(proof, FaceJson.Options);

    private async Task Record<TCommand>(TCommand command) where TCommand : class
    {
        var definition = _folder.Commitments.Catalogue.Commands.Single(known => known.Input == typeof(TCommand));
        Assert.IsType<Outcome.Recorded>(await _folder.Node.Execute(_folder.Commitments, definition, command, House, Guid.NewGuid()));
    }
}
