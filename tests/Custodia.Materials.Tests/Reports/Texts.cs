using System.Text;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Materials.Reports;

namespace Custodia.Materials.Tests.Reports;

/// <summary>The shipped profiles, and texts and profiles changed at one place.</summary>
internal static class Texts
{
    public static IReportCodec Labelled { get; } = ReportCodec.For(ReportProfiles.Find("iaea-c10-labelled-draft")!);

    public static IReportCodec Fixed { get; } = ReportCodec.For(ReportProfiles.Find("fixed-r01")!);

    public static string Of(this IReportCodec codec, ReportDocument document)
    {
        var answer = codec.Write(document);
        Assert.Empty(answer.Refusals);
        return answer.Value!;
    }

    /// <summary>What stands against the report once a part of its text is replaced.</summary>
    public static IReadOnlyList<Refusal> Broken(this IReportCodec codec, ReportDocument document, string part,
        string by)
    {
        var text = codec.Of(document);
        Assert.Contains(part, text, StringComparison.Ordinal);
        return codec.Read(text.Replace(part, by, StringComparison.Ordinal), "report.txt").Refusals;
    }

    /// <summary>What stands against a shipped profile once its JSON is changed.</summary>
    public static IReadOnlyList<Refusal> Changed(string profile, Action<JsonObject> change) =>
        Read(ChangedJson(profile, change)).Refusals;

    public static string ChangedJson(string profile, Action<JsonObject> change)
    {
        using var file = typeof(ReportProfiles).Assembly.GetManifestResourceStream($"Profiles/{profile}.json")!;
        var json = JsonNode.Parse(file)!.AsObject();
        change(json);
        return json.ToJsonString();
    }

    public static Answer<ReportProfile> Read(string json) =>
        ReportProfileFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
