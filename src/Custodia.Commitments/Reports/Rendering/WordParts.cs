using System.Xml.Linq;
using static Custodia.Commitments.Reports.Rendering.Word;

namespace Custodia.Commitments.Reports.Rendering;

/// <summary>The parts around a document: what the package holds and how its parts belong together (ECMA-376 Part 2).</summary>
internal static class WordParts
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Core = "application/vnd.openxmlformats-package.core-properties+xml";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly (string Name, string Kind)[] Fixed =
        [("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("footnotes", "footnotes")];

    /// <summary>Types and relationships of all parts, and the title.</summary>
    /// <param name="languages">How many heads and feet there are.</param>
    /// <param name="title">Title of the document.</param>
    public static IEnumerable<(string Name, XElement Content)> Package(int languages, string title)
    {
        List<(string Name, string Id, string Kind)> parts = [.. Fixed.Select(part => (part.Name, "rId" + part.Name, part.Kind))];
        for (var i = 1; i <= languages; i++)
        {
            parts.Add((FormattableString.Invariant($"header{i}"), FormattableString.Invariant($"rIdHeader{i}"), "header"));
            parts.Add((FormattableString.Invariant($"footer{i}"), FormattableString.Invariant($"rIdFooter{i}"), "footer"));
        }

        yield return ("[Content_Types].xml", new XElement(Types + "Types",
            new XElement(Types + "Default", new XAttribute("Extension", "rels"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Override("/word/document.xml", Type + "document.main+xml"), Override("/docProps/core.xml", Core),
            parts.Select(part => Override($"/word/{part.Name}.xml", $"{Type}{part.Kind}+xml"))));
        yield return ("_rels/.rels", new XElement(Links + "Relationships",
            Link("rId1", Office.NamespaceName + "/officeDocument", "word/document.xml"),
            Link("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")));
        yield return ("docProps/core.xml", new XElement(Properties + "coreProperties", new XAttribute(XNamespace.Xmlns + "dc", Dublin.NamespaceName),
            new XElement(Dublin + "title", title)));
        yield return ("word/_rels/document.xml.rels", new XElement(Links + "Relationships",
            parts.Select(part => Link(part.Id, $"{Office.NamespaceName}/{part.Kind}", part.Name + ".xml"))));
    }

    /// <summary>The settings.</summary>
    public static XElement Settings() => E("settings", new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
        E("footnotePr", E("footnote", A("id", -1)), E("footnote", A("id", 0))),
        E("compat", E("compatSetting", A("name", "compatibilityMode"), A("uri", "http://schemas.microsoft.com/office/word"), A("val", "15"))),
        E("themeFontLang", A("val", "en-GB"), A("eastAsia", "zh-TW")));

    private static XElement Override(string part, string type) =>
        new(Types + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));

    private static XElement Link(string id, string type, string target) =>
        new(Links + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target));
}
