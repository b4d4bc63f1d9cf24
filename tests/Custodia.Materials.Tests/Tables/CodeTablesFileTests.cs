using System.Text;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Tests.Tables;

public sealed class CodeTablesFileTests
{
    private static readonly List<(RefusalCode Code, Func<JsonObject, string> Break)> Cases =
    [
        (TableRefusals.TooLarge, json => json.ToJsonString() + new string(' ', CodeTablesFile.MaxBytes)),
        (TableRefusals.Unreadable, json => json.ToJsonString()[1..]),
        (TableRefusals.Unreadable, _ => "null"),
        (TableRefusals.Unreadable, json => Set(json, () => json["forms"]!.AsArray().Add(null))),
        (TableRefusals.Unreadable, json => Set(json, () => json["forms"]![0]!["code"] = null)),
        (TableRefusals.Unreadable, json => Set(json, () => json["changeCodes"]![0]!["effect"] = "upward")),
        (TableRefusals.Unreadable, json => json.ToJsonString().Insert(1, "\"edition\":\"twice\",")),
        (TableRefusals.Empty, json => Set(json, () => json["bases"] = new JsonArray())),
        (TableRefusals.Empty, json => Set(json, () => json["source"] = " ")),
        (TableRefusals.BadCode, json => Set(json, () => json["forms"]![0]!["code"] = "ORE")),
        (TableRefusals.BadCode, json => Set(json, () => json["changeCodes"]![0]!["code"] = "rf")),
        (TableRefusals.Duplicate, json => Set(json, () => json["states"]![1]!["code"] = "F")),
        (TableRefusals.Duplicate, json => Set(json, () => json["changeCodes"]![1]!["code"] = "RF")),
        (TableRefusals.UnknownNeed, json => Set(json, () => json["changeCodes"]![0]!["needs"]!.AsArray().Add("luck"))),
        (TableRefusals.UnknownPartner, json => Set(json, () => json["changeCodes"]![0]!["partner"] = "friend")),
        (TableRefusals.UnknownCounter, json => Set(json, () => json["changeCodes"]![0]!["counter"] = "attic")),
        (TableRefusals.BadCategoryChange, json =>
            Set(json, () => json["changeCodes"]![0]!["effect"] = "categoryChange")),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Cases.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Broken_tables_are_refused_with_the_code_of_their_fault(int index)
    {
        var text = Cases[index].Break(JsonNode.Parse(ShippedText())!.AsObject());
        Assert.Contains(Cases[index].Code.Code, Read(text).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Every_declared_refusal_has_a_case_here() =>
        Assert.Equal(RefusalCatalogue.Of(typeof(TableRefusals)).Select(code => code.Code),
            Cases.Select(c => c.Code.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_shipped_tables_are_the_draft_of_the_IAEA_codes()
    {
        var tables = CodeTablesFile.Shipped;
        Assert.Equal("iaea", tables.Authority);
        Assert.Equal(
            "DE DI DN DQ DU ED EN EQ EU FW GA LA LD LN ND NE NP RA RD RF RM RN RP RS SD SF SN TU TW",
            string.Join(' ', tables.ChangeCodes.Select(code => code.Code).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("EASI")]
    [InlineData("U6CF")]
    [InlineData("PHDF")]
    [InlineData("AMDW")]
    [InlineData("SNDF")]
    public void The_descriptions_of_the_examples_are_in_the_shipped_tables(string code) =>
        Assert.True(CodeTablesFile.Shipped.HasDescription(code));

    [Theory]
    [InlineData("EQ", ChangeEffect.Decrease, "exempt", "consent")]
    [InlineData("EU", ChangeEffect.Decrease, "exempt", "consent")]
    [InlineData("DU", ChangeEffect.Increase, "exempt", "")]
    [InlineData("DQ", ChangeEffect.Increase, "exempt", "")]
    [InlineData("TW", ChangeEffect.Decrease, "waste", "consent")]
    [InlineData("FW", ChangeEffect.Increase, "waste", "")]
    [InlineData("TU", ChangeEffect.Decrease, null, "consent")]
    [InlineData("GA", ChangeEffect.Increase, null, "specialReport")]
    [InlineData("LA", ChangeEffect.Decrease, null, "specialReport")]
    [InlineData("RM", ChangeEffect.Decrease, null, "operation")]
    [InlineData("RP", ChangeEffect.Increase, null, "operation")]
    [InlineData("NP", ChangeEffect.Increase, null, "")]
    [InlineData("LN", ChangeEffect.Decrease, null, "")]
    [InlineData("NE", ChangeEffect.CategoryChange, null, "")]
    [InlineData("DI", ChangeEffect.Difference, null, "from")]
    [InlineData("RA", ChangeEffect.Adjustment, null, "")]
    public void A_change_code_brings_its_effect_its_counter_ledger_and_its_needs(string code, ChangeEffect effect,
        string? counter, string needs)
    {
        var change = CodeTablesFile.Shipped.Change(code)!;
        Assert.Equal((effect, counter, needs), (change.Effect, change.Counter, string.Join(' ', change.Needs)));
    }

    [Theory]
    [InlineData("RD", "domestic")]
    [InlineData("SD", "domestic")]
    [InlineData("RF", "foreign")]
    [InlineData("SF", "foreign")]
    [InlineData("RN", "none")]
    [InlineData("SN", "none")]
    [InlineData("DI", "any")]
    public void A_change_code_names_the_kind_of_its_partner(string code, string partner) =>
        Assert.Equal(partner, CodeTablesFile.Shipped.Change(code)!.Partner);

    [Fact]
    public void Every_coded_name_of_the_shipped_tables_speaks_both_languages()
    {
        var tables = CodeTablesFile.Shipped;
        var names = tables.ChangeCodes.Select(code => (code.NameEn, code.NameZh))
            .Concat(new[] { tables.Forms, tables.Containers, tables.States, tables.Bases }.SelectMany(t => t)
                .Select(n => (n.NameEn, n.NameZh)));
        Assert.All(names, name => Assert.True(Ascii.IsValid(name.NameEn) && !Ascii.IsValid(name.NameZh)));
    }

    private static string ShippedText()
    {
        using var file = typeof(CodeTablesFile).Assembly.GetManifestResourceStream("Tables/iaea-code10.json")!;
        return new StreamReader(file).ReadToEnd();
    }

    private static Answer<CodeTables> Read(string text) =>
        CodeTablesFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Set(JsonObject json, Action change)
    {
        change();
        return json.ToJsonString();
    }
}
