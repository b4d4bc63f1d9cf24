namespace Custodia.Server.Language;

/// <summary>
/// Names the resource files with every text of the pages: <c>Text.resx</c> in English and <c>Text.zh-Hant.resx</c> in
/// Chinese as written in Taiwan. Terms follow the product's glossary.
/// </summary>
public sealed class Text;
