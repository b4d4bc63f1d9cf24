using System.Globalization;
using Custodia.Quantities;

namespace Custodia.Materials.Reports;

/// <summary>How a profile writes dates, numbers, codes and weights. Each reading accepts exactly what the writing gives.</summary>
internal sealed class ReportValues(ReportProfile profile)
{
    private const decimal GramsPerKilogram = 1000m;

    private readonly string _weightFormat = "0" + (profile.Decimals > 0 ? "." + new string('#', profile.Decimals) : "");

    public static IReadOnlyDictionary<string, string> DateFormats { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["YYYYMMDD"] = "yyyyMMdd",
        ["DDMMYYYY"] = "ddMMyyyy",
        ["YYYY-MM-DD"] = "yyyy-MM-dd",
    };

    public string DateFormat => profile.DateFormat;

    public string Separator => profile.SubfieldSeparator;

    public ReportProfile Profile => profile;

    public string Of(DateOnly date) => date.ToString(DateFormats[profile.DateFormat], CultureInfo.InvariantCulture);

    public DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, DateFormats[profile.DateFormat], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number without sign and leading zeros.</summary>
    public static int? Number(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
        && Of(number) == text
            ? number
            : null;

    public string Of(ReportType type) => type switch
    {
        ReportType.Icr => profile.ReportTypes.Icr,
        ReportType.Pil => profile.ReportTypes.Pil,
        _ => profile.ReportTypes.Mbr,
    };

    public ReportType? Type(string text) => Enum.GetValues<ReportType>().Where(t => Of(t) == text).Cast<ReportType?>().FirstOrDefault();

    public string Of(EntryStatus status) => status switch
    {
        EntryStatus.New => profile.Statuses.New,
        EntryStatus.Correction => profile.Statuses.Correction,
        EntryStatus.Deletion => profile.Statuses.Deletion,
        _ => profile.Statuses.Addition,
    };

    public EntryStatus? Status(string text) =>
        Enum.GetValues<EntryStatus>().Where(s => Of(s) == text).Cast<EntryStatus?>().FirstOrDefault();

    public string Of(MassUnit unit) => unit == MassUnit.Kilogram ? profile.Units.Kilogram : profile.Units.Gram;

    /// <summary>The number alone, or <c>null</c> if it has more decimals than the profile allows.</summary>
    public string? Of(Mass mass, MassUnit unit)
    {
        var number = unit == MassUnit.Kilogram ? mass.Grams / GramsPerKilogram : mass.Grams;
        return decimal.Round(number, profile.Decimals) == number
            ? number.ToString(_weightFormat, CultureInfo.InvariantCulture)
            : null;
    }

    public Mass? Mass(string text, MassUnit unit)
    {
        var isRead = unit == MassUnit.Kilogram
            ? Quantities.Mass.TryParseKilograms(text, out var mass)
            : Quantities.Mass.TryParseGrams(text, out mass);
        return isRead && Of(mass, unit) == text ? mass : null;
    }
}
