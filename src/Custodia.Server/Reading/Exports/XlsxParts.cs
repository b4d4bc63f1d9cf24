using System.Security;

namespace Custodia.Server.Reading.Exports;

/// <summary>The parts of an exported workbook besides its sheets (ECMA-376 Part 2 for the package, Part 1 for the rest).</summary>
internal static class XlsxParts
{
    /// <summary>Style of texts: number format 49, so that a code is not turned into a number; and marked as text in the program.</summary>
    public const int TextStyle = 1;

    /// <summary>Style of days: number format 14, the short date of the reader's language.</summary>
    public const int DayStyle = 2;

    /// <summary>Style of headings.</summary>
    public const int HeadingStyle = 3;

    /// <summary>The first row stays in view.</summary>
    public const string FrozenHeading = "<sheetViews><sheetView workbookViewId=\"0\">"
        + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The parts with their names.</summary>
    public static IEnumerable<(string Name, string Content)> Of(string firstSheet, string secondSheet) =>
    [
        ("[Content_Types].xml", $"""
            {Declaration}<Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/>
            <Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Type}.worksheet+xml"/></Types>
            """),
        ("_rels/.rels", $"""
            {Declaration}<Relationships xmlns="{Package}/relationships">
            <Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            {Declaration}<Relationships xmlns="{Package}/relationships">
            <Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Office}/worksheet" Target="worksheets/sheet2.xml"/>
            <Relationship Id="rId3" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"""
            {Declaration}<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>
            <sheet name="{SecurityElement.Escape(firstSheet)}" sheetId="1" r:id="rId1"/>
            <sheet name="{SecurityElement.Escape(secondSheet)}" sheetId="2" r:id="rId2"/></sheets></workbook>
            """),
        ("xl/styles.xml", $"""
            {Declaration}<styleSheet xmlns="{Main}"><fonts count="2"><font/><font><b/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill>
            <fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="4"><xf/>
            <xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="14" applyNumberFormat="1"/>
            <xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>
            """),
    ];
}
