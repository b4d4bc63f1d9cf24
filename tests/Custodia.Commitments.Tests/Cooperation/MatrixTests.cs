using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Matrix;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static Custodia.Commitments.Tests.Cooperation.CooperationJournal;

namespace Custodia.Commitments.Tests.Cooperation;

/// <summary>The 1540 matrix: filled with evidence, sent by two, written to files and read back cell for cell.</summary>
public sealed class MatrixTests : IAsyncLifetime
{
    private static readonly MatrixTemplate Template = MatrixTemplate.Current;

    private CooperationJournal _journal = null!;

    public async ValueTask InitializeAsync() => _journal = await WithReactor();

    public ValueTask DisposeAsync()
    {
        _journal.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_template_asks_of_each_act_of_paragraph_two_for_three_weapons_the_law_and_its_enforcement()
    {
        Assert.Equal(Template.Cells.Count, Template.Cells.DistinctBy(cell => cell.Id).Count());
        Assert.Equal(11 * 3 * 2, Template.Cells.Count(cell => cell.Row.Paragraph == "OP 2"));
        var paragraphs = Template.Cells.Select(cell => cell.Row.Paragraph.Split(" (")[0]).Distinct().Order();
        Assert.Equal(["OP 1", "OP 10", "OP 2", "OP 3", "OP 5", "OP 6", "OP 7", "OP 8"], paragraphs);
        Assert.Equal((MatrixArea.Chemical, MatrixColumn.Enforcement), (Template.Find("2-01.c.e")!.Area, Template.Find("2-01.c.e")!.Column));
    }

    [Fact]
    public async Task Coverage_is_what_has_evidence_of_what_applies()
    {
        await _journal.Do(Fill(Yes("2-01.n.f"), new("2-01.b.f", MatrixValue.NotApplicable, Day("2026-01-01"), Note: "No such thing"),
            new("2-02.n.f", MatrixValue.Unknown, Day("2026-01-01"))));
        var view = View();
        Assert.Equal((3, 1, Template.Cells.Count - 1), (view.Answered, view.Evidenced, view.Applicable));
        await _journal.Do(Fill(new FilledCell("2-01.n.f", MatrixValue.Unknown, Day("2026-02-01"))));
        Assert.Equal(0, View().Evidenced);
        Assert.Equal(1, View(Day("2026-01-31")).Evidenced);
    }

    [Fact]
    public async Task A_report_keeps_the_digest_of_the_matrix_as_it_was_sent()
    {
        Assert.Equal(["matrix-empty"], await _journal.Refused(new SendMatrix(Today, "S/1")));
        await _journal.Do(Fill(Yes("2-01.n.f")));
        var sent = await _journal.Do(new SendMatrix(Day("2026-06-30"), "S/AC.44/1"));
        await _journal.Do(Fill(Yes("2-02.n.f")));
        Assert.Equal(["report-twice"], await _journal.Refused(new SendMatrix(Today, "S/AC.44/1")));
        var report = View().Reports.Single();
        var then = MatrixQueries.Ask(_journal.Book, new MatrixQuery(), new View(sent, report.On)).Value!;
        Assert.Equal((1, Convert.ToHexStringLower(SHA256.HashData(MatrixFile.Of(then.Template, then.Cells).ToJson()))),
            (report.Cells, report.Digest));
        Assert.Equal("20", _journal.Value("IND-T06", "2026-07-20").Value);
        Assert.NotNull(CommitmentsDefinition("send-matrix").ApprovalPermission);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public void What_is_written_as_a_document_is_read_back_cell_for_cell(string language)
    {
        var file = new MatrixFile(MatrixFile.FormatName, 1, Template.Id, [.. Template.Cells.Select((cell, i) => (i % 4) switch
        {
            0 => new MatrixFileCell(cell.Id, MatrixValue.Yes, Day("2026-01-01").AddDays(i % 90), $"Act <{i}> & 第 {i} 條", "  Gazette \"7\"  ", i, "註 – x]]>y"),
            1 => new(cell.Id, MatrixValue.NotApplicable, Day("2026-01-01"), Note: "None 無"),
            2 => new(cell.Id, MatrixValue.Unknown, Day("2026-01-01")),
            _ => new(cell.Id),
        })]);
        var expected = file.Cells.Where(cell => cell.Value is not null).Select(cell => cell.Filled!).ToList();
        var document = MatrixDocument.Write(file, language, "as of 2026-07-20 · entry 9");
        Assert.Equal(document, MatrixDocument.Write(file, language, "as of 2026-07-20 · entry 9"));
        Assert.Equal(expected, MatrixFile.Read(document, "m.docx").Value!.Cells);
        Assert.Equal(expected, MatrixFile.Read(file.ToJson(), "m.json").Value!.Cells);
    }

    [Fact]
    public void The_document_is_one_that_word_processors_take()
    {
        using var stream = new MemoryStream(Document("as of 2026-07-20"));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
    }

    [Fact]
    public async Task What_was_exported_and_is_handed_in_again_records_nothing()
    {
        await _journal.Do(Fill(Yes("2-01.n.f"), Yes("1-01.g.s")));
        var file = MatrixFile.Of(Template.Id, View().Cells);
        var count = _journal.Count;
        Assert.IsType<Outcome.Recorded>(await _journal.Give(MatrixFile.Read(MatrixDocument.Write(file, "en", ""), "m").Value!));
        Assert.Equal(count, _journal.Count);
    }

    [Fact]
    public async Task Bad_cells_are_refused_with_their_reason()
    {
        Assert.Equal(["template-unknown"], await _journal.Refused(Fill(Yes("2-01.n.f")) with { Template = "1999" }));
        Assert.Equal(["cell-unknown"], await _journal.Refused(Fill(Yes("9-99.x.y"))));
        Assert.Equal(["cell-twice"], await _journal.Refused(Fill(Yes("2-01.n.f"), Yes("2-01.n.f"))));
        Assert.Equal(["evidence-missing"], await _journal.Refused(Fill(Yes("2-01.n.f") with { Clause = null })));
        Assert.Equal(["reason-missing"], await _journal.Refused(Fill(new FilledCell("2-01.n.f", MatrixValue.NotApplicable, Today))));
        Assert.Equal(["day-ahead"], await _journal.Refused(Fill(Yes("2-01.n.f") with { On = Today.AddDays(1) })));
        Assert.Equal(["list-length"], await _journal.Refused(Fill()));
    }

    [Fact]
    public void Hostile_files_are_refused_whole()
    {
        var good = Encoding.UTF8.GetString(Document(""));
        Assert.Equal("file-too-large", Code(new byte[MatrixLimits.Bytes + 1]));
        Assert.Equal("file-malformed", Code("no matrix"u8.ToArray()));
        Assert.Equal("file-malformed", Code("null"u8.ToArray()));
        Assert.Equal("file-malformed", Code("PK not a zip"u8.ToArray()));
        Assert.Equal("file-malformed", Json($"\"version\":1,\"version\":1,\"template\":\"{Template.Id}\",\"cells\":[]"));
        Assert.Equal("file-malformed", Json($"\"version\":2,\"template\":\"{Template.Id}\",\"cells\":[]"));
        Assert.Equal("template-unknown", Json("\"version\":1,\"template\":\"1999\",\"cells\":[]"));
        Assert.Equal("cell-unknown", Json($"\"version\":1,\"template\":\"{Template.Id}\",\"cells\":[{{\"cell\":\"x\"}}]"));
        Assert.Equal("file-malformed", Json($"\"version\":1,\"template\":\"{Template.Id}\",\"cells\":[{{\"cell\":\"2-01.n.f\",\"clause\":\"A\"}}]"));
        Assert.Equal("file-too-large", Code(Zip("word/document.xml", new string(' ', MatrixLimits.UnpackedBytes + 1))));
        Assert.Equal("file-too-large", Code(Zip(MatrixLimits.Parts + 1)));
        Assert.Equal("file-malformed", Code(Zip("word/other.xml", good)));
        Assert.Equal("file-malformed", Code(Zip("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")));
        var deep = string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200));
        Assert.Equal("file-malformed", Code(Zip("word/document.xml", deep)));
        Assert.Equal("file-malformed", Code(Zip("word/document.xml", "<a/>")));
        Assert.Equal("cell-unknown", Code(Changed("2-01.n.f", "2-99.n.f")));
        Assert.Equal("template-unknown", Code(Changed($"1 {Template.Id}", "1 1999-1")));
        Assert.Equal("file-malformed", Code(Changed(">X<", ">Z<")));
    }

    private static FillMatrix Fill(params FilledCell[] cells) => new(Template.Id, cells);

    private static FilledCell Yes(string cell) => new(cell, MatrixValue.Yes, Day("2026-01-01"), Clause: "Act 1, section 2");

    private static CommandDefinition CommitmentsDefinition(string name) =>
        Custodia.Commitments.Cooperation.CooperationCatalogue.Instance.Commands.Single(command => command.Name == name);

    private static string Code(byte[] content) => MatrixFile.Read(content, "file").Refusals.Single().Code["cooperation.".Length..];

    private static string Json(string fields) => Code(Encoding.UTF8.GetBytes($"{{\"format\":\"{MatrixFile.FormatName}\",{fields}}}"));

    private static byte[] Document(string position) => MatrixDocument.Write(new MatrixFile(MatrixFile.FormatName, 1, Template.Id,
        [new("2-01.n.f", MatrixValue.Yes, Day("2026-01-01"), "Act 1")]), "en", position);

    private static byte[] Changed(string from, string to)
    {
        using var archive = new ZipArchive(new MemoryStream(Document("")));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var text = reader.ReadToEnd();
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Zip("word/document.xml", text.Replace(from, to, StringComparison.Ordinal));
    }

    private static byte[] Zip(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry(name).Open()))
            writer.Write(text);
        return stream.ToArray();
    }

    private static byte[] Zip(int parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < parts; i++)
                archive.CreateEntry($"{i}");
        }

        return stream.ToArray();
    }

    private MatrixView View(DateOnly? asOf = null) =>
        MatrixQueries.Ask(_journal.Book, new MatrixQuery(), _journal.Now with { AsOf = asOf ?? DateOnly.MaxValue }).Value!;
}
