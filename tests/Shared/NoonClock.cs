namespace Custodia.Testing;

/// <summary>A clock that stands at noon (UTC) of a day, and of as many days later as is asked.</summary>
internal sealed class NoonClock(DateOnly day) : TimeProvider
{
    /// <summary>How many days later it is.</summary>
    public int Days { get; set; }

    public override DateTimeOffset GetUtcNow() => new(day.AddDays(Days), new TimeOnly(12, 0), TimeSpan.Zero);
}
