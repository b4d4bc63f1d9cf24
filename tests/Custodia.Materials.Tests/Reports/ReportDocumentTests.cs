using System.Reflection;
using System.Text.Json;
using Custodia.Books;
using Custodia.Materials.Reports;
using Custodia.Quantities;

namespace Custodia.Materials.Tests.Reports;

public sealed class ReportDocumentTests
{
    private static readonly Dictionary<Type, object> Other = new()
    {
        [typeof(int)] = 77,
        [typeof(int?)] = 77,
        [typeof(string)] = "other",
        [typeof(DateOnly)] = new DateOnly(1999, 9, 9),
        [typeof(DateOnly?)] = new DateOnly(1999, 9, 9),
        [typeof(ReportType)] = ReportType.Mbr,
        [typeof(EntryStatus)] = EntryStatus.Deletion,
        [typeof(EntryReference?)] = new EntryReference(7, 7),
        [typeof(IReadOnlyList<Weight>)] = new[] { Weight.Of('P', Mass.FromGrams(77)) },
        [typeof(IReadOnlyList<ExtraLabel>)] = new[] { new ExtraLabel(1, "999", "") },
        [typeof(IReadOnlyList<ReportEntry>)] = new[] { new ReportEntry(77) },
    };

    [Fact]
    public void Two_entries_that_differ_in_any_one_field_are_not_equal() =>
        Assert.All(typeof(ReportEntry).GetProperties(), property =>
            Assert.NotEqual(Examples.Icr27.Entries[0], Changed(Examples.Icr27.Entries[0] with { }, property)));

    [Fact]
    public void Two_reports_that_differ_in_any_one_field_are_not_equal() =>
        Assert.All(typeof(ReportDocument).GetProperties(), property =>
            Assert.NotEqual(Examples.Icr27, Changed(Examples.Icr27 with { }, property)));

    [Fact]
    public void Reports_with_equal_parts_are_equal()
    {
        var copy = Examples.Icr27 with { Entries = [.. Examples.Icr27.Entries.Select(entry => entry with { })] };
        Assert.Equal(Examples.Icr27, copy);
        Assert.Equal(Examples.Icr27.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void A_report_goes_through_JSON_unchanged()
    {
        ReportDocument[] reports = [Examples.Icr27, Examples.Icr28, Examples.Mbr12, Examples.Pil5];
        Assert.All(reports, report => Assert.Equal(report, JsonSerializer.Deserialize<ReportDocument>(
            JsonSerializer.Serialize(report, FaceJson.Options), FaceJson.Options)));
    }

    private static T Changed<T>(T copy, PropertyInfo property)
        where T : class
    {
        property.SetValue(copy, Other[property.PropertyType]);
        return copy;
    }
}
