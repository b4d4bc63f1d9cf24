using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Cooperation.Queries;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Reports;
using Custodia.Journal;
using Custodia.Materials;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.People.Commands;
using Custodia.Quantities;
using Custodia.Server.Hosting;

namespace Custodia.Api.Tests;

/// <summary>
/// In the sample State an entry is corrected or deleted: exactly the figures that rest on it move, and what changed names the entry.
/// </summary>
public sealed class CorrectionTests(SampleFolder sample) : IClassFixture<SampleFolder>
{
    private DataFolder Data => sample.Data;

    [Fact]
    public void Every_indicator_of_a_book_that_is_kept_is_declared_by_a_book()
    {
        var kept = Data.Node.Books.Select(book => book.Name).ToHashSet();
        foreach (var row in Node.Ask<CommitmentsBook, IndicatorList>(Data.Commitments,
            book => Measures.Ask(book, new IndicatorsQuery(SampleFolder.Today), View)).Value!.Rows)
        {
            // What is kept may be nothing yet: that is no evidence, and not that nobody counts it.
            Assert.True(kept.Contains(row.Indicator.Keeper)
                ? row.Value.Missing is MissingReason.None or MissingReason.NothingToCount
                : row.Value.Missing == MissingReason.BookNotKept, $"{row.Indicator.Id}: {row.Value.Missing}");
        }
    }

    [Fact]
    public void What_asks_the_ledger_is_said_to_rest_on_it_and_what_does_not_is_not()
    {
        var entries = new List<Entry>();
        Data.Store.Read(0, Data.Node.Count, (in entry) =>
        {
            if (entry.Header.Book != Data.Materials.Name && EntryCodec.TryDecode(entry.Bytes.ToArray(), out var decoded) == EntryFault.None)
                entries.Add(decoded);
        });
        using var bare = new BookSet();
        Refolding.Fold(bare.All, entries);
        var (with, without) = (new BookQuestions(Data.Node.Books, Data.Commitments), new BookQuestions(bare.All, bare.Commitments));
        var view = View with { AsOf = SampleFolder.Today };
        foreach (var question in bare.Cooperation.Indicators.Concat(bare.ArmsControl.Indicators).SelectMany(formula => formula.Ask.Values)
            .Where(question => question.Query.StartsWith("cooperation/", StringComparison.Ordinal)
                || question.Query.StartsWith("arms-control/", StringComparison.Ordinal)))
        {
            var formula = new IndicatorFormula("IND-X01", 1, new Dictionary<string, IndicatorQuestion> { ["all"] = question }, "0");
            var isSame = with.Ask(question, view).Value.GetRawText() == without.Ask(question, view).Value.GetRawText();
            Assert.True(isSame != bare.Behind(formula).Contains(Data.Materials.Name), question.Query);
        }
    }

    [Fact]
    public async Task A_shipment_that_is_deleted_brings_back_the_uranium_its_reactor_and_its_campaign()
    {
        var day = new DateOnly(2025, 4, 10);
        var shipped = Data.Materials.Mbas["XARR"].Lines.Last(line => line.Change is { Batch: "HEU-F06", Code: "SF" });
        Assert.Equal(CampaignState.Closed, Campaign("rr-conversion", day).State);
        var (entry, changes) = await After(new CorrectChanges([new(shipped.Stamp.Sequence)], "Never loaded"), day);
        Moved(changes, entry, "IND-M01", "IND-M04", "IND-M06", "IND-M09", "IND-G02");
        Assert.Equal(("0", "1"), (Change(changes, "IND-M04").Was, Change(changes, "IND-M04").Now));
        Assert.Equal(0.202m, Number(Change(changes, "IND-M01").Now) - Number(Change(changes, "IND-M01").Was));
        Assert.Equal(-0.202m, Number(Change(changes, "IND-M06").Now) - Number(Change(changes, "IND-M06").Was));
        Assert.Equal((CampaignState.Contradicted, 0.202m), (Campaign("rr-conversion", day).State, Campaign("rr-conversion", day).HeldKg));
        var lines = Node.Ask<CooperationBook, CampaignView>(Data.Cooperation,
            book => Campaigns.Ask(book, new CampaignQuery("rr-conversion", day), View)).Value!.Changes;
        Assert.Contains(lines, line => line.Entry == entry);
    }

    [Fact]
    public async Task A_weight_that_is_corrected_takes_a_site_out_of_category_two()
    {
        var store = Data.Materials.Mbas["XAST"];
        var inventory = store.Inventories[^1];
        var listed = inventory.Lines.Last(line => line.Item.Batch == "HEU-R1");
        var item = listed.Item with { Weights = [Weight.Enriched(Mass.FromGrams(200), Mass.FromGrams(186))] };
        var (entry, changes) = await After(new CorrectInventory("XAST", inventory.Date, listed.Stamp.Sequence, "Misread", item), SampleFolder.Today);
        Moved(changes, entry, "IND-M01", "IND-M03", "IND-M07");
        Assert.Equal(("1", "0"), (Change(changes, "IND-M03").Was, Change(changes, "IND-M03").Now));
        Assert.Equal(-0.2m, Number(Change(changes, "IND-M07").Now) - Number(Change(changes, "IND-M07").Was));
    }

    [Fact]
    public async Task A_certificate_that_is_withdrawn_empties_a_post_and_an_ended_clearance_counts_no_more()
    {
        var certificate = Data.People.Holders["inspector"].Certificates.Single().Stamp.Sequence;
        var (withdrawn, posts) = await After(new WithdrawCertificate(certificate, "Failed"), SampleFolder.Today);
        Moved(posts, withdrawn, "IND-R03");
        var clearance = Data.People.Holders["official"].Clearances.Single().Stamp.Sequence;
        var (ended, trust) = await After(new EndClearance(clearance, "Moved"), SampleFolder.Today);
        Moved(trust, ended, "IND-P06");
    }

    // What an entry changes of one day: as known with it, against as known just before.
    private async Task<(long Entry, ReportChanges Changes)> After(object command, DateOnly day)
    {
        var (book, definition) = Data.Node.Books.SelectMany(book => book.Catalogue.Commands, (book, known) => (book, known))
            .Single(pair => pair.known.Input == command.GetType());
        var entry = Assert.IsType<Outcome.Recorded>(
            await Data.Node.Execute(book, definition, command, Caller.House("test"), Guid.NewGuid())).First;
        return (entry, Node.Ask<CommitmentsBook, ReportChanges>(Data.Commitments,
            book => Changes.Ask(book, new ReportChangesQuery(day, day, entry - 1), View)).Value!);
    }

    private static void Moved(ReportChanges changes, long entry, params string[] indicators)
    {
        Assert.Equal(indicators.Order(StringComparer.Ordinal), changes.Indicators.Select(change => change.Id).Order(StringComparer.Ordinal));
        Assert.All(changes.Indicators, change => Assert.Contains(entry, change.Reasons.SelectMany(reason => reason.Entries)));
    }

    private static IndicatorChange Change(ReportChanges changes, string id) => changes.Indicators.Single(change => change.Id == id);

    private static decimal Number(string? value) => decimal.Parse(value!, System.Globalization.CultureInfo.InvariantCulture);

    private CampaignRow Campaign(string id, DateOnly day) => Node.Ask<CooperationBook, CampaignList>(Data.Cooperation,
        book => Campaigns.Ask(book, new CampaignsQuery(day), View)).Value!.Rows.Single(row => row.Campaign.Id == id);

    private View View => new(Data.Node.Count, DateOnly.MaxValue);
}
