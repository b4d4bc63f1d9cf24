using Custodia.Commitments.Documents;

namespace Custodia.Server.Language;

/// <summary>The language of a kept text, as HTML names it.</summary>
public static class DocumentText
{
    /// <summary>The tag for the <c>lang</c> of an element.</summary>
    public static string Tag(TextLanguage language) => language == TextLanguage.Zh ? "zh-Hant" : "en";
}
