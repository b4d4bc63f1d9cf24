using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Queries;

namespace Custodia.Materials.Tests.Queries;

/// <summary>What is kept of a ledger between two questions is never older than it, and never shown to whom it is withheld.</summary>
public sealed class KeptTests
{
    [Fact]
    public void A_book_that_was_asked_at_each_entry_answers_each_reader_as_one_that_keeps_nothing()
    {
        using var s = Streams.Random(5);
        using var growing = new MaterialsBook();
        foreach (var (stamp, fact) in s.Recorded)
        {
            Assert.True(growing.Fold(stamp, fact));
            if (stamp.Sequence < 25 || stamp.Sequence % 3 == 0)
                continue;
            // The full book is asked as known at an entry before its last: it keeps nothing of that.
            var view = new View(stamp.Sequence + 1, DateOnly.MaxValue);
            foreach (var sight in Sights)
            {
                Assert.All(Questions, ask =>
                    Assert.Equal(ask(s.Book, view with { Reader = Seeing(s.Book, sight) }),
                        ask(growing, view with { Reader = Seeing(growing, sight) })));
            }
        }
    }

    [Fact]
    public void An_entry_that_is_not_durable_yet_is_not_in_the_answer()
    {
        using var s = Streams.Random(6);
        using var book = new MaterialsBook();
        foreach (var (stamp, fact) in s.Recorded)
        {
            var before = new View(stamp.Sequence, DateOnly.MaxValue);
            var answers = stamp.Sequence < 25 ? [] : Questions.Select(ask => ask(book, before)).ToList();
            Assert.True(book.Fold(stamp, fact));
            if (stamp.Sequence >= 25)
                Assert.Equal(answers, Questions.Select(ask => ask(book, before)));
        }
    }

    private static IReadOnlyList<Func<MaterialsBook, View, string>> Questions { get; } =
    [
        (book, view) => Text(Overviews.Ask(book, new OverviewQuery(), view)),
        (book, view) => Text(Overviews.Ask(book, new OverviewQuery(Scenario.Day("2027-03-01")), view)),
        (book, view) => Text(Deadlines.Ask(book, new DueQuery(), view)),
        (book, view) => Text(Transfers.Ask(book, new TransfersQuery(), view)),
        (book, view) => Text(Transfers.Ask(book, new TransfersQuery(OpenOnly: false), view)),
    ];

    private static IReadOnlyList<Func<string, Visibility>> Sights { get; } =
    [
        _ => Visibility.Open,
        place => place == "mba:XAFB" ? Visibility.Open : Visibility.Hidden,
        place => place == "mba:XAFB" ? Visibility.Withheld : Visibility.Open,
    ];

    private static Reader Seeing(MaterialsBook book, Func<string, Visibility> sight) => new(
        Caller.House("test"), DateTimeOffset.UnixEpoch, new Sighted(sight), new PlaceTree([book]), _ => null, _ => false);

    private static string Text<T>(Answer<T> answer) => answer.IsGiven
        ? JsonSerializer.Serialize(answer.Value, FaceJson.Options)
        : string.Join("; ", answer.Refusals);

    private sealed class Sighted(Func<string, Visibility> sight) : Pass
    {
        public override bool Covers(string place) => sight(place) != Visibility.Hidden;

        public override bool IsClearedFor(string place) => sight(place) == Visibility.Open;
    }
}
