using Custodia.Materials.Reports;
using Custodia.Materials.Tables;

namespace Custodia.Materials.Tests.Reports;

public sealed class ExampleTests
{
    private const string Labelled = "iaea-c10-labelled-draft";
    private const string Fixed = "fixed-r01";

    private static readonly Dictionary<string, (string Profile, ReportDocument Document)> Golden = new()
    {
        ["b-icr-27"] = (Labelled, Examples.Icr27),
        ["b-icr-27-fixed"] = (Fixed, Examples.Icr27),
        ["b-mbr-12"] = (Labelled, Examples.Mbr12),
        ["b-mbr-12-fixed"] = (Fixed, Examples.Mbr12),
        ["c-icr-28"] = (Labelled, Examples.Icr28),
        ["c-icr-28-fixed"] = (Fixed, Examples.Icr28),
        ["e-pil-12"] = (Labelled, Examples.Pil12),
        ["f-icr-31"] = (Labelled, Examples.Icr31),
        ["f-pil-5"] = (Labelled, Examples.Pil5),
        ["f-pil-5-fixed"] = (Fixed, Examples.Pil5),
    };

    public static TheoryData<string> Names => [.. Golden.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_is_written_to_the_digit(string name) =>
        Assert.Equal(Text(name), Given(Codec(name).Write(Golden[name].Document)));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_is_read_back_as_the_same_report(string name) =>
        Assert.Equal(Golden[name].Document, Given(Codec(name).Read(Text(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_found_against_an_example(string name) =>
        Assert.Empty(ReportCheck.Check(Golden[name].Document, CodeTablesFile.Shipped));

    [Fact]
    public void Every_golden_file_is_the_text_of_an_example() =>
        Assert.Equal(
            Golden.Keys.Select(name => $"Golden/{name}.txt").Order(StringComparer.Ordinal),
            typeof(ExampleTests).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Golden/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void The_balance_of_the_example_has_a_MUF_of_5900_grams() =>
        Assert.Equal(Examples.Leu(5_900, 259), Examples.Mbr12.Entries[^1].Weights[0]);

    [Fact]
    public void The_correction_lowers_the_book_by_1200_grams() =>
        Assert.Equal(1_200m, (Examples.Icr28.Entries[0].Weights[0].Amount.Element
            - Examples.Icr27.Entries[1].Weights[0].Amount.Element).Grams);

    private static IReportCodec Codec(string name) => ReportCodec.For(ReportProfiles.Find(Golden[name].Profile)!);

    private static T Given<T>(Books.Answer<T> answer)
    {
        Assert.Empty(answer.Refusals);
        return answer.Value!;
    }

    private static string Text(string name)
    {
        using var file = typeof(ExampleTests).Assembly.GetManifestResourceStream($"Golden/{name}.txt")!;
        return new StreamReader(file).ReadToEnd();
    }
}
