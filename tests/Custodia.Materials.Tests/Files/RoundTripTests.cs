using System.Text;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Materials.Structure;
using Custodia.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Materials.Tests.Files;

public sealed class RoundTripTests
{
    public static TheoryData<string> Cultures => ["en", "zh-Hant"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Changes_come_back_from_csv_as_they_were_written(string culture) =>
        Given.AssertSame(Given.Changes,
            Given.Read(Given.Bytes(FileWriter.Csv(FileLayouts.Changes, Given.Changes, culture))));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Changes_come_back_from_a_workbook_as_they_were_written(string culture) =>
        Given.AssertSame(Given.Changes,
            Given.Read(Given.Bytes(FileWriter.Xlsx(FileLayouts.Changes, Given.Changes, culture))));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Itemised_lists_come_back_as_they_were_written(string culture)
    {
        var item = new InventoryItem("P-1", "B", 122, "PHDF", "T",
            [Weight.Enriched(Mass.FromGrams(2_443_200.5m), Mass.FromGrams(107_501m))], "遲到");
        var row = new InventoryRow("XAFB", new(2025, 12, 31), item);
        var layouts = new[] { FileLayouts.InitialInventory, FileLayouts.PhysicalInventory };
        foreach (var layout in layouts)
        {
            foreach (var file in new[] { FileWriter.Csv(layout, [row], culture),
                FileWriter.Xlsx(layout, [row], culture) })
            {
                var read = Assert.Single(Read(layout, file));
                Assert.Equal(2, read.Row);
                Assert.Equal(item.Weights, read.Value.Item.Weights);
                Assert.Equal(row with { Item = item with { Weights = [] } },
                    read.Value with { Item = read.Value.Item with { Weights = [] } });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_structure_comes_back_as_it_was_written(string culture)
    {
        var facility = new Facility("XA-F", "Plant", "廠", FacilityKind.LocationOutsideFacilities, new(2023, 1, 1));
        var area = new MaterialBalanceArea("XAFB", "XA-F", "Process", "製程", AccountingKind.Bulk, 4.95m,
            new(2023, 1, 1));
        var point = new KeyMeasurementPoint("XAFB", "1", KmpKind.Flow, "Receipt", "收貨", new(2023, 1, 1), ["RD", "RF"],
            ["U6?F"]);
        Assert.Equal(facility, Assert.Single(Read(FileLayouts.Facilities,
            FileWriter.Csv(FileLayouts.Facilities, [facility], culture))).Value);
        Assert.Equal(area, Assert.Single(Read(FileLayouts.Areas,
            FileWriter.Xlsx(FileLayouts.Areas, [area], culture))).Value);
        var read = Assert.Single(Read(FileLayouts.Points, FileWriter.Xlsx(FileLayouts.Points, [point], culture))).Value;
        Assert.Equal(point.Codes, read.Codes);
        Assert.Equal(point.Descriptions, read.Descriptions);
        Assert.Equal(point with { Codes = null, Descriptions = null }, read with { Codes = null, Descriptions = null });
    }

    [Fact]
    public void Any_weight_comes_back_exactly_in_either_format() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), micrograms =>
        {
            var mass = Mass.FromMicrograms(micrograms);
            var change = Given.Difference with { Weights = [Weight.Of('P', mass), Weight.Of('N', mass)] };
            Given.AssertSame([change], Given.Read(Given.Bytes(FileWriter.Csv(FileLayouts.Changes, [change], "en"))));
            Given.AssertSame([change], Given.Read(Given.Bytes(FileWriter.Xlsx(FileLayouts.Changes, [change], "zh"))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_may_stand_in_any_order_and_either_language()
    {
        var lines = Encoding.UTF8.GetString(FileWriter.Csv(FileLayouts.Changes, [Given.Blending], "en")[3..])
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, lines[0].Length)).ToArbitrary(), order =>
        {
            var names = order.Select(i => FileLayouts.Changes.Find(lines[0][i])!.Header)
                .Select((header, i) => i % 2 == 0 ? header.Zh : header.En);
            var text = string.Join(';', names) + "\n" + string.Join(';', order.Select(i => lines[1][i]));
            Given.AssertSame([Given.Blending], Given.Read(Given.Text(text)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_two_columns_of_a_kind_answer_to_one_header()
    {
        foreach (var layout in FileLayouts.All)
        {
            foreach (var column in layout.Columns)
                Assert.All(column.Names, name => Assert.Same(column, layout.Find(name)));
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_template_has_every_column_and_reads_as_a_file_without_rows(string culture)
    {
        foreach (var layout in FileLayouts.All)
        {
            foreach (var template in new[] { FileTemplates.Csv(layout.Kind, culture),
                FileTemplates.Xlsx(layout.Kind, culture) })
            {
                var refusal = Assert.Single(Refusals(layout, template));
                Assert.Equal(FileRefusals.NoRows, refusal.Reason);
            }
        }
    }

    [Fact]
    public void Each_example_of_a_template_is_a_value_of_its_column()
    {
        foreach (var column in FileLayouts.Changes.Columns)
        {
            var answer = Given.Read(Given.RowWith(column.Header.En, column.Example));
            Assert.DoesNotContain(answer.Refusals, r => r.Place.Field == column.Key
                && r.Reason != FileRefusals.IsotopeTwice);
        }
    }

    private static IReadOnlyList<FileRow<T>> Read<T>(FileLayout<T> layout, byte[] file) where T : class
    {
        var answer = OperatorFile.Read(layout, Given.Bytes(file), "file", null, TestContext.Current.CancellationToken);
        Assert.Empty(answer.Refusals);
        return answer.Value!;
    }

    private static IReadOnlyList<Custodia.Books.Refusal> Refusals(FileLayout layout, byte[] file) => layout switch
    {
        FileLayout<Facility> facilities => Refused(facilities, file),
        FileLayout<MaterialBalanceArea> areas => Refused(areas, file),
        FileLayout<KeyMeasurementPoint> points => Refused(points, file),
        FileLayout<InventoryRow> items => Refused(items, file),
        FileLayout<InventoryChange> changes => Refused(changes, file),
        _ => throw new ArgumentOutOfRangeException(nameof(layout)),
    };

    private static IReadOnlyList<Custodia.Books.Refusal> Refused<T>(FileLayout<T> layout, byte[] file) =>
        OperatorFile.Read(layout, Given.Bytes(file), "file", null, TestContext.Current.CancellationToken).Refusals;
}
