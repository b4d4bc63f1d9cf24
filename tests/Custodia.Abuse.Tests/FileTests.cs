using System.IO.Compression;
using System.Net;
using System.Text;
using Custodia.Materials.Files;

namespace Custodia.Abuse.Tests;

/// <summary>Files and bodies that are made to break what reads them.</summary>
public sealed class FileTests(StateServer state)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Head = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    public static TheoryData<string> Sheets =>
    [
        "<!DOCTYPE a [<!ENTITY b \"0123456789\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>" + Head
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&d;</t></is></c></row></sheetData></worksheet>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Head
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\">" + Head + "</sheetData></worksheet>",
        Head + string.Concat(Enumerable.Repeat("<x>", 20_000)) + string.Concat(Enumerable.Repeat("</x>", 20_000)) + "</sheetData></worksheet>",
        Head + "<row r=\"1048577\"><c r=\"XFD1048577\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>",
        Head + "<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
        Head + "<row r=\"2147483647\"><c><v>1e308</v></c></row></sheetData></worksheet>",
        Head + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999</v></c></row></sheetData></worksheet>",
        Head,
        "",
    ];

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task A_workbook_that_is_a_trap_is_refused_and_opens_nothing(string sheet)
    {
        var seen = await Import(Workbook((Sheet, stream => stream.Write(Encoding.UTF8.GetBytes(sheet)))));
        Assert.True(seen.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{seen.Status} {seen.Text}");
        Assert.DoesNotContain("root:", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("01234567890123456789", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_more_than_the_limit_is_refused()
    {
        var seen = await Import(Workbook((Sheet, Endless)));
        Assert.True(seen.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{seen.Status} {seen.Text}");
    }

    private static void Endless(Stream stream)
    {
        stream.Write(Encoding.UTF8.GetBytes(Head));
        var blanks = Encoding.UTF8.GetBytes(new string(' ', 1024 * 1024));
        for (var i = 0; i <= FileLimits.UnpackedBytes / blanks.Length; i++)
            stream.Write(blanks);
    }

    [Fact]
    public async Task A_workbook_of_too_many_parts_is_refused()
    {
        var seen = await Import(Workbook([.. Enumerable.Range(0, FileLimits.Parts + 1)
            .Select(i => ($"xl/media/{i}.bin", (Action<Stream>)(stream => stream.WriteByte(0))))]));
        Assert.True(seen.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{seen.Status} {seen.Text}");
    }

    [Theory]
    [InlineData(FileLimits.RowLength + 10, 1)]
    [InlineData(3, 200_000)]
    public async Task A_table_with_endless_lines_or_fields_is_refused(int length, int times)
    {
        var text = string.Concat(Enumerable.Repeat(new string('x', length) + ",", times));
        var seen = await Import(Encoding.UTF8.GetBytes(text), "text/csv", "x.csv");
        Assert.True(seen.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{seen.Status} {seen.Text}");
        Assert.True(seen.Text.Length < 100_000, "The answer repeats what was sent.");
    }

    [Fact]
    public async Task Json_of_great_depth_or_in_the_wrong_place_is_refused()
    {
        foreach (var json in (string[])
                 [
                     new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 50_000)),
                     "{\"mba\":" + new string('[', 40) + new string(']', 40) + "}", "{\"mba\":\"" + new string('x', 2_000_000) + "\"}",
                 ])
        {
            var (status, body) = await state.Give("materials/record-change", json, "tester");
            Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, status.ToString());
            Assert.True(body.ToJsonString().Length < 20_000, "The answer repeats what was sent.");
        }
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(StateServer.Change("XA01", "PACKED")));
        using var visitor = state.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/record-change");
        request.Headers.Authorization = new("Bearer", state.Token("tester"));
        request.Content = new ByteArrayContent(packed.ToArray());
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Send(request)).Status);
    }

    [Fact]
    public async Task A_file_of_somebody_without_the_right_leaves_nothing_behind()
    {
        var folder = new DirectoryInfo(state.Data.Root);
        var before = Files();
        foreach (var (path, text) in ((string, string)[])
                 [
                     ("materials/import/changes?", "x,"), ("commitments/import-document?document=C10&", "1. We keep it.\n\n2. "),
                     ("cooperation/matrix-file?", "{}"),
                 ])
        {
            var file = Encoding.UTF8.GetBytes(text + Guid.NewGuid());
            var seen = await Import(file, "text/csv", "x.txt", "nobody", path);
            Assert.Equal((HttpStatusCode.Forbidden, "access.not-allowed"), (seen.Status, seen.Code));
        }

        Assert.Equal(before, Files());

        int Files() => folder.GetFiles("*", SearchOption.AllDirectories)
            .Count(file => file.FullName.Contains("blob", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Custodia.SignIn.Tests.Seen> Import(byte[] file, string type = Xlsx, string name = "x.xlsx", string person = "tester",
        string path = "materials/import/changes?")
    {
        using var visitor = state.Visit();
        var preview = person == "tester" ? "true" : "false";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}preview={preview}&name={name}");
        request.Headers.Authorization = new("Bearer", state.Token(person));
        request.Content = new ByteArrayContent(file);
        request.Content.Headers.ContentType = new(type);
        return await visitor.Send(request);
    }

    /// <summary>The template of the product, with parts of it replaced or added.</summary>
    private static byte[] Workbook(params (string Name, Action<Stream> Write)[] parts)
    {
        using var stream = new MemoryStream();
        stream.Write(FileTemplates.Xlsx(FileKind.InventoryChanges, "en"));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                zip.GetEntry(name)?.Delete();
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(part);
            }
        }

        return stream.ToArray();
    }
}
