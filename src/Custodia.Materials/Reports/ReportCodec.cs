using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>Writes reports as text, and reads them, in the layout of one profile. Immutable and safe on any thread.</summary>
/// <remarks>
/// A text that is read is in canonical form: written again it is the same, byte for byte. A document that is written is
/// read back as equal. What does not hold to that is refused.
/// </remarks>
public interface IReportCodec
{
    /// <summary>The profile.</summary>
    ReportProfile Profile { get; }

    /// <summary>Writes a report.</summary>
    /// <returns>The text, or the reasons of <see cref="ReportRefusals"/> for which it cannot be written.</returns>
    Answer<string> Write(ReportDocument document);

    /// <summary>Reads a report, from anybody: never throws, whatever the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Name of its file, for refusals.</param>
    /// <returns>The report, or the reasons of <see cref="ReportRefusals"/> for which it cannot be read.</returns>
    Answer<ReportDocument> Read(string text, string? file = null);
}

/// <summary>Codecs by the layout of their profile.</summary>
public static class ReportCodec
{
    /// <summary>The codec for a profile.</summary>
    /// <param name="profile">A profile that <see cref="ReportProfileFile.Read"/> gave.</param>
    public static IReportCodec For(ReportProfile profile) => profile.Layout switch
    {
        ReportLayout.Labelled => new LabelledCodec(profile),
        ReportLayout.Fixed => new FixedCodec(profile),
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };
}
