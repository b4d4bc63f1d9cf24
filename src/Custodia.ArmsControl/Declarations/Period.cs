using System.Globalization;
using Custodia.ArmsControl.Reference;

namespace Custodia.ArmsControl.Declarations;

/// <summary>A period of an obligation.</summary>
/// <param name="Key">Its name: a year, or the day of the data.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day: as of which its figures are.</param>
/// <param name="Due">By when its declaration is due.</param>
public readonly record struct Period(string Key, DateOnly From, DateOnly To, DateOnly Due)
{
    /// <summary>Most periods of an obligation that are listed: two centuries of years.</summary>
    public const int MaxPeriods = 200;

    /// <summary>The period of that name, or <c>null</c> where the obligation has none.</summary>
    public static Period? Find(Obligation obligation, string? key)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        var culture = CultureInfo.InvariantCulture;
        return obligation.Rule switch
        {
            PeriodRule.Year => int.TryParse(key, NumberStyles.None, culture, out var year) && year is >= 1900 and <= 2200 && key.Length == 4
                ? OfYear(obligation, year) : null,
            PeriodRule.Exchange => DateOnly.TryParseExact(key, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) && NewStart.IsDataDay(day)
                ? OfDataDay(day) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(obligation)),
        };
    }

    /// <summary>The periods from the one of a day to the one of another, the oldest first.</summary>
    public static IEnumerable<Period> Between(Obligation obligation, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return (obligation.Rule switch
        {
            PeriodRule.Year => Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year + 1)).Select(year => OfYear(obligation, year)),
            PeriodRule.Exchange => DataDays().Where(day => from <= day && day <= to).Select(OfDataDay),
            _ => throw new ArgumentOutOfRangeException(nameof(obligation)),
        }).Take(MaxPeriods);
    }

    private static Period OfYear(Obligation obligation, int year) => new(year.ToString("0000", CultureInfo.InvariantCulture),
        new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), new DateOnly(year + obligation.DueYears, obligation.DueMonth, obligation.DueDay));

    private static Period OfDataDay(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day, NewStart.DueOf(day));

    private static IEnumerable<DateOnly> DataDays() =>
        from number in Enumerable.Range(NewStart.InForce.DayNumber, NewStart.Expired.DayNumber - NewStart.InForce.DayNumber)
        let day = DateOnly.FromDayNumber(number)
        where NewStart.IsDataDay(day)
        select day;
}
