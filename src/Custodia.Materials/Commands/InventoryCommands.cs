using Custodia.Books;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Materials.Rules;
using Custodia.Materials.Structure;

namespace Custodia.Materials.Commands;

/// <summary>Opens the book of an MBA with what it holds at the end of a day (¶62).</summary>
public sealed record OpenBook(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("Day at whose end it is held", "存量日（當日 24:00）")] DateOnly Date,
    [property: Meaning("What is held, itemised; may be empty", "逐項存量，可為空")] IReadOnlyList<FileRow<InventoryItem>> Items,
    [property: Meaning("The file they come from", "來源檔案")] ReceivedFile? File = null) : IManyRows
{
    /// <inheritdoc/>
    public int RowCount => Items.Count;
}

/// <summary>Records a physical inventory: the itemised list of what is there at the end of the PIT date.</summary>
public sealed record TakeInventory(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("PIT date", "實地盤點日")] DateOnly Date,
    [property: Meaning("What is there, itemised; may be empty", "逐項盤點結果，可為空")] IReadOnlyList<FileRow<InventoryItem>> Items,
    [property: Meaning("The file they come from", "來源檔案")] ReceivedFile? File = null) : IManyRows
{
    /// <inheritdoc/>
    public int RowCount => Items.Count;
}

/// <summary>Closes the material balance period that ends with a physical inventory.</summary>
public sealed record CloseBalance(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("PIT date", "實地盤點日")] DateOnly Date,
    [property: Meaning("Special report on a difference in an item MBA", "按件區差異之特別報告文號")] string? SpecialReport = null);

/// <summary>Corrects a line of a physical inventory whose balance is closed, or of the initial inventory.</summary>
public sealed record CorrectInventory(
    [property: Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [property: Meaning("PIT date, or day of the initial inventory", "實地盤點日，或初始存量日")] DateOnly Date,
    [property: Meaning("Entry number of the line", "原列分錄編號")] long Entry,
    [property: Meaning("Reason", "理由")] string Reason,
    [property: Meaning("The whole corrected line; left out: delete", "更正後完整內容；留空表示刪除")] InventoryItem? Item = null);

/// <summary>Decides commands on inventories and balances.</summary>
internal static class InventoryDecisions
{
    public static Decision Decide(MaterialsBook book, OpenBook command, DecisionContext context)
    {
        var draft = new Draft(book);
        var rules = new ChangeRules(draft, context);
        var top = new Place(command.File?.Name, null, null, null);
        if (rules.Ledger(command.Mba, command.Date, top) is not { } ledger || rules.Tables(command.Date, top) is null)
            return Decision.Refuse(rules.Refusals);
        if (ledger.Opened is not null)
        {
            return IsRepeat(book, command.File)
                ? Decision.Accept()
                : Decision.Refuse(MaterialsRefusals.OpenedAlready.At(top.At("mba"), found: command.Mba));
        }

        CheckDate(command.Date, context, top, rules);
        // An empty initial inventory opens the book as well: its listing of no lines is the fact.
        foreach (var row in command.Items)
        {
            var place = Sources.Place(command.File, row.Row);
            if (CheckItem(rules, draft, ledger, command.Date, row.Value, place, isOpening: true))
                draft.AddOpening(new InitialInventoryListed(
                    command.Mba, command.Date, row.Value, Sources.Row(command.File, row.Row)), command.Mba, command.Date, row.Value);
        }

        CheckTwice(command.Items, command.File, rules);
        if (rules.Refusals.Count > 0)
            return Decision.Refuse(rules.Refusals);
        var facts = Sources.WithFile(command.File, "initial-inventory", command.Items.Count, draft.Facts, [command.Mba]);
        facts.Add(new BookOpened(command.Mba, command.Date, command.Items.Count));
        return Decision.Accept(facts);
    }

    public static Decision Decide(MaterialsBook book, TakeInventory command, DecisionContext context)
    {
        if (IsRepeat(book, command.File))
            return Decision.Accept();
        var draft = new Draft(book);
        var rules = new ChangeRules(draft, context);
        var top = new Place(command.File?.Name, null, null, null);
        if (rules.Ledger(command.Mba, command.Date, top) is not { } ledger || rules.Tables(command.Date, top) is null)
            return Decision.Refuse(rules.Refusals);
        CheckDate(command.Date, context, top, rules);
        CheckPeriod(ledger, command.Date, top, rules);
        foreach (var row in command.Items)
        {
            var place = Sources.Place(command.File, row.Row);
            if (CheckItem(rules, draft, ledger, command.Date, row.Value, place, isOpening: false))
                draft.Add(new InventoryItemListed(
                    command.Mba, command.Date, row.Value, Sources.Row(command.File, row.Row)));
        }

        CheckTwice(command.Items, command.File, rules);
        if (rules.Refusals.Count > 0)
            return Decision.Refuse(rules.Refusals);
        var taken = new InventoryTaken(command.Mba, command.Date, command.Items.Count);
        return Decision.Accept(
            Sources.WithFile(command.File, "physical-inventory", command.Items.Count, [.. draft.Facts, taken], [command.Mba]));
    }

    public static Decision Decide(MaterialsBook book, CloseBalance command, DecisionContext context)
    {
        var draft = new Draft(book);
        var rules = new ChangeRules(draft, context);
        if (rules.Ledger(command.Mba, command.Date, default) is not { } ledger)
            return Decision.Refuse(rules.Refusals);
        CheckPeriod(ledger, command.Date, default, rules);
        if (rules.Refusals.Count > 0)
            return Decision.Refuse(rules.Refusals);
        if (ledger.Inventory(command.Date, View.Everything) is not { } inventory)
            return Decision.Refuse(MaterialsRefusals.InventoryMissing.In("date", found: LineRules.Text(command.Date)));
        var differences = InventoryDifferences.Of(ledger, inventory, View.Everything with { AsOf = command.Date }).ToList();
        if (ledger.Area.Accounting == AccountingKind.Item && string.IsNullOrWhiteSpace(command.SpecialReport))
        {
            foreach (var difference in differences)
                rules.Refuse(MaterialsRefusals.ItemDifference.In("date", "0", Text(difference)));
        }

        foreach (var difference in differences)
        {
            draft.Post(command.Mba, command.Date, difference);
            rules.CheckShortage(draft.Find(command.Mba, difference.Batch)!, Place.OfField("date"),
                MaterialsRefusals.ClosingOverdraws);
        }

        if (rules.Refusals.Count > 0)
            return Decision.Refuse(rules.Refusals);
        var statement = Statements.Strike(ledger, command.Date, View.Everything);
        return Decision.Accept(new BalanceClosed(
            command.Mba, statement.From, statement.To, [.. statement.Lines], command.SpecialReport));
    }

    public static Decision Decide(MaterialsBook book, CorrectInventory command, DecisionContext context)
    {
        var draft = new Draft(book);
        var rules = new ChangeRules(draft, context);
        if (!GivenText.IsTaken(command.Reason, GivenText.MaxReason, hasLines: true))
            return Decision.Refuse(MaterialsRefusals.ReasonMissing.In("reason", $"1 – {GivenText.MaxReason}", $"{command.Reason?.Length ?? 0}"));
        if (rules.Ledger(command.Mba, command.Date, default) is not { } ledger)
            return Decision.Refuse(rules.Refusals);
        if (command.Date == ledger.Opened?.Day)
            return DecideOpening(draft, rules, ledger, command);
        var closed = ledger.Closings.Exists(closing => closing.Fact.To == command.Date);
        if (!closed || ledger.Inventory(command.Date, View.Everything) is not { } inventory)
            return Decision.Refuse(MaterialsRefusals.InventoryMissing.In("date", found: LineRules.Text(command.Date)));
        var target = inventory.Lines.Find(line => line.Stamp.Sequence == command.Entry);
        if (target is null)
            return Decision.Refuse(MaterialsRefusals.TargetUnknown.In("entry"));
        if (!target.IsEffective(View.Everything))
            return Decision.Refuse(MaterialsRefusals.TargetSuperseded.In("entry"));
        if (command.Item is { } item)
            CheckItem(rules, draft, ledger, command.Date, item, default, isOpening: false, isCorrection: true);
        var before = InventoryDifferences.Contents([target.Item]);
        var after = InventoryDifferences.Contents(command.Item is null ? [] : [command.Item]);
        foreach (var difference in InventoryDifferences.Between(before, after))
        {
            draft.Post(command.Mba, command.Date, difference);
            rules.CheckShortage(draft.Find(command.Mba, difference.Batch)!, Place.OfField("item"),
                MaterialsRefusals.ClosingOverdraws);
        }

        return rules.Refusals.Count > 0
            ? Decision.Refuse(rules.Refusals)
            : Decision.Accept(new InventoryItemCorrected(
                command.Entry, command.Mba, command.Date, command.Item, command.Reason));
    }

    private static Decision DecideOpening(Draft draft, ChangeRules rules, MbaLedger ledger, CorrectInventory command)
    {
        var target = ledger.LineOf(command.Entry);
        if (target?.Change.Code != Effects.Opening.Code)
            return Decision.Refuse(MaterialsRefusals.TargetUnknown.In("entry"));
        if (target.CorrectedBy != long.MaxValue || target.Kind == LineKind.Deletion)
            return Decision.Refuse(MaterialsRefusals.TargetSuperseded.In("entry"));
        rules.TakeBack(target, Place.OfField("entry"));
        InventoryChange? line = null;
        if (command.Item is { } item && CheckItem(rules, draft, ledger, command.Date, item, default, isOpening: true))
        {
            line = MaterialsBook.LineOfItem(command.Mba, command.Date, item);
            draft.Post(line, Effects.Opening, reverse: false);
        }

        rules.CheckTogether();
        return rules.Refusals.Count > 0
            ? Decision.Refuse(rules.Refusals)
            : Decision.Accept(new ChangeCorrected(command.Entry, command.Mba, line, command.Reason));
    }

    private static bool IsRepeat(MaterialsBook book, ReceivedFile? file) =>
        file is not null && book.Files.Any(f => f.File.File.Digest == file.Digest);

    private static void CheckDate(DateOnly date, DecisionContext context, Place place, ChangeRules rules)
    {
        if (date > context.Today)
            rules.Refuse(MaterialsRefusals.DateInFuture.At(place.At("date"), "≤ " + LineRules.Text(context.Today), LineRules.Text(date)));
    }

    private static void CheckPeriod(MbaLedger ledger, DateOnly date, Place place, ChangeRules rules)
    {
        if (ledger.Opened is not { } opened)
            rules.Refuse(MaterialsRefusals.NotOpened.At(place.At("mba"), found: ledger.Area.Code));
        else if (date <= opened.Day)
            rules.Refuse(MaterialsRefusals.DateBeforeOpening.At(place.At("date"), "> " + LineRules.Text(opened.Day), LineRules.Text(date)));
        if (ledger.Closings.Count > 0 && date <= ledger.Closings[^1].Fact.To)
            rules.Refuse(MaterialsRefusals.PeriodClosed.At(
                place.At("date"), "> " + LineRules.Text(ledger.Closings[^1].Fact.To), LineRules.Text(date)));
    }

    private static bool CheckItem(ChangeRules rules, Draft draft, MbaLedger ledger, DateOnly date, InventoryItem item,
        Place place, bool isOpening, bool isCorrection = false)
    {
        var refusals = new List<Refusal>();
        var tables = draft.Book.TablesOn(date)!;
        LineRules.Check(item.Batch, item.Items, item.Description, item.Basis, tables, place, refusals);
        LineRules.CheckWeights(item.Weights, eitherSign: false, isPart: false, place, refusals);
        LineRules.CheckEnrichment(item.Weights, ledger.Area.EnrichmentLimit, place, refusals);
        LineRules.CheckMethods(ledger, item.Methods, date, place, refusals);
        if (ledger.Kmp(item.Kmp, date) is not { } kmp || kmp.Point.Kind != KmpKind.Inventory)
            refusals.Add(MaterialsRefusals.KmpUnknown.At(place.At("kmp"), found: item.Kmp));
        else
            LineRules.CheckAtKmp(kmp, item.Description, place, refusals);
        if (!isOpening)
        {
            var batch = draft.Find(ledger.Area.Code, item.Batch);
            if (batch is null && (ledger.Area.Accounting == AccountingKind.Item || item.Basis != "M"))
                refusals.Add(MaterialsRefusals.ListedUnknown.At(place.At("batch"), found: item.Batch));
            if (!isCorrection)
                LineRules.CheckBasis(batch, item.Basis, place, refusals);
        }

        foreach (var refusal in refusals)
            rules.Refuse(refusal);
        return refusals.Count == 0;
    }

    private static void CheckTwice(IReadOnlyList<FileRow<InventoryItem>> rows, ReceivedFile? file, ChangeRules rules)
    {
        foreach (var twice in rows.GroupBy(row => (row.Value.Batch, row.Value.Kmp)).Where(group => group.Count() > 1))
            rules.Refuse(MaterialsRefusals.ListedTwice.At(
                Sources.Place(file, twice.Last().Row).At("batch"), found: $"{twice.Key.Batch} @ {twice.Key.Kmp}"));
    }

    private static string Text(InventoryDifference difference) => difference.Weights.Count > 0
        ? $"{difference.Batch}: {string.Join(' ', difference.Weights)}"
        : FormattableString.Invariant($"{difference.Batch}: {difference.Items}");
}
