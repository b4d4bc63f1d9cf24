using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Treaty;

namespace Custodia.ArmsControl.Reference;

/// <summary>A central limit with the days on which it applies.</summary>
/// <param name="Measure">What is limited.</param>
/// <param name="Value">The most that a party may have.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day on which it ended.</param>
public sealed record Limit(Measure Measure, int Value, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it applies on a day.</summary>
    public bool Applies(DateOnly day) => From <= day && day < Until;

    /// <summary>Whether counts of a day exceed it: as many as the limit are within it.</summary>
    public bool IsExceeded(Counts counts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Applies(day) && counts[Measure] > Value;
    }
}

/// <summary>What became of the treaty.</summary>
public enum TreatyStep
{
    /// <summary>It was signed.</summary>
    Signed,

    /// <summary>A party's parliament consented.</summary>
    Consented,

    /// <summary>It entered into force.</summary>
    InForce,

    /// <summary>Its limits began to apply.</summary>
    LimitsApply,

    /// <summary>Inspections stopped.</summary>
    InspectionsPaused,

    /// <summary>It was extended.</summary>
    Extended,

    /// <summary>One party suspended it; the other held that it stayed in force.</summary>
    SuspendedByOne,

    /// <summary>It expired.</summary>
    Expired,
}

/// <summary>A day in the history of the treaty.</summary>
/// <param name="Step">What happened.</param>
/// <param name="On">The day; of what is known to the month or year only, its first.</param>
/// <param name="By">Who did it, where it was one party.</param>
/// <param name="NoteEn">What belongs to it, in English.</param>
/// <param name="NoteZh">The same in Chinese.</param>
/// <param name="Mark">How far it was checked.</param>
/// <param name="Precision">How exactly the day is known.</param>
public sealed record StatusEvent(TreatyStep Step, DateOnly On, Mark Mark, string NoteEn, string NoteZh, Party? By = null,
    DatePrecision Precision = DatePrecision.Day);

/// <summary>What a party declared and the parties published.</summary>
/// <param name="AsOf">The day of the data.</param>
/// <param name="Party">Whose.</param>
/// <param name="Mark">How far it was checked.</param>
/// <param name="Counts">The three totals; null: the party provided none, which is neither zero nor a gap.</param>
/// <param name="NoteEn">What belongs to it, in English.</param>
/// <param name="NoteZh">The same in Chinese.</param>
public sealed record PublishedAggregate(DateOnly AsOf, Party Party, Mark Mark, Counts? Counts = null, string? NoteEn = null, string? NoteZh = null);

/// <summary>What a party held against what the other declared, as it was made public.</summary>
/// <param name="By">Who objected.</param>
/// <param name="Against">Whose count.</param>
/// <param name="On">When; of what is known to the month only, its first.</param>
/// <param name="AsOf">The day of the data.</param>
/// <param name="Measure">Which total.</param>
/// <param name="Items">How many items, it held, should count as well.</param>
/// <param name="TextEn">What was held, in our own words.</param>
/// <param name="TextZh">The same in Chinese.</param>
/// <param name="Mark">How far it was checked.</param>
/// <param name="Precision">How exactly the day is known.</param>
public sealed record PublishedObjection(Party By, Party Against, DateOnly On, DateOnly AsOf, Measure Measure, int Items,
    string TextEn, string TextZh, Mark Mark, DatePrecision Precision = DatePrecision.Day);

/// <summary>
/// The public facts of the treaty between the United States and Russia on measures for the further reduction and limitation of
/// strategic offensive arms (New START): Article II (limits), Article III (counting), Article VII and Protocol Part Two (data),
/// Protocol Part Four (notifications), Article XI (inspections), Article XIV (duration).
/// </summary>
public static class NewStart
{
    /// <summary>Days after the day of the data by which an exchange is due.</summary>
    public const int ExchangeDays = 30;

    /// <summary>Days after entry into force by which the first exchange was due: 22 March 2011.</summary>
    public const int FirstExchangeDays = 45;

    /// <summary>Days after the event by which a notification is due.</summary>
    public const int NotificationDays = 5;

    /// <summary>Most inspections of type one (deployed and non-deployed arms) in a treaty year.</summary>
    public const int TypeOneQuota = 10;

    /// <summary>Most inspections of type two (non-deployed arms only) in a treaty year.</summary>
    public const int TypeTwoQuota = 8;

    /// <summary>Entry into force; each treaty year begins on its anniversary.</summary>
    public static readonly DateOnly InForce = new(2011, 2, 5);

    /// <summary>From when the limits applied.</summary>
    public static readonly DateOnly LimitsFrom = new(2018, 2, 5);

    /// <summary>The day on which it expired.</summary>
    public static readonly DateOnly Expired = new(2026, 2, 5);

    /// <summary>Article II (1) (a) to (c).</summary>
    public static IReadOnlyList<Limit> Limits { get; } =
    [
        new(Measure.Vehicles, 700, LimitsFrom, Expired), new(Measure.Warheads, 1_550, LimitsFrom, Expired),
        new(Measure.Launchers, 800, LimitsFrom, Expired),
    ];

    /// <summary>Its history, the oldest first.</summary>
    public static IReadOnlyList<StatusEvent> History { get; } = ReferenceFile.Read<StatusEvent>("new-start-status");

    /// <summary>The published totals, the oldest first.</summary>
    public static IReadOnlyList<PublishedAggregate> Aggregates { get; } = ReferenceFile.Read<PublishedAggregate>("new-start-aggregates");

    /// <summary>The published objections.</summary>
    public static IReadOnlyList<PublishedObjection> Objections { get; } = ReferenceFile.Read<PublishedObjection>("new-start-objections");

    /// <summary>Whether it was in force on a day.</summary>
    public static bool IsInForce(DateOnly day) => InForce <= day && day < Expired;

    /// <summary>Whether data were exchanged as of a day: entry into force, each 1 March and 1 September, and the day of the limits.</summary>
    public static bool IsDataDay(DateOnly day) =>
        IsInForce(day) && (day == InForce || day == LimitsFrom || (day.Day == 1 && day.Month is 3 or 9 && day > FirstDue));

    /// <summary>When an exchange was due.</summary>
    /// <param name="asOf">The day of its data.</param>
    public static DateOnly DueOf(DateOnly asOf) => asOf == InForce ? FirstDue : asOf.AddDays(ExchangeDays);

    /// <summary>The first day of the treaty year of a day.</summary>
    public static DateOnly YearOf(DateOnly day)
    {
        var start = new DateOnly(day.Year, InForce.Month, InForce.Day);
        return day >= start ? start : day.Year > 1 ? start.AddYears(-1) : DateOnly.MinValue;
    }

    /// <summary>Most inspections of a type in a treaty year.</summary>
    public static int QuotaOf(InspectionType type) => type switch
    {
        InspectionType.One => TypeOneQuota,
        InspectionType.Two => TypeTwoQuota,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static DateOnly FirstDue => InForce.AddDays(FirstExchangeDays);
}
