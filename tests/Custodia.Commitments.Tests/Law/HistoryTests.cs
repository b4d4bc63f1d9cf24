using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments.Law;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Commitments.Tests.Law;

/// <summary>Whatever is recorded later, what was known at an entry is told as it was.</summary>
public sealed class HistoryTests
{
    private const int Steps = 12;

    private static readonly DateOnly[] Days = [new(2013, 7, 1), new(2016, 3, 1), new(2019, 12, 31), new(2024, 1, 1)];

    [Fact]
    public void An_answer_as_known_at_an_entry_stays_whatever_comes_later() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Holds(seed).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void What_is_worked_out_as_of_a_day_changes_only_from_the_day_that_the_book_names() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Stays(seed).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static async Task<bool> Stays(int seed)
    {
        using var state = new LawState();
        var random = new Random(seed);
        await state.Enact();
        await state.Add("1");
        await state.Map("ICSANT-8", "1", shown: true);
        for (var step = 0; step < Steps; step++)
        {
            var (count, before) = (state.Journal.Count, Days.Select(day => All(state, state.Journal.Now, day)).ToList());
            await state.Journal.Try(Command(random, count));
            var changed = state.ChangedSince(count);
            for (var at = 0; at < Days.Length; at++)
            {
                if (Days[at] < changed && All(state, state.Journal.Now, Days[at]) != before[at])
                    return false;
            }
        }

        return true;
    }

    private static async Task<bool> Holds(int seed)
    {
        using var state = new LawState();
        var random = new Random(seed);
        await state.Enact();
        var answers = new List<(View View, string Answer)>();
        for (var step = 0; step < Steps; step++)
        {
            var view = state.Journal.Now;
            answers.Add((view, All(state, view)));
            await state.Journal.Try(Command(random, state.Journal.Count));
        }

        return answers.TrueForAll(known => All(state, known.View) == known.Answer);
    }

    private static object Command(Random random, long entries)
    {
        var (clause, day) = ($"{random.Next(1, 4)}", new DateOnly(2012 + random.Next(12), 1 + random.Next(12), 1));
        return random.Next(11) switch
        {
            0 or 1 => new AddClause(LawState.Act, clause, day, "Text", "文字", null, "Fine", "罰鍰"),
            2 => new AmendClause(LawState.Act, clause, day, "Other", "其他", "Act 9"),
            3 => new EndClause(LawState.Act, clause, day, "Act 8"),
            4 or 5 => new MapDuty("ICSANT-2.3", LawState.Act, clause),
            6 => new ReviewLaw(LawState.Act, day, "Report"),
            7 => new RecordMeasure("ICSANT-8", "Kept", "保管", day, Entry: 1),
            8 => new EndMeasure(random.NextInt64(entries), day, "moved"),
            9 => new UnmapDuty(random.NextInt64(entries), day, "other"),
            _ => new TakeBackLaw(random.NextInt64(entries), "wrong"),
        };
    }

    private static string All(LawState state, View view, DateOnly? day = null) => JsonSerializer.Serialize(
        new object?[]
        {
            state.Ask(book => Acts.Ask(book, new ActQuery(LawState.Act, day ?? Days[^1]), view)).Value,
            state.Ask(book => Offences.Ask(book, new OffencesQuery(day ?? Days[^1]), view)).Value,
            state.Ask(book => Coverage.Ask(book, new CoverageQuery("icsant", day ?? Days[^1]), view)).Value,
        },
        FaceJson.Options);
}
