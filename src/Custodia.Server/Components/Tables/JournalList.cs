using System.Globalization;
using Custodia.Journal;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.Extensions.Localization;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Journal.EntryHeader>;

namespace Custodia.Server.Components.Tables;

/// <summary>The entries of the journal, the newest first. It is read by marks: entries are looked for, not counted.</summary>
internal static class JournalList
{
    public static Table<EntryHeader> Table { get; } = new("journal", text => text["Journal.Entries"], "journal")
    {
        Filters =
        [
            new("book", text => text["Column.Book"], TableFilterSort.Choice)
            {
                Choices = (desk, _, text) => [.. desk.Folder.Node.Books.Select(book => new TableChoice(book.Name, BookName(book.Name, text)))],
            },
            new("kind", text => text["Column.Kind"], TableFilterSort.Choice)
            {
                Choices = (desk, _, text) => [.. desk.Folder.Node.Books.SelectMany(book => book.Kinds.All)
                    .Select(kind => new TableChoice(kind.Name, Wording.Fact(text, kind.Name)))],
            },
            new("mba", text => text["Column.Area"]),
            new("actor", text => text["Column.Actor"]),
        ],
        Columns =
        [
            Column.Entry("entry", text => text["Column.Entry"], row => row.Sequence).Unordered(),
            Column.Of("recorded", text => text["Column.Recorded"], row => TableValue.Of(row.RecordedAt)).Unordered(),
            new("kind", text => text["Column.Kind"], (row, text) => TableValue.Of(
                row.Kind.Length == 0 ? text["Access.Withheld"] : Wording.Fact(text, row.Kind))) { IsSortable = false },
            new("book", text => text["Column.Book"], (row, text) => TableValue.Of(BookName(row.Book, text))) { IsSortable = false },
            Column.Of("mba", text => text["Column.Area"], row => TableValue.Of(row.Compartment)).Unordered(),
            Column.Of("actor", text => text["Column.Actor"], row => TableValue.Of(row.Actor)).Unordered(),
            Column.Of("command", text => text["Journal.Command"], row => TableValue.Of(row.CommandId.ToString())).Unordered(),
        ],
        Ask = Ask,
    };

    private static Books.Answer<TablePage<EntryHeader>> Ask(Desk desk, TableQuestion question, IStringLocalizer<Text> text)
    {
        var from = long.TryParse(question.After, NumberStyles.None, CultureInfo.InvariantCulture, out var mark) ? mark : long.MaxValue - 1;
        var filter = new JournalFilter(question["book"], question["kind"], question["actor"], question["mba"], question.View.AsOf);
        var slice = JournalReader.Search(desk, filter, Math.Min(from, question.View.KnownAt ?? from), question.Size);
        return slice.IsGiven
            ? new TablePage<EntryHeader>(slice.Value.Rows, Total: null, slice.Value.Next?.ToString(CultureInfo.InvariantCulture))
            : Books.Answer<TablePage<EntryHeader>>.Refuse(slice.Refusals);
    }

    private static string BookName(string book, IStringLocalizer<Text> text) => book.Length == 0 ? "" : Wording.Book(text, book);
}
