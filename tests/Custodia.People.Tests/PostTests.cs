using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Queries;
using static Custodia.People.Tests.PeopleJournal;

namespace Custodia.People.Tests;

/// <summary>The funded posts and who fills them, and whether those with access are cleared.</summary>
public sealed class PostTests : IDisposable
{
    private readonly PeopleJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_post_counts_as_filled_while_who_fills_it_is_there_and_has_the_certificate()
    {
        await _journal.Person("reader", "administrator");
        await _journal.Register("one");
        await _journal.Do(new Post("inspector-1", "AUTH", "Inspector", "檢查員", Today));
        Assert.Equal((false, false), Row("inspector-1", Today) is var vacant ? (vacant.IsFilled, vacant.IsQualified && vacant.IsFilled) : default);
        var entry = await _journal.Do(new Post("inspector-1", "AUTH", "Inspector", "檢查員", Today, "one", "inspection"));
        Assert.Equal((entry, true, true, false), Row("inspector-1", Today) is var post
            ? (post.Entry, post.IsRegulators, post.IsFilled, post.IsQualified) : default);
        await _journal.Do(new RecordCertificate("one", "inspection", Today, Today.AddYears(2), "School"));
        Assert.True(Row("inspector-1", Today).IsQualified);
        Assert.False(Row("inspector-1", Today.AddYears(3)).IsQualified);
        await _journal.Do(new Leave("one", Today.AddDays(5), "Retired"));
        Assert.Equal((true, false), (Row("inspector-1", Today.AddDays(5)).IsFilled, Row("inspector-1", Today.AddDays(6)).IsFilled));
    }

    [Fact]
    public async Task A_post_stands_as_set_from_its_day_and_ends_with_its_last()
    {
        await _journal.Person("reader", "administrator");
        await _journal.Do(new Post("guard-1", "OPA", "Guard", "警衛", Today));
        await _journal.Do(new Post("guard-1", "OPA", "Head guard", "警衛長", Today.AddDays(10), LastDay: Today.AddDays(20)));
        Assert.Equal(("Guard", "Head guard"), (Row("guard-1", Today.AddDays(9)).Post.NameEn, Row("guard-1", Today.AddDays(10)).Post.NameEn));
        Assert.False(Row("guard-1", Today).IsRegulators);
        Assert.Empty(Rows(Today.AddDays(21)));
        Assert.Empty(Rows(Today.AddDays(-1)));
    }

    [Fact]
    public async Task Who_has_access_is_told_with_the_clearance_that_holds_longest()
    {
        await _journal.Person("reader", "administrator");
        await _journal.Person("inspector", "inspector");
        await _journal.Register("visitor");
        Assert.Equal(("inspector", false), Trust(Today) is [var only] ? (only.Holder.Id, only.IsCleared) : default);
        await _journal.Do(new GrantClearance("inspector", "facility:F1", Today.AddDays(3)));
        var entry = await _journal.Do(new GrantClearance("inspector", "facility:F2", Today.AddDays(9)));
        Assert.Equal((true, entry, Today.AddDays(9)), Trust(Today) is [var row] ? (row.IsCleared, row.Entry, row.Until!.Value) : default);
        Assert.False(Trust(Today.AddDays(10)).Single().IsCleared);
    }

    [Fact]
    public async Task Bad_posts_are_refused_whole()
    {
        await _journal.Register("one");
        await _journal.Register("box", kind: HolderKind.Device);
        var good = new Post("guard-1", "AUTH", "Guard", "警衛", Today, "one");
        Assert.Equal(["people.id-malformed", "people.name-missing", "people.id-malformed", "people.dates-wrong"],
            await Refusals(good with { Id = "G", NameEn = "", Course = "C!", LastDay = Today.AddDays(-1) }));
        Assert.Equal(["people.holder-unknown"], await Refusals(good with { Holder = "nobody" }));
        Assert.Equal(["people.post-holder"], await Refusals(good with { Holder = "box" }));
        Assert.Equal(["people.organisation-unknown", "people.holder-unknown"], await Refusals(good with { Organisation = "NONE" }));
        await _journal.Do(good);
        Assert.Equal(["people.id-taken"], await Refusals(good with { Organisation = "OPA", Holder = null }));
    }

    private async Task<string[]> Refusals(object command) =>
        [.. Assert.IsType<Outcome.Refused>(await _journal.Give(Caller.House("test"), command)).Refusals.Select(refusal => refusal.Code)];

    private PostRow Row(string id, DateOnly day) => Rows(day).Single(row => row.Post.Id == id);

    private IReadOnlyList<PostRow> Rows(DateOnly day) =>
        _journal.Ask<PeopleBook, PostsQuery, PostList>(_journal.People, new PostsQuery(), "reader", new ViewRequest(day, null)).Value!.Rows;

    private IReadOnlyList<TrustRow> Trust(DateOnly day) =>
        _journal.Ask<PeopleBook, TrustQuery, TrustList>(_journal.People, new TrustQuery(), "reader", new ViewRequest(day, null)).Value!.Rows;
}
