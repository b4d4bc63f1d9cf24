using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Tests.Statements;

/// <summary>Rule 1 of the engine, on random books: words alone, and statements that have expired, turn nothing green.</summary>
public sealed class GradePropertyTests
{
    private const int Books = 10_000;
    private const int Days = 4_000;

    private static readonly DateOnly First = new(2014, 1, 1);
    private static readonly string[] Instruments = ["cppnm", "cppnm-amendment", "icsant"];

    private static readonly List<Indicator> Judged = [.. IndicatorCatalogue.All.Where(indicator => indicator.Met is not null)];

    [Fact]
    public async Task No_book_turns_green_by_words_or_by_what_has_expired()
    {
        var random = new Random(20_260_720);
        var green = 0;
        for (var i = 0; i < Books; i++)
        {
            using var journal = new StateJournal();
            var day = First.AddDays(random.Next(Days));
            var taken = new List<object>();
            for (var n = random.Next(2, 10); n > 0; n--)
            {
                // An act that came up twice is refused.
                if (Any(random) is var command && await journal.Offer(command))
                    taken.Add(command);
            }

            var standings = Standings(journal, day, taken);
            green += standings.Count(value => IsGreen(value.Standing));
            Assert.All(standings, value => Assert.True(!IsGreen(value.Standing) || value.Grade is Grade.Computed or Grade.Attested));
            if (i % 10 > 0)
                continue;
            // What the words and the expired statements add to a book is never a status that is green.
            using var counted = new StateJournal();
            foreach (var command in taken.Where(command => CanCount(command, day)))
                await counted.Do(command);
            Assert.Equal(Standings(counted, day, taken).Where(value => IsGreen(value.Standing)).Select(value => value.Indicator),
                standings.Where(value => IsGreen(value.Standing)).Select(value => value.Indicator));
        }

        Assert.True(green > Books / 4, $"Only {green} were green: the books try nothing.");
    }

    private static bool IsGreen(Standing standing) => standing is Standing.Met or Standing.OnTrack;

    private static bool CanCount(object command, DateOnly day) => command switch
    {
        AssertIndicator => false,
        AttestIndicator stated => stated.StatedOn > day || stated.Expires >= day,
        _ => true,
    };

    // Of the indicators of which the commands speak, and of the treaties.
    private static List<IndicatorValue> Standings(StateJournal journal, DateOnly day, List<object> commands)
    {
        var evaluation = journal.Book.Engine.At(journal.Now with { AsOf = day });
        string[] treaties = ["IND-T01", "IND-T02", "IND-T03"];
        return [.. treaties.Concat(commands.Select(IndicatorOf).OfType<string>()).Distinct()
            .Select(id => evaluation.Of(IndicatorCatalogue.Find(id)!))];
    }

    private static string? IndicatorOf(object command) => command switch
    {
        AssertIndicator said => said.Indicator,
        AttestIndicator stated => stated.Indicator,
        SetThreshold set => set.Indicator,
        SetApplicability set => set.Indicator,
        _ => null,
    };

    private static object Any(Random random)
    {
        var on = First.AddDays(random.Next(Days));
        var indicator = random.Next(2) == 0 ? Judged[random.Next(Judged.Count)] : IndicatorCatalogue.All[random.Next(IndicatorCatalogue.All.Count)];
        var value = indicator.Unit is null ? "inForce" : random.Next(2) == 0 ? "100" : $"{random.Next(100)}";
        return random.Next(10) switch
        {
            < 4 => Given.Attestation(indicator.Id, value, $"{on:yyyy-MM-dd}", $"{on.AddDays(random.Next(1, 1_500)):yyyy-MM-dd}"),
            < 7 => new AssertIndicator(indicator.Id, on, "Done."),
            7 when indicator.Disclosure == Disclosure.Open =>
                new SetThreshold(indicator.Id, on, $"value >= {random.Next(101)}", "r", "value >= 0"),
            7 => new SetThreshold("IND-M01", on, "value <= 0", "r"),
            8 => new SetApplicability(indicator.Id, on, random.Next(2) == 0, "r"),
            _ => new RecordAct(Instruments[random.Next(Instruments.Length)], (ActType)random.Next(6), on.AddDays(random.Next(3)), "C.N.1"),
        };
    }
}
