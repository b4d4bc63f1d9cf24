using Custodia.Books;

namespace Custodia.Materials.Queries;

/// <summary>The questions to the materials book: each with its name, permission and meaning.</summary>
internal static class MaterialsQueries
{
    private const string Read = "materials.read";

    /// <summary>Declares them.</summary>
    internal static Catalogue AddQueries(this Catalogue catalogue) => catalogue
        .Query<MaterialsBook, OverviewQuery, Overview>("overview", Read, new Bilingual(
            "The State at a glance: holdings, MBAs, what is due.", "國家總覽：存量、物料平衡區與應辦事項。"), Overviews.Ask)
        .Query<MaterialsBook, StructureQuery, StructureTree>("structure", Read, new Bilingual(
            "Facilities, MBAs and key measurement points in force.", "現行設施、物料平衡區與關鍵量測點。"), StructureTrees.Ask)
        .Query<MaterialsBook, LedgerQuery, Page<LedgerRow>>("ledger", Read, new Bilingual(
            "The ledger of an MBA, line by line, with the running balance.", "物料平衡區逐列料帳與結存。"), LedgerPages.Ask)
        .Query<MaterialsBook, BalanceQuery, MbaBalance>("balance", Read, new Bilingual(
            "What an MBA holds by its book, and its retained waste and exempt material.", "物料平衡區帳面存量、保留廢棄物與豁免物料。"),
            Balances.Ask)
        .Query<MaterialsBook, StatementQuery, StatementAnswer>("statement", Read, new Bilingual(
            "The material balance of a period, and what changed since it was struck.", "期間物料平衡表及結算後之變更。"),
            StatementAnswers.Ask)
        .Query<MaterialsBook, BatchesQuery, Page<BatchRow>>("batches", Read, new Bilingual(
            "The batches of an MBA.", "物料平衡區之批次。"), Batches.Ask)
        .Query<MaterialsBook, BatchQuery, BatchHistory>("batch", Read, new Bilingual(
            "One batch: contents, lines, listings and genealogy.", "單一批次：內容、分錄、盤點與沿革。"), BatchHistories.Ask)
        .Query<MaterialsBook, FigureQuery, Figure>("figure", Read, new Bilingual(
            "Which journal entries make a figure.", "數字由哪些分錄組成。"), Figures.Ask)
        .Query<MaterialsBook, TransfersQuery, Page<Transfer>>("transfers", Read, new Bilingual(
            "How shipments and receipts inside the State agree.", "國內發貨與收貨之比對。"), Transfers.Ask)
        .Query<MaterialsBook, DueQuery, DueList>("due", Read, new Bilingual(
            "What is due or overdue.", "應辦與逾期事項。"), Deadlines.Ask)
        .Query<MaterialsBook, InventoriesQuery, InventoryList>("inventories", Read, new Bilingual(
            "The physical inventories of an MBA.", "物料平衡區之實地盤點。"), PhysicalInventories.Ask)
        .Query<MaterialsBook, InventoryQuery, InventoryAnswer>("inventory", Read, new Bilingual(
            "A physical inventory and how it differs from the book.", "實地盤點及其與帳面之差異。"), PhysicalInventories.Ask)
        .Query<MaterialsBook, FindQuery, FindAnswer>("find", Read, new Bilingual(
            "MBAs, facilities, batches and reports by name.", "依名稱搜尋物料平衡區、設施、批次與報告。"), Finds.Ask)
        .Query<MaterialsBook, ReportsQuery, Page<ReportRow>>("reports", Read, new Bilingual(
            "The reports that were prepared, and how timely.", "已編製之報告及其時效。"), Records.Ask)
        .Query<MaterialsBook, FilesQuery, Page<FileEntry>>("files", Read, new Bilingual(
            "The files that were received.", "已收受之檔案。"), Records.Ask)
        .Query<MaterialsBook, CodesQuery, Tables.CodeTables>("codes", Read, new Bilingual(
            "The code tables in force.", "現行代碼表。"), Records.Ask);
}
