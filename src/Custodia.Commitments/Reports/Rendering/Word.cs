using System.Globalization;
using System.Xml.Linq;

namespace Custodia.Commitments.Reports.Rendering;

/// <summary>Elements of a word-processing document (ECMA-376 Part 1, WordprocessingML).</summary>
internal static class Word
{
    /// <summary>The namespace of the main parts.</summary>
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The namespace of references to other parts.</summary>
    public static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>An element with attributes and elements inside.</summary>
    public static XElement E(string name, params ReadOnlySpan<object?> content) => new(Main + name, content.ToArray());

    /// <summary>An attribute.</summary>
    public static XAttribute A(string name, string value) => new(Main + name, value);

    /// <summary>An attribute that holds a number.</summary>
    public static XAttribute A(string name, int value) => new(Main + name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An element that only has a value.</summary>
    public static XElement V(string name, string value) => E(name, A("val", value));

    /// <summary>A paragraph of a style.</summary>
    public static XElement Paragraph(string style, params ReadOnlySpan<object?> runs) => E("p", E("pPr", V("pStyle", style)), runs.ToArray());

    /// <summary>A run of text.</summary>
    public static XElement Run(string text, bool isStrong = false) =>
        E("r", isStrong ? E("rPr", E("b")) : null, E("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    /// <summary>A field that the program which shows the document works out, such as the number of the page.</summary>
    public static IEnumerable<XElement> Field(string instruction) =>
    [
        E("r", E("fldChar", A("fldCharType", "begin"))),
        E("r", E("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), $" {instruction} ")),
        E("r", E("fldChar", A("fldCharType", "separate"))), Run("1"),
        E("r", E("fldChar", A("fldCharType", "end"))),
    ];
}
