using System.Text.Json;
using Custodia.Books;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Reports;

/// <summary>Reads a report profile from its file: one JSON object of the shape of <see cref="ReportProfile"/>.</summary>
public static class ReportProfileFile
{
    private static readonly JsonSerializerOptions Options = new(FaceJson.Options) { AllowDuplicateProperties = false };

    /// <summary>Reads and checks a profile.</summary>
    /// <param name="file">UTF-8 JSON, at most <see cref="ReportLimits.ProfileBytes"/>.</param>
    /// <returns>The profile, or every reason of <see cref="ReportRefusals"/> that stands against it.</returns>
    public static Answer<ReportProfile> Read(Stream file)
    {
        if (!BoundedFile.TryRead(file, ReportLimits.ProfileBytes, out var bytes))
            return ReportRefusals.ProfileTooLarge.At(default, $"<= {ReportLimits.ProfileBytes}");
        ReportProfile? profile;
        try
        {
            profile = JsonSerializer.Deserialize<ReportProfile>(bytes, Options);
        }
        catch (JsonException e)
        {
            return ReportRefusals.ProfileUnreadable.At(new(null, null, null, e.Path), found: e.Message);
        }

        if (profile is null || profile.Header.Concat(profile.Entry).Any(field => field is null))
            return ReportRefusals.ProfileUnreadable.At(default, found: "null");
        List<Refusal> refusals = [.. ProfileChecks.Of(profile)];
        if (refusals.Count == 0)
            refusals.AddRange(profile.Layout == ReportLayout.Fixed ? FixedChecks.Of(profile) : LabelledChecks.Of(profile));
        return refusals.Count > 0 ? Answer<ReportProfile>.Refuse(refusals) : profile;
    }
}

/// <summary>The profiles that come with the product.</summary>
public static class ReportProfiles
{
    private static readonly string[] Names = ["iaea-c10-labelled-draft", "fixed-r01"];

    private static readonly Lazy<IReadOnlyList<ReportProfile>> ShippedProfiles = new(() => [.. Names.Select(Read)]);

    /// <summary>The draft of the IAEA's labelled format, then the fixed format after its paper forms.</summary>
    public static IReadOnlyList<ReportProfile> Shipped => ShippedProfiles.Value;

    /// <summary>The shipped profile with that name, or <c>null</c>.</summary>
    public static ReportProfile? Find(string id) => Shipped.FirstOrDefault(profile => profile.Id == id);

    private static ReportProfile Read(string name)
    {
        using var file = BoundedFile.OpenShipped($"Profiles/{name}.json");
        var answer = ReportProfileFile.Read(file);
        return answer.IsGiven
            ? answer.Value
            : throw new InvalidOperationException($"The shipped profile {name} is broken: {answer.Refusals[0]}");
    }
}
