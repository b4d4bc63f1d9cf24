using Custodia.Books;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Indicators;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Tests.Documents;

public sealed class OwnDocumentTests
{
    private static readonly DateOnly Spring = new(2016, 4, 1);

    private static readonly KeepDocument Statement = new("XA-2016", "Statement", "聲明", Spring, KeptKind.NationalStatement, "statement.txt",
        StateJournal.KeptFile, TextLanguage.En, [new(1, 1, "We will ratify."), new(1, 2, "We will convert.\n(a) Both.")]);

    private static readonly KeepDocument Text = Statement with
    {
        Id = "TX-C10",
        Date = new(2010, 4, 13),
        Catalogue = "C10",
        Paragraphs = [new(1, 1, "We will keep it.", "C10-01", "Aims"), new(1, 2, "We met.")],
    };

    private static readonly AddCommitment Promise = new("XA-2016-1", "XA-2016", "icsant", ItemType.Commitment, "Ratify", "批准", ["IND-T03"],
        Spring, new(2018, 12, 31), "IND-T03");

    [Fact]
    public async Task A_kept_document_shows_its_paragraphs_beside_their_promises_and_a_promise_its_paragraph()
    {
        using var state = new StateJournal();
        var entry = await state.Do(Text);
        var view = Document(state, "TX-C10", state.Now);
        Assert.Equal([("We will keep it.", "C10-01"), ("We met.", null)], view.Paragraphs.Select(shown => (shown.Text, shown.Item)));
        Assert.Equal(("Aims", null), (view.Paragraphs[0].Heading, view.Paragraphs[1].Heading));
        Assert.Equal(Register.Documents.Find("C10")!.Items().Select(item => item.Id), view.Items.Select(item => item.Id));
        Assert.Equal((entry, 2, 1), (view.Document.Kept!.Entry, view.Document.Kept.Paragraphs, view.Document.Kept.Confirmed));
        Assert.Equal(["TX-C10"], Document(state, "C10", state.Now).Document.Texts);
        var paragraph = Assert.Single(Item(state, "C10-01").Paragraphs);
        Assert.Equal((entry + 1, "TX-C10", 1, "We will keep it."), (paragraph.Entry, paragraph.Document, paragraph.Number, paragraph.Text));
        Assert.Empty(Item(state, "C10-02").Paragraphs);
    }

    [Fact]
    public async Task A_document_kept_anew_replaces_the_old_one_which_stays_known_as_it_was()
    {
        using var state = new StateJournal();
        await state.Do(Text);
        var before = state.Now;
        await state.Do(Text with { Paragraphs = [new(1, 1, "We will keep all of it.", "C10-02")] });
        Assert.Equal(["We will keep all of it."], Document(state, "TX-C10", state.Now).Paragraphs.Select(shown => shown.Text));
        Assert.Equal(["We will keep it.", "We met."], Document(state, "TX-C10", before).Paragraphs.Select(shown => shown.Text));
        Assert.Empty(Item(state, "C10-01").Paragraphs);
        Assert.Single(Item(state, "C10-02").Paragraphs);
        var list = DocumentQueries.Ask(state.Book, new DocumentsQuery(), before with { AsOf = new(2010, 4, 12) }).Value!;
        Assert.Equal(Register.Documents.Select(document => document.Id), list.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task A_promise_of_its_own_is_judged_as_those_of_the_catalogue_until_it_is_ended()
    {
        using var state = new StateJournal();
        await state.Do(Statement);
        var kept = state.Now;
        await state.Do(Promise);
        Assert.Equal(Standing.NoEvidence, Item(state, "XA-2016-1", new(2017, 1, 1)).Item.Standing);
        await state.Act("icsant", ActType.Sign, "2016-06-01");
        Assert.Equal(Standing.OnTrack, Item(state, "XA-2016-1", new(2018, 12, 31)).Item.Standing);
        Assert.Equal(Standing.OffTrack, Item(state, "XA-2016-1", new(2019, 1, 1)).Item.Standing);
        await state.Act("icsant", ActType.Ratify, "2018-06-01");
        var met = Item(state, "XA-2016-1", new(2018, 12, 31));
        Assert.Equal((Standing.Met, "Statement", new DateOnly(2018, 12, 31)), (met.Item.Standing, met.DocumentName.En, met.Item.Due));
        Assert.Contains("XA-2016-1", Measures.Ask(state.Book, new IndicatorQuery("IND-T03", StateJournal.Today, 0), state.Now).Value!.Items);
        await state.Do(new EndCommitment("XA-2016-1", new(2020, 1, 1), "Done"));
        Assert.Equal(["XA-2016-1"], OnWall(state.Now, new(2019, 12, 31)));
        Assert.Empty(OnWall(state.Now, new(2020, 1, 1)));
        Assert.Empty(OnWall(state.Now, new(2016, 3, 31)));
        Assert.Empty(OnWall(kept, new(2019, 12, 31)));

        IEnumerable<string> OnWall(View view, DateOnly day) => Walls.Ask(state.Book, new WallQuery(Day: day), view).Value!.Documents
            .Where(document => document.Id == "XA-2016").SelectMany(document => document.Items).Select(item => item.Id);
    }

    [Fact]
    public async Task A_report_names_a_promise_that_was_not_yet_made_on_the_day_with_which_it_compares()
    {
        using var state = new StateJournal();
        await state.Act("icsant", ActType.Sign, "2015-06-01");
        await state.Do(Statement);
        await state.Do(Promise);
        var changes = Changes.Ask(state.Book, new ReportChangesQuery(new(2016, 3, 31), new(2016, 4, 1)), state.Now).Value!;
        var change = Assert.Single(changes.Promises);
        Assert.Equal(("XA-2016-1", null, Standing.OnTrack), (change.Id, change.Was, change.Now));
    }

    [Fact]
    public async Task The_State_sets_a_target_for_its_own_promise()
    {
        using var state = new StateJournal();
        await state.Do(Statement);
        await state.Do(Promise with { Due = null, TargetIndicator = null });
        Assert.Null(Item(state, "XA-2016-1").Target);
        var entry = await state.Do(new SetTarget("XA-2016-1", "IND-T03", new(2027, 1, 1), "By then", "屆時"));
        Assert.Equal((entry, new DateOnly(2027, 1, 1)), (Item(state, "XA-2016-1").TargetEntry, Item(state, "XA-2016-1").Target!.Due));
    }

    [Fact]
    public async Task What_is_wrong_with_a_document_is_refused_by_its_reason()
    {
        using var state = new StateJournal();
        await state.Do(Text);
        Assert.Equal(["document-id-wrong"], await state.Refused(Statement with { Id = "C10" }));
        Assert.Equal(["document-id-wrong"], await state.Refused(Statement with { Id = "XA-2016 " }));
        Assert.Equal(["document-id-wrong"], await state.Refused(Statement with { Id = "XA-" + new string('1', 38) }));
        Assert.Equal(["text-missing", "text-missing", "text-missing"],
            await state.Refused(Statement with { NameEn = "", NameZh = "\u0007", File = " " }));
        Assert.Equal(["day-ahead"], await state.Refused(Statement with { Date = StateJournal.Today.AddDays(1) }));
        Assert.Equal(["unknown"], await state.Refused(Statement with { Catalogue = "C11" }));
        Assert.Equal(["document-another"], await state.Refused(Text with { Catalogue = "C14", Paragraphs = [new(1, 1, "Keep.")] }));
        Assert.Equal(["digest-wrong"], await state.Refused(Statement with { Digest = "A" }));
        Assert.Equal(["document-file-not-kept"], await state.Refused(Statement with { Digest = new string('b', 64) }));
    }

    [Fact]
    public async Task What_is_wrong_with_a_paragraph_is_refused_by_its_reason()
    {
        using var state = new StateJournal();
        Task<string[]> Refused(params KeptParagraph[] paragraphs) => state.Refused(Text with { Paragraphs = paragraphs });
        Assert.Equal(["document-paragraphs-wrong"], await Refused());
        Assert.Equal(["document-paragraphs-wrong"], await Refused(
            [.. Enumerable.Range(1, DocumentDecisions.MaxParagraphs + 1).Select(number => new KeptParagraph(1, number, "Keep."))]));
        Assert.Equal(["document-paragraphs-wrong"], await Refused(new(1, 1, "Keep."), new(1, 1, "Store.")));
        Assert.Equal(["document-paragraphs-wrong"], await Refused(new KeptParagraph(0, 1, "Keep.")));
        Assert.Equal(["text-missing"], await Refused(new KeptParagraph(1, 1, "\t")));
        Assert.Equal(["text-missing"], await Refused(new KeptParagraph(1, 1, new string('x', DocumentDecisions.MaxParagraph + 1))));
        Assert.Equal(["text-missing"], await Refused(new KeptParagraph(1, 1, "Keep.", Heading: "\0")));
        Assert.Equal(["document-item-wrong"], await Refused(new KeptParagraph(1, 1, "Keep.", "C14-01")));
        Assert.Equal(["document-item-wrong"], await state.Refused(Statement with { Paragraphs = [new(1, 1, "Keep.", "C10-01")] }));
        Assert.Equal(["document-item-twice"], await Refused(new(1, 1, "Keep.", "C10-01"), new(1, 2, "Store.", "C10-01")));
        Assert.Equal(["document-too-long"], await Refused([.. Enumerable.Range(1, 16)
            .Select(number => new KeptParagraph(1, number, new string('x', DocumentDecisions.MaxParagraph)))]));
    }

    [Fact]
    public async Task The_longest_document_in_the_widest_letters_is_kept()
    {
        using var state = new StateJournal();
        await state.Do(Text with
        {
            Paragraphs = [.. Enumerable.Range(1, 15).Select(number => new KeptParagraph(1, number, new string('核', DocumentDecisions.MaxParagraph)))],
        });
        Assert.Equal(15, Document(state, "TX-C10", state.Now).Paragraphs.Count);
    }

    [Fact]
    public async Task What_is_wrong_with_a_promise_is_refused_by_its_reason()
    {
        using var state = new StateJournal();
        await state.Do(Statement);
        await state.Do(Text);
        await state.Do(Promise);
        var other = Promise with { Id = "XA-2016-2" };
        Assert.Equal(["document-not-own"], await state.Refused(Promise with { Id = "TX-C10-1", Document = "TX-C10" }));
        Assert.Equal(["document-not-own"], await state.Refused(Promise with { Id = "XA-9-1", Document = "XA-9" }));
        Assert.Equal(["document-id-wrong"], await state.Refused(other with { Id = "XA-2017-1" }));
        Assert.Equal(["document-id-taken"], await state.Refused(Promise));
        Assert.Equal(["unknown"], await state.Refused(other with { Theme = "none" }));
        Assert.Equal(["text-missing", "text-missing"], await state.Refused(other with { TextEn = "", TextZh = "" }));
        Assert.Equal(["day-ahead"], await state.Refused(other with { Baseline = StateJournal.Today.AddDays(1), Due = null, TargetIndicator = null }));
        Assert.Equal(["document-indicators-wrong"], await state.Refused(other with { Indicators = [], Due = null, TargetIndicator = null }));
        Assert.Equal(["document-indicators-wrong"], await state.Refused(other with { Indicators = ["IND-T03", "IND-T03"] }));
        Assert.Equal(["unknown"], await state.Refused(other with { Indicators = ["IND-T03", "IND-T99"] }));
        Assert.Equal(["document-target-half"], await state.Refused(other with { Due = null }));
        Assert.Equal(["document-target-half"], await state.Refused(other with { TargetIndicator = null }));
        Assert.Equal(["not-of-item"], await state.Refused(other with { TargetIndicator = "IND-T01" }));
        Assert.Equal(["due-wrong"], await state.Refused(other with { Due = Spring }));
        Assert.True(await state.Offer(other with { Type = ItemType.Recognition, Indicators = [], Due = null, TargetIndicator = null }));
    }

    [Fact]
    public async Task What_is_wrong_with_an_end_is_refused_by_its_reason()
    {
        using var state = new StateJournal();
        await state.Do(Statement);
        await state.Do(Promise);
        Assert.Equal(["unknown"], await state.Refused(new EndCommitment("C10-01", StateJournal.Today, "Done")));
        Assert.Equal(["document-end-wrong"], await state.Refused(new EndCommitment("XA-2016-1", Spring, "Done")));
        Assert.Equal(["day-ahead"], await state.Refused(new EndCommitment("XA-2016-1", StateJournal.Today.AddDays(1), "Done")));
        Assert.Equal(["text-missing"], await state.Refused(new EndCommitment("XA-2016-1", StateJournal.Today, "")));
        await state.Do(new EndCommitment("XA-2016-1", StateJournal.Today, "Done"));
        Assert.Equal(["unknown"], await state.Refused(new EndCommitment("XA-2016-1", StateJournal.Today, "Done")));
    }

    [Fact]
    public void An_unknown_document_is_refused()
    {
        using var state = new StateJournal();
        Assert.Equal(CommitmentsRefusals.Unknown,
            Assert.Single(DocumentQueries.Ask(state.Book, new DocumentQuery("XA-1"), state.Now).Refusals).Reason);
    }

    [Fact]
    public async Task No_id_of_the_register_is_one_that_a_State_may_give()
    {
        using var state = new StateJournal();
        foreach (var id in Register.Documents.Select(document => document.Id).Concat(Register.Items.Select(item => item.Id)))
            Assert.Equal(["document-id-wrong"], await state.Refused(Statement with { Id = id }));
    }

    private static DocumentView Document(StateJournal state, string id, View view) =>
        DocumentQueries.Ask(state.Book, new DocumentQuery(id), view).Value!;

    private static ItemView Item(StateJournal state, string id, DateOnly? day = null) =>
        Walls.Ask(state.Book, new ItemQuery(id, day ?? StateJournal.Today), state.Now).Value!;
}
