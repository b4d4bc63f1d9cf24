using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Measurement;
using Custodia.Materials.Rules;

namespace Custodia.Materials.Queries;

/// <summary>The questions to the materials book: each with its name, permission and meaning.</summary>
internal static class MaterialsQueries
{
    private const string Read = "materials.read";
    private const string Summary = "materials.summary";
    private const string Reports = "materials.reports";

    /// <summary>Declares them.</summary>
    internal static Catalogue AddQueries(this Catalogue catalogue) => catalogue
        .Query<MaterialsBook, OverviewQuery, Overview>("overview", Summary, new Bilingual(
            "The State at a glance: holdings, MBAs, what is due.", "國家總覽：存量、物料平衡區與應辦事項。"), Overviews.Ask, Target.None)
        .Query<MaterialsBook, StockQuery, Stock>("stock", Read, new Bilingual(
            "What is held where, by type of material and whether it was irradiated.", "各處持有之核物料，依類別及是否經照射區分。"),
            Stocks.Ask, Target.None)
        .Query<MaterialsBook, TraceQuery, EntryTrace>("trace", Read, new Bilingual(
            "Which entries made what is held of some types of material.", "某類物料之存量由哪些分錄構成。"),
            Traces.Ask, Target.None)
        .Query<MaterialsBook, HighEnrichedQuery, HighEnriched>("high-enriched", Read, new Bilingual(
            "Where highly enriched uranium is and was, and what took it away.", "高濃縮鈾之所在、沿革與去向。"),
            HighEnrichedUranium.Ask, Target.None)
        .Query<MaterialsBook, IdleQuery, IdleMaterial>("idle", Read, new Bilingual(
            "Material at facilities whose licence has ended.", "執照已屆滿設施所存核物料。"), IdleMaterials.Ask, Target.None)
        .Query<MaterialsBook, LocationsQuery, Locations>("locations", Read, new Bilingual(
            "Of how much of what is held a physical inventory confirmed the location.", "現存批次中經實地盤點確認位置者。"),
            LocationChecks.Ask, Target.None)
        .Query<MaterialsBook, AreaQuery, MbaSummary>("area", Summary, new Bilingual(
            "One MBA in short: its period, its last MUF, how its balance stands.", "單一物料平衡區簡況：期間、最近之 MUF 與平衡狀態。"),
            Overviews.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, StructureQuery, StructureTree>("structure", Summary, new Bilingual(
            "Facilities, MBAs and key measurement points in force.", "現行設施、物料平衡區與關鍵量測點。"), StructureTrees.Ask, Target.None)
        .Query<MaterialsBook, LedgerQuery, Page<LedgerRow>>("ledger", Read, new Bilingual(
            "The ledger of an MBA, line by line, with the running balance.", "物料平衡區逐列料帳與結存。"), LedgerPages.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, BalanceQuery, MbaBalance>("balance", Read, new Bilingual(
            "What an MBA holds by its book, and its retained waste and exempt material.", "物料平衡區帳面存量、保留廢棄物與豁免物料。"),
            Balances.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, StatementQuery, StatementAnswer>("statement", Read, new Bilingual(
            "The material balance of a period, and what changed since it was struck.", "期間物料平衡表及結算後之變更。"),
            StatementAnswers.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, BatchesQuery, Page<BatchRow>>("batches", Read, new Bilingual(
            "The batches of an MBA.", "物料平衡區之批次。"), Batches.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, BatchQuery, BatchHistory>("batch", Read, new Bilingual(
            "One batch: contents, lines, listings and genealogy.", "單一批次：內容、分錄、盤點與沿革。"), BatchHistories.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, FigureQuery, Figure>("figure", Read, new Bilingual(
            "Which journal entries make a figure.", "數字由哪些分錄組成。"), Figures.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, TransfersQuery, Page<Transfer>>("transfers", Read, new Bilingual(
            "How shipments and receipts inside the State agree.", "國內發貨與收貨之比對。"), Transfers.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, DueQuery, DueList>("due", Read, new Bilingual(
            "What is due or overdue.", "應辦與逾期事項。"), Deadlines.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, InventoriesQuery, InventoryList>("inventories", Read, new Bilingual(
            "The physical inventories of an MBA.", "物料平衡區之實地盤點。"), PhysicalInventories.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, InventoryQuery, InventoryAnswer>("inventory", Read, new Bilingual(
            "A physical inventory and how it differs from the book.", "實地盤點及其與帳面之差異。"), PhysicalInventories.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, MethodsQuery, MethodList>("measurement-methods", Read, new Bilingual(
            "The measurement methods of an MBA and their calibrations.", "物料平衡區之量測方法與校正紀錄。"), MethodQueries.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, BalanceEvaluationQuery, BalanceEvaluation>("balance-evaluation", Read, new Bilingual(
            "The closed balances of a bulk MBA against the errors of measurement.", "散裝物料平衡區各期 MUF 與量測誤差之統計評估。"),
            BalanceEvaluations.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, FindQuery, FindAnswer>("find", Read, new Bilingual(
            "MBAs, facilities, batches and reports by name.", "依名稱搜尋物料平衡區、設施、批次與報告。"), Finds.Ask, Target.None)
        .Query<MaterialsBook, ReportsQuery, Page<ReportRow>>("reports", Reports, new Bilingual(
            "The reports that were prepared, and how timely.", "已編製之報告及其時效。"), Records.Ask, MaterialsTargets.Of)
        .Query<MaterialsBook, FilesQuery, Page<FileEntry>>("files", Read, new Bilingual(
            "The files that were received.", "已收受之檔案。"), Records.Ask, Target.None)
        .Query<MaterialsBook, CodesQuery, Tables.CodeTables>("codes", Read, new Bilingual(
            "The code tables in force.", "現行代碼表。"), Records.Ask, Target.None);
}
