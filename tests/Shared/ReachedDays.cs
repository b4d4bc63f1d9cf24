namespace Custodia.Testing;

/// <summary>Holds a book to what it says of the days to which its entries reach back.</summary>
internal static class ReachedDays
{
    /// <summary>No entry changes an answer as of a day before that which the book names, and most change some.</summary>
    /// <param name="known">How many entries are known, from the first number to the last.</param>
    /// <param name="since">The day that the book names for the entries past a number.</param>
    /// <param name="days">The days on which is asked.</param>
    /// <param name="answers">All answers as of a day, as known at so many entries.</param>
    public static void Hold((long First, long Last) known, Func<long, DateOnly> since, IReadOnlyList<DateOnly> days,
        Func<DateOnly, long, string> answers)
    {
        var moved = 0;
        for (var count = known.First; count < known.Last; count++)
        {
            var reached = since(count);
            Assert.True(reached > DateOnly.MinValue, $"entry {count}");
            foreach (var day in days)
            {
                var isSame = answers(day, count) == answers(day, known.Last);
                Assert.True(isSame || day >= reached, $"{day:yyyy-MM-dd} from entry {count}");
                moved += isSame ? 0 : 1;
            }
        }

        Assert.True(moved > 100, $"{moved}");
    }
}
