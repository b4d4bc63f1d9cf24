using System.Text;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Materials.Reports;
using Custodia.Quantities;

namespace Custodia.Materials.Tests.Reports;

public sealed class RefusalTests
{
    private const string LabelledId = "iaea-c10-labelled-draft";
    private const string FixedId = "fixed-r01";

    private const string StrayWeight = """
        {"label":"901","name":"fissileWeight","perIsotope":"G","evidence":"own","in":["icr"],"requiredIn":[]}
        """;

    private static readonly ReportDocument Icr = Examples.Icr27;
    private static readonly ReportEntry First = Examples.Icr27.Entries[0];

    private static readonly List<(RefusalCode Code, string Case, Func<IReadOnlyList<Refusal>> Produce)> Cases =
    [
        (ReportRefusals.TooLarge, "text", () =>
            Texts.Labelled.Read(new string('1', ReportLimits.Characters + 1)).Refusals),
        (ReportRefusals.TooLarge, "lines read", () =>
            Texts.Fixed.Read(new string('\n', ReportLimits.Lines + 1)).Refusals),
        (ReportRefusals.TooLarge, "lines written", () =>
            Write(Texts.Labelled, First with { Note = new string('\n', ReportLimits.Lines) })),
        (ReportRefusals.TooLarge, "entries written, labelled", () =>
            Texts.Labelled.Write(WithMany(ReportLimits.Entries + 1)).Refusals),
        (ReportRefusals.TooLarge, "entries written, fixed", () =>
            Texts.Fixed.Write(WithMany(ReportLimits.Entries + 1)).Refusals),
        (ReportRefusals.TooLarge, "entries read", () =>
            Texts.Labelled.Read(string.Concat(Enumerable.Repeat("002:1\n", ReportLimits.Entries + 1))).Refusals),
        (ReportRefusals.LineTooLong, "read", () =>
            Texts.Labelled.Broken(Icr, "446:WD2606", "446:" + new string('A', 300))),
        (ReportRefusals.LineTooLong, "written", () =>
            Write(Texts.Labelled, First with { Note = new string('A', 252) })),
        (ReportRefusals.BadLineEnd, "carriage return", () => Texts.Labelled.Broken(Icr, "\n", "\r\n")),
        (ReportRefusals.BadLineEnd, "empty line", () => Texts.Labelled.Broken(Icr, "207:", "\n207:")),
        (ReportRefusals.BadLineEnd, "cut off", () => Texts.Fixed.Read(Texts.Fixed.Of(Icr).TrimEnd('\n')).Refusals),
        (ReportRefusals.BadCharacter, "read", () => Texts.Labelled.Broken(Icr, "WD2606", "WÖ2606")),
        (ReportRefusals.BadCharacter, "written", () => Write(Texts.Fixed, First with { Batch = "批" })),
        (ReportRefusals.BadLine, "no label", () => Texts.Labelled.Broken(Icr, "446:WD2606", "WD2606")),
        (ReportRefusals.BadLine, "column", () => Texts.Fixed.Broken(Icr, " TW ", "  TW")),
        (ReportRefusals.BadLine, "trailing blank", () => Texts.Fixed.Broken(Icr, "N CYL0417\n", "N CYL0417 \n")),
        (ReportRefusals.BadLine, "note", () => Texts.Fixed.Broken(Examples.Icr28, "N.04      1", "N.04     01")),
        (ReportRefusals.NotHere, "read", () => Texts.Labelled.Broken(Icr, "411:TW", "411:TW\n207:XA-F")),
        (ReportRefusals.NotHere, "written", () => Write(Texts.Labelled, First with { Extra = [new(1, "411", "TW")] })),
        (ReportRefusals.NotHere, "no label written", () =>
            Write(Texts.Labelled, First with { Extra = [new(1, "x", "TW")] })),
        (ReportRefusals.OutOfOrder, "fields", () => Texts.Labelled.Broken(Icr, "407:3\n411:TW", "411:TW\n407:3")),
        (ReportRefusals.OutOfOrder, "isotope alone", () => Texts.Labelled.Broken(Icr, "630:900G\n", "")),
        (ReportRefusals.OutOfOrder, "isotope twice", () => Texts.Labelled.Broken(Icr, "670:40G", "670:40G\n660:40G")),
        (ReportRefusals.Repeated, "field", () => Texts.Labelled.Broken(Icr, "411:TW", "411:TW\n411:TW")),
        (ReportRefusals.Repeated, "material read", () =>
            Texts.Labelled.Broken(Icr, "670:40G", "670:40G\n630:1G\n670:1G")),
        (ReportRefusals.Repeated, "material written, labelled", () =>
            Write(Texts.Labelled, First with { Weights = [First.Weights[0], First.Weights[0]] })),
        (ReportRefusals.Repeated, "material written, fixed", () =>
            Write(Texts.Fixed, First with { Weights = [First.Weights[0], First.Weights[0]] })),
        (ReportRefusals.Repeated, "number written", () =>
            Texts.Fixed.Write(Icr with { Entries = [First, First] }).Refusals),
        (ReportRefusals.Repeated, "number read", () => Texts.Fixed.Broken(Icr, "     2    2026", "     1    2026")),
        (ReportRefusals.Missing, "field read", () => Texts.Labelled.Broken(Icr, "412:20260618\n", "")),
        (ReportRefusals.Missing, "column read", () => Texts.Fixed.Broken(Icr, "20260618", "        ")),
        (ReportRefusals.Missing, "field written", () => Write(Texts.Labelled, First with { Date = null })),
        (ReportRefusals.Missing, "column written", () => Write(Texts.Fixed, First with { Items = null })),
        (ReportRefusals.Missing, "header", () => Texts.Labelled.Read("207:XA-F\n").Refusals),
        (ReportRefusals.Missing, "header column", () =>
            Texts.Fixed.Broken(Icr, "20260601 20260630", "20260601         ")),
        (ReportRefusals.Missing, "everything", () => Texts.Labelled.Read("").Refusals),
        (ReportRefusals.Missing, "half a pointer", () =>
            Texts.Fixed.Broken(Examples.Icr28, "X     27      2", "X     27       ")),
        (ReportRefusals.BadValue, "date", () => Texts.Labelled.Broken(Icr, "412:20260618", "412:20260631")),
        (ReportRefusals.BadValue, "leading zero", () => Texts.Labelled.Broken(Icr, "470:12", "470:012")),
        (ReportRefusals.BadValue, "unit", () => Texts.Labelled.Broken(Icr, "630:900G", "630:900K")),
        (ReportRefusals.BadValue, "minus zero", () => Texts.Labelled.Broken(Icr, "630:900G", "630:-0G")),
        (ReportRefusals.BadValue, "type", () => Texts.Labelled.Broken(Icr, "010:I/27", "010:X/27")),
        (ReportRefusals.BadValue, "pattern", () => Texts.Labelled.Broken(Icr, "307:XAFB", "307:XAfB")),
        (ReportRefusals.BadValue, "negative number", () => Texts.Labelled.Write(Icr with { Number = -1 }).Refusals),
        (ReportRefusals.BadValue, "two dates in a listing", () =>
            Texts.Labelled.Write(Examples.Pil12 with { From = new(2026, 1, 1) }).Refusals),
        (ReportRefusals.BadValue, "two dates in a fixed listing", () =>
            Texts.Fixed.Write(Examples.Pil12 with { From = new(2026, 1, 1) }).Refusals),
        (ReportRefusals.BadValue, "blank batch", () => Write(Texts.Labelled, First with { Batch = " " })),
        (ReportRefusals.BadValue, "empty line in a note", () => Write(Texts.Fixed, First with { Note = "a\n\nb" })),
        (ReportRefusals.BadValue, "unit column", () => Texts.Fixed.Broken(Icr, "900 G ", "900 KG")),
        (ReportRefusals.BadValue, "element column", () =>
            Texts.Fixed.Broken(Icr, "E            900", "X            900")),
        (ReportRefusals.BadValue, "unknown element", () =>
            Write(Texts.Fixed, First with { Weights = [Weight.Of('X', Mass.Zero)] })),
        (ReportRefusals.BadValue, "note flag", () => Texts.Fixed.Broken(Examples.Icr28, "M X", "M Y")),
        (ReportRefusals.TooLong, "read", () => Texts.Labelled.Broken(Icr, "446:WD2606", "446:A23456789012345678901")),
        (ReportRefusals.TooLong, "written", () => Write(Texts.Fixed, First with { Batch = "A23456789012345678901" })),
        (ReportRefusals.NotRounded, "labelled", () =>
            Write(Texts.Labelled, First with { Weights = [Weight.Of('P', Mass.FromGrams(0.5m))] })),
        (ReportRefusals.NotRounded, "fixed", () =>
            Write(Texts.Fixed, First with { Weights = [Weight.Of('N', Mass.FromGrams(500))] })),
        (ReportRefusals.NoField, "a date in a balance", () => Texts.Labelled.Write(Examples.Mbr12 with
            { Entries = [Examples.Mbr12.Entries[0] with { Date = new(2026, 1, 1) }] }).Refusals),
        (ReportRefusals.NoField, "isotopes without a code", () =>
            Write(Texts.Labelled,
            First with { Weights = [new(new('E', '\0'), new(Mass.FromGrams(2), Mass.FromGrams(1)))] })),
        (ReportRefusals.NoField, "isotopes without a code, fixed", () =>
            Write(Texts.Fixed,
            First with { Weights = [new(new('E', '\0'), new(Mass.FromGrams(2), Mass.FromGrams(1)))] })),
        (ReportRefusals.NoField, "an element without a label", () =>
            Write(Texts.Labelled, First with { Weights = [Weight.Of('X', Mass.Zero)] })),
        (ReportRefusals.NoField, "extra labels in columns", () =>
            Write(Texts.Fixed, First with { Extra = [new(1, "999", "A")] })),
        (ReportRefusals.CountryDiffers, "written", () => Texts.Labelled.Write(Icr with { Country = "XB" }).Refusals),
        (ReportRefusals.BadContinuation, "number", () => Texts.Fixed.Broken(Examples.Pil5, "     1  1", "     1  2")),
        (ReportRefusals.BadContinuation, "of nothing", () =>
            Texts.Fixed.Broken(Examples.Pil5, "     1  1", "     2  1")),
        (ReportRefusals.BadContinuation, "with more than a weight", () =>
            Texts.Fixed.Broken(Examples.Pil5, "     1  1  ", "     1  1 C")),
        (ReportRefusals.NoteMismatch, "flag without note", () => Texts.Fixed.Broken(Icr, "40 G M  ", "40 G M X")),
        (ReportRefusals.NoteMismatch, "note without flag", () => Texts.Fixed.Broken(Examples.Icr28, "M X", "M  ")),
        (ReportRefusals.NoteMismatch, "out of order", () =>
            Texts.Fixed.Read(Texts.Fixed.Of(Examples.Icr28) + "N.04      0 A\nN.04      1 B\n").Refusals),
        (ReportRefusals.ExtraMisplaced, "before the number", () =>
            Write(Texts.Labelled, First with { Extra = [new(0, "999", "A")] })),
        (ReportRefusals.ExtraMisplaced, "past the end", () =>
            Write(Texts.Labelled, First with { Extra = [new(99, "999", "A")] })),
        (ReportRefusals.ExtraMisplaced, "descending", () =>
            Write(Texts.Labelled, First with { Extra = [new(3, "999", "A"), new(2, "999", "A")] })),
        (ReportRefusals.ProfileTooLarge, "file", () =>
            Texts.Read(new string(' ', ReportLimits.ProfileBytes + 1)).Refusals),
        (ReportRefusals.ProfileUnreadable, "no JSON", () => Texts.Read("{").Refusals),
        (ReportRefusals.ProfileUnreadable, "null", () => Texts.Read("null").Refusals),
        (ReportRefusals.ProfileUnreadable, "unknown setting", () =>
            Texts.Changed(LabelledId, json => json["colour"] = "red")),
        (ReportRefusals.ProfileUnreadable, "null field", () =>
            Texts.Changed(LabelledId, json => json["entry"]!.AsArray().Add(null))),
        (ReportRefusals.ProfileUnreadable, "missing setting", () =>
            Texts.Changed(LabelledId, json => json.Remove("layout"))),
        (ReportRefusals.ProfileUnknownName, "labelled", () =>
            Texts.Changed(LabelledId, json => Field(json, "kmp")["name"] = "unit")),
        (ReportRefusals.ProfileUnknownName, "fixed", () =>
            Texts.Changed(FixedId, json => Field(json, "kmp")["name"] = "note")),
        (ReportRefusals.ProfileDuplicate, "label", () =>
            Texts.Changed(LabelledId, json => Field(json, "kmp")["label"] = "372")),
        (ReportRefusals.ProfileDuplicate, "label in both records", () =>
            Texts.Changed(LabelledId, json => Field(json, "kmp")["label"] = "207")),
        (ReportRefusals.ProfileDuplicate, "status", () =>
            Texts.Changed(LabelledId, json => json["statuses"]!["deletion"] = "C")),
        (ReportRefusals.ProfileDuplicate, "column", () =>
            Texts.Changed(FixedId, json => Field(json, "kmp")["name"] = "to")),
        (ReportRefusals.ProfileMissing, "status", () =>
            Texts.Changed(LabelledId, json => json["entry"]!.AsArray().RemoveAt(1))),
        (ReportRefusals.ProfileMissing, "entry number first", () =>
            Texts.Changed(LabelledId, json => json["entry"]!.AsArray().RemoveAt(0))),
        (ReportRefusals.ProfileMissing, "type first", () =>
            Texts.Changed(FixedId, json => json["header"]!.AsArray().RemoveAt(0))),
        (ReportRefusals.ProfileMissing, "country", () =>
            Texts.Changed(LabelledId, json => json.Remove("countryFromMba"))),
        (ReportRefusals.ProfileMissing, "columns", () =>
            Texts.Changed(FixedId, json => json["entry"]!.AsArray().Remove(Field(json, "unit")))),
        (ReportRefusals.ProfileMissing, "fixed", () => Texts.Changed(FixedId, json => json.Remove("fixed"))),
        (ReportRefusals.ProfileBadValue, "pattern", () =>
            Texts.Changed(LabelledId, json => Field(json, "kmp")["pattern"] = "[")),
        (ReportRefusals.ProfileBadValue, "look-around", () =>
            Texts.Changed(LabelledId, json => Field(json, "kmp")["pattern"] = "(?=A)A")),
        (ReportRefusals.ProfileBadValue, "label", () =>
            Texts.Changed(LabelledId, json => Field(json, "kmp")["label"] = "4O7")),
        (ReportRefusals.ProfileBadValue, "decimals", () => Texts.Changed(LabelledId, json => json["decimals"] = 10)),
        (ReportRefusals.ProfileBadValue, "date format", () =>
            Texts.Changed(LabelledId, json => json["dateFormat"] = "MMDDYYYY")),
        (ReportRefusals.ProfileBadValue, "separator", () =>
            Texts.Changed(LabelledId, json => json["subfieldSeparator"] = "1")),
        (ReportRefusals.ProfileBadValue, "characters", () =>
            Texts.Changed(LabelledId, json => json["characters"] = "A\n")),
        (ReportRefusals.ProfileBadValue, "repeat", () =>
            Texts.Changed(LabelledId, json => Field(json, "kmp")["repeat"] = true)),
        (ReportRefusals.ProfileBadValue, "element", () =>
            Texts.Changed(LabelledId, json => Field(json, "elementWeight")["perElement"] = "X")),
        (ReportRefusals.ProfileBadValue, "weights apart", () =>
            Texts.Changed(LabelledId, json => json["entry"]!.AsArray().Add(
            JsonNode.Parse(StrayWeight)))),
        (ReportRefusals.ProfileBadValue, "gap", () =>
            Texts.Changed(FixedId, json => json["fixed"]!["gap"] = int.MaxValue)),
        (ReportRefusals.ProfileBadValue, "width", () =>
            Texts.Changed(FixedId, json => Field(json, "kmp")["width"] = 0)),
        (ReportRefusals.ProfileBadValue, "line", () => Texts.Changed(FixedId, json => json["maxLineLength"] = 20)),
        (ReportRefusals.ProfileBadValue, "note mark", () =>
            Texts.Changed(FixedId, json => json["fixed"]!["noteMark"] = "4")),
        (ReportRefusals.ProfileBadValue, "note flag", () =>
            Texts.Changed(FixedId, json => json["fixed"]!["noteFlag"] = "XX")),
        (ReportRefusals.ProfileBadValue, "note entry", () =>
            Texts.Changed(FixedId, json => json["fixed"]!["noteEntryWidth"] = 1)),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => $"{c.Code.Code}: {c.Case}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_report_or_profile_is_refused_with_the_code_of_its_fault(string name)
    {
        var (code, _, produce) = Cases.Single(c => $"{c.Code.Code}: {c.Case}" == name);
        var refusals = produce();
        Assert.Contains(code.Code, refusals.Select(refusal => refusal.Code));
        Assert.InRange(refusals.Count, 1, ReportLimits.Refusals);
    }

    [Fact]
    public void Every_declared_refusal_has_a_case_here() =>
        Assert.Equal(RefusalCatalogue.Of(typeof(ReportRefusals)).Select(code => code.Code),
            Cases.Select(c => c.Code.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_refusal_speaks_both_languages() =>
        Assert.All(RefusalCatalogue.Of(typeof(ReportRefusals), typeof(ReportRules)), code =>
        {
            Assert.All([code.Message.En, code.Remedy.En], text => Assert.True(Ascii.IsValid(text)));
            Assert.All([code.Message.Zh, code.Remedy.Zh], text => Assert.False(Ascii.IsValid(text)));
        });

    [Fact]
    public void A_refusal_names_the_file_the_line_and_the_label()
    {
        var refusal = Assert.Single(Texts.Labelled.Broken(Icr, "412:20260618", "412:20260631"));
        Assert.Equal(new Place("report.txt", 38, null, "412"), refusal.Place);
        Assert.Equal(("YYYYMMDD", "20260631"), (refusal.Expected, refusal.Found));
    }

    private static IReadOnlyList<Refusal> Write(IReportCodec codec, ReportEntry entry) =>
        codec.Write(Icr with { Entries = [entry] }).Refusals;

    private static ReportDocument WithMany(int count) => Icr with { Entries = [.. Enumerable.Repeat(First, count)] };

    private static JsonNode Field(JsonObject json, string name) =>
        json["entry"]!.AsArray().First(field => (string?)field!["name"] == name)!;
}
