using System.Text.Json;
using Custodia.Books;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Queries;
using Custodia.Testing;
using static Custodia.People.Tests.PeopleJournal;

namespace Custodia.People.Tests;

/// <summary>What indicators were told of people as of a day stays so until an entry reaches back to it: the book says how far each does.</summary>
public sealed class ChangedDayTests : IDisposable
{
    private readonly PeopleJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task No_entry_changes_an_answer_as_of_a_day_before_that_which_the_book_names()
    {
        await _journal.Person("reader", "administrator");
        await _journal.Person("duty", "response-duty-officer");
        var first = _journal.Node.Count;
        await Fill();
        var count = _journal.Node.Count;
        ReachedDays.Hold((first, count), _journal.People.ChangedSince, [.. Enumerable.Range(-40, 80).Select(Today.AddDays)], Answers);
        Assert.Equal(nameof(Outcome.Recorded), await _journal.Refusal("duty", new BreakGlass("mba:XAAA", "fire")));
        Assert.Equal(DateOnly.MaxValue, _journal.People.ChangedSince(count));
    }

    private async Task Fill()
    {
        await _journal.Person("one", "inspector");
        await _journal.Person("two", "inspector");
        await _journal.Do(new Post("inspector-1", "AUTH", "Inspector", "檢查員", Today.AddDays(2), "one", "inspection"));
        await _journal.Do(new RecordCertificate("one", "inspection", Today.AddDays(-3), Today.AddDays(30), "School"));
        var cleared = await _journal.Do(new GrantClearance("one", "facility:F1", Today.AddDays(20)));
        await _journal.Do(new GrantClearance("two", "facility:F1", Today.AddDays(9)));
        await _journal.Do(new EndClearance(cleared, "Moved", Today.AddDays(5)));
        await _journal.Do(new Post("inspector-1", "AUTH", "Head inspector", "檢查長", Today.AddDays(7), "two"));
        await _journal.Do(new Leave("two", Today.AddDays(12), "Retired"));
    }

    private string Answers(DateOnly day, long count)
    {
        var view = new ViewRequest(day, count - 1);
        object?[] answers =
        [
            _journal.Ask<PeopleBook, PostsQuery, PostList>(_journal.People, new PostsQuery(), "reader", view).Value,
            _journal.Ask<PeopleBook, TrustQuery, TrustList>(_journal.People, new TrustQuery(), "reader", view).Value,
        ];
        return JsonSerializer.Serialize(answers, FaceJson.Options);
    }
}
