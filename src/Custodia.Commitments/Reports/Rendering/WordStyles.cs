using System.Globalization;
using System.Xml.Linq;
using static Custodia.Commitments.Reports.Rendering.Word;

namespace Custodia.Commitments.Reports.Rendering;

/// <summary>The styles and numberings of a report in word processing: one accent, headings that a table of contents finds.</summary>
internal static class WordStyles
{
    /// <summary>The accent.</summary>
    public const string Accent = "1D3D63";

    private const string Soft = "4A4A4A";
    private const string Latin = "Calibri";
    private const string East = "Microsoft JhengHei";
    private const int SingleLine = 240;

    /// <summary>The part of the styles.</summary>
    /// <param name="language">Language of the text that is not Chinese.</param>
    /// <param name="isOnePage">Whether they are set small enough for one page.</param>
    public static XElement Styles(string language, bool isOnePage)
    {
        var styles = Usual(language);
        if (isOnePage)
        {
            // What is small already stays as it is.
            var body = styles.Elements().Where(style => (string?)style.Attribute(Main + "styleId") is not ("Header" or "Footer" or "FootnoteText"))
                .ToList();
            Set(body.Descendants(Main + "sz").Concat(body.Descendants(Main + "szCs")).Attributes(Main + "val"),
                length => (int)Math.Round(length * 0.9));
            var spaces = styles.Descendants(Main + "spacing").ToList();
            Set(spaces.Attributes(Main + "before").Concat(spaces.Attributes(Main + "after")), length => length * 2 / 5);
            Set(spaces.Attributes(Main + "line"), _ => SingleLine);
        }

        return styles;
    }

    private static void Set(IEnumerable<XAttribute> lengths, Func<int, int> shorter)
    {
        foreach (var length in lengths)
            length.Value = shorter((int)length).ToString(CultureInfo.InvariantCulture);
    }

    private static XElement Usual(string language) => E("styles",
        new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
        E("docDefaults",
            E("rPrDefault", E("rPr",
                E("rFonts", A("ascii", Latin), A("eastAsia", East), A("hAnsi", Latin), A("cs", Latin)),
                V("sz", "20"), V("szCs", "20"), E("lang", A("val", language == "en" ? "en-GB" : "en-US"), A("eastAsia", "zh-TW")))),
            E("pPrDefault", E("pPr", E("spacing", A("after", 100), A("line", 264), A("lineRule", "auto"))))),
        Style("Normal", "Normal", null, null, isDefault: true),
        Style("Title", "Title", E("pPr", E("keepNext"), Space(40, 200)), Look(40, Accent, isBold: true)),
        Style("State", "State", E("pPr", E("pBdr", Border("top", 18, Accent, 6)), Space(0, 40)), Look(20, Soft)),
        Style("Heading1", "heading 1", E("pPr", E("keepNext"), E("keepLines"), Space(320, 100), V("outlineLvl", "0")),
            Look(26, Accent, isBold: true)),
        Style("Fact", "Fact", E("pPr", E("tabs", E("tab", A("val", "left"), A("pos", 3000))), Space(0, 20),
            E("ind", A("left", 3000), A("hanging", 3000))),
            Look(17, Soft)),
        Style("Cell", "Cell", E("pPr", Space(30, 30, 240)), Look(17)),
        Style("CellNumber", "Cell number", E("pPr", Space(30, 30, 240), V("jc", "right")), Look(17), basedOn: "Cell"),
        Style("CellHead", "Cell head", E("pPr", E("keepNext"), Space(30, 30, 240)), Look(17, Accent, isBold: true), basedOn: "Cell"),
        Style("CellHeadNumber", "Cell head number", E("pPr", V("jc", "right")), null, basedOn: "CellHead"),
        Style("ListBullet", "List Bullet",
            E("pPr", E("numPr", V("ilvl", "0"), V("numId", "1")), Space(0, 60), E("ind", A("left", 360), A("hanging", 260))), null),
        Style("Header", "header", E("pPr", E("tabs", E("tab", A("val", "right"), A("pos", WordPage.Width))), Space(0, 0, 240)), Look(15, Soft)),
        Style("Footer", "footer", E("pPr", E("tabs", E("tab", A("val", "right"), A("pos", WordPage.Width))), Space(0, 0, 240)), Look(13, Soft)),
        Style("FootnoteText", "footnote text", E("pPr", Space(0, 20, 240)), Look(15)),
        E("style", A("type", "character"), A("styleId", "FootnoteReference"), V("name", "footnote reference"),
            E("rPr", V("vertAlign", "superscript"))),
        E("style", A("type", "table"), A("default", "1"), A("styleId", "TableNormal"), V("name", "Normal Table"), V("uiPriority", "99"),
            E("tblPr", E("tblInd", A("w", 0), A("type", "dxa")),
                E("tblCellMar", Margin("top", 0), Margin("left", 80), Margin("bottom", 0), Margin("right", 80)))),
        E("style", A("type", "table"), A("styleId", "Report"), V("name", "Report"), V("basedOn", "TableNormal"),
            E("tblPr", E("tblBorders", Border("bottom", 4, "C4C4C4", 0), Border("insideH", 4, "C4C4C4", 0))),
            E("tblStylePr", A("type", "firstRow"), E("tcPr", E("tcBorders", Border("bottom", 8, Accent, 0)))),
            E("tblStylePr", A("type", "lastRow"), E("rPr", E("b")), E("tcPr", E("tcBorders", Border("top", 8, Accent, 0))))));

    /// <summary>The part of the numberings: one of bullets.</summary>
    public static XElement Numbering() => E("numbering",
        new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
        E("abstractNum", A("abstractNumId", 0), V("multiLevelType", "hybridMultilevel"),
            E("lvl", A("ilvl", 0), V("start", "1"), V("numFmt", "bullet"), V("lvlText", "•"), V("lvlJc", "left"),
                E("pPr", E("ind", A("left", 360), A("hanging", 260))))),
        E("num", A("numId", 1), V("abstractNumId", "0")));

    private static XElement Style(string id, string name, XElement? paragraph, XElement? run, bool isDefault = false, string basedOn = "Normal") =>
        E("style", A("type", "paragraph"), isDefault ? A("default", "1") : null, A("styleId", id), V("name", name),
            isDefault ? null : V("basedOn", basedOn), isDefault || id is "Heading1" or "Title" ? E("qFormat") : null, paragraph, run);

    private static XElement Look(int halfPoints, string? colour = null, bool isBold = false) => E("rPr", isBold ? E("b") : null,
        colour is null ? null : V("color", colour), E("sz", A("val", halfPoints)), E("szCs", A("val", halfPoints)));

    private static XElement Space(int before, int after, int line = 264) =>
        E("spacing", A("before", before), A("after", after), A("line", line), A("lineRule", "auto"));

    private static XElement Border(string side, int size, string colour, int space) =>
        E(side, A("val", "single"), A("sz", size), A("space", space), A("color", colour));

    private static XElement Margin(string side, int width) => E(side, A("w", width), A("type", "dxa"));
}

/// <summary>The page, A4 upright, in twentieths of a point.</summary>
internal static class WordPage
{
    /// <summary>Width between the margins.</summary>
    public const int Width = 11_906 - (2 * Side);

    /// <summary>Margin at each side: 18 mm.</summary>
    public const int Side = 1_020;

    /// <summary>Size and margins (ECMA-376 Part 1, 17.6).</summary>
    /// <param name="isOnePage">Whether all is to stand on one page: then it begins higher and ends lower.</param>
    public static IEnumerable<XElement> Size(bool isOnePage) =>
    [
        E("pgSz", A("w", 11_906), A("h", 16_838)),
        E("pgMar", A("top", isOnePage ? 1_020 : 1_304), A("right", Side), A("bottom", isOnePage ? 907 : 1_134), A("left", Side),
            A("header", isOnePage ? 454 : 567), A("footer", isOnePage ? 397 : 510), A("gutter", 0)),
    ];
}
