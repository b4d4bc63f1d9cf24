namespace Custodia.Books;

/// <summary>A text for people in both languages of the product: English and 正體中文 as used in Taiwan.</summary>
/// <param name="En">The English text.</param>
/// <param name="Zh">The Chinese text (zh-Hant).</param>
public readonly record struct Bilingual(string En, string Zh)
{
    /// <summary>The text in the asked language: Chinese for any culture name that starts with <c>zh</c>, else English.</summary>
    public string In(string culture) => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
