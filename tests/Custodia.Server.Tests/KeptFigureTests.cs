using System.Text.Json;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Queries;
using Custodia.Journal;
using Custodia.Server.Hosting;

namespace Custodia.Server.Tests;

/// <summary>Figures that were kept are those that books work out which kept nothing, whatever entry came of whatever book and day.</summary>
public sealed class KeptFigureTests
{
    private const int Days = 4;

    [Fact]
    public async Task What_was_kept_is_what_is_worked_out_anew_after_each_entry_of_each_book()
    {
        var root = Directory.CreateTempSubdirectory("custodia-kept-").FullName;
        try
        {
            using var folder = DataFolder.Open(root, TimeProvider.System);
            await FirstContent.Fill(folder, withSample: true, _ => { }, TestContext.Current.CancellationToken);
            var entries = new List<Entry>();
            folder.Store.Read(0, folder.Node.Count, (in entry) => entries.Add(Copy(entry)));
            Check(entries);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Check(List<Entry> entries)
    {
        using var books = new BookSet();
        var random = new Random(11);
        var (folded, kept, rounds) = (0, 0, 0);
        // Of the long ledger a few steps, of every other book each entry.
        foreach (var end in Ends(entries))
        {
            Refolding.Fold(books.All, entries[folded..end]);
            folded = end;
            foreach (var day in Enumerable.Range(0, Days).Select(_ => new DateOnly(2010, 1, 1).AddDays(365 * random.Next(17))))
            {
                var view = new View(end, day);
                using var anew = new CommitmentsBook([.. books.All.Where(book => book != books.Commitments)]);
                Refolding.Fold([anew], entries[..end].Where(entry => entry.Header.Book == anew.Name));
                Assert.Equal(Text(anew, view), Text(books.Commitments, view));
                kept += books.Commitments.ChangedSince(end - 1) > day ? 1 : 0;
            }

            rounds++;
        }

        Assert.True(rounds > 40 && kept > 80, $"{rounds} {kept}");
    }

    private static IEnumerable<int> Ends(List<Entry> entries)
    {
        for (var i = 1; i <= entries.Count; i++)
        {
            if (i % 2_500 == 0 || (entries[i - 1].Header.Book is not ("materials" or "people" or "approvals" or "access") && i % 9 == 0))
                yield return i;
        }
    }

    private static string Text(CommitmentsBook book, View view) => JsonSerializer.Serialize(
        Node.Ask<CommitmentsBook, IndicatorList>(book, found => Measures.Ask(found, new IndicatorsQuery(view.AsOf), view)).Value, FaceJson.Options);

    private static Entry Copy(in Entry entry) => new(entry.Header, entry.Bytes.ToArray(), entry.HeaderLength);
}
