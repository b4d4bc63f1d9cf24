using Custodia.Books;
using Custodia.People.Queries;
using Custodia.Server.Language;

namespace Custodia.Server.Components.Tables;

/// <summary>The funded posts, and the persons with access.</summary>
internal static class PostTables
{
    public static Table<PostRow> Posts { get; } = new("posts", text => text["Posts.Funded"], "posts")
    {
        Filters = [new("post", text => text["People.IdOrName"])],
        Columns =
        [
            TableColumn<PostRow>.Of("name", text => text["Posts.Post"], row => TableValue.Of(Wording.Name(row.Post.NameEn, row.Post.NameZh))),
            TableColumn<PostRow>.Of("id", text => text["People.Id"], row => TableValue.Of(row.Post.Id)).Hidden(),
            TableColumn<PostRow>.Of("organisation", text => text["People.Organisation"], row => TableValue.Of(row.Post.Organisation)),
            new("state", text => text["Column.State"], (row, text) => TableValue.Of(
                !row.IsFilled ? text["Posts.Vacant"] : row.IsQualified ? text["Posts.Filled"] : text["Posts.Unqualified"])),
            TableColumn<PostRow>.Of("holder", text => text["Posts.Holder"], row => TableValue.Of(row.Post.Holder)),
            TableColumn<PostRow>.Of("course", text => text["Posts.Course"],
                row => TableValue.Of(row.Post.Course is { } course ? PeopleWording.Course(course) : null)),
            TableColumn<PostRow>.Of("from", text => text["Posts.From"], row => TableValue.Of(row.Post.From)),
            TableColumn<PostRow>.Of("lastDay", text => text["Posts.LastDay"], row => TableValue.Of(row.Post.LastDay)).Hidden(),
            TableColumn<PostRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<PostsQuery, PostList>(new PostsQuery(), question.View);
            return answer.IsGiven
                ? Posts!.Cut(answer.Value.Rows.Where(row => question.Matches("post", row.Post.Id, row.Post.NameEn, row.Post.NameZh)), question, text)
                : Answer<TablePage<PostRow>>.Refuse(answer.Refusals);
        },
    };

    public static Table<TrustRow> Trust { get; } = new("trust", text => text["Posts.Trust"], "trust")
    {
        Filters = [new("person", text => text["People.IdOrName"])],
        Columns =
        [
            TableColumn<TrustRow>.Of("id", text => text["People.Id"], row => TableValue.Of(row.Holder.Id)),
            TableColumn<TrustRow>.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.Holder.NameEn, row.Holder.NameZh))),
            TableColumn<TrustRow>.Of("organisation", text => text["People.Organisation"], row => TableValue.Of(row.Holder.Organisation)),
            new("state", text => text["Column.State"],
                (row, text) => TableValue.Of(row.IsCleared ? text["Posts.Cleared"] : text["Posts.NotCleared"])),
            TableColumn<TrustRow>.Of("until", text => text["Posts.ClearedUntil"], row => TableValue.Of(row.Until)),
            TableColumn<TrustRow>.Entry("entry", text => text["Column.Entry"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<TrustQuery, TrustList>(new TrustQuery(), question.View);
            return answer.IsGiven
                ? Trust!.Cut(answer.Value.Rows.Where(row => question.Matches("person", row.Holder.Id, row.Holder.NameEn, row.Holder.NameZh)),
                    question, text)
                : Answer<TablePage<TrustRow>>.Refuse(answer.Refusals);
        },
    };
}
