using Custodia.Books;
using Custodia.Books.Approvals;
using Custodia.Commitments.Commands;
using Custodia.Commitments.Documents;
using Custodia.Commitments.Facts;
using Custodia.Commitments.Queries;
using Custodia.Commitments.Reports;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments;

/// <summary>The commands and queries of the book of commitments.</summary>
public static class CommitmentsCatalogue
{
    private const string Read = CommitmentsPermissions.Read;

    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<CommitmentsBook, RecordAct>("record-act", CommitmentsPermissions.Record,
            new("Record what the State did with an instrument, regime, body or circular; two persons.",
                "登載本國對文書、機制、組織或通告之行為（雙人核可）。"),
            CommitmentsDecisions.Decide, Books.Access.Target.State, TwoPersons<CommitmentsBook, RecordAct>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, TakeBackAct>("take-back-act", CommitmentsPermissions.Record,
            new("Take back an act that was recorded wrongly; two persons.", "撤回登載錯誤之行為（雙人核可）。"),
            CommitmentsDecisions.Decide, Books.Access.Target.State, TwoPersons<CommitmentsBook, TakeBackAct>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, SetProfile>("set-profile", CommitmentsPermissions.Record,
            new("Say whether depositaries take the State's instruments; two persons.", "設定存放機關是否受理本國文書（雙人核可）。"),
            CommitmentsDecisions.Decide, Books.Access.Target.State, TwoPersons<CommitmentsBook, SetProfile>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, PublishReport>("publish-report", CommitmentsPermissions.Record,
            new("Record that a report was published, with the SHA-256 of its file; two persons.", "登載報告之發布及其檔案之 SHA-256（雙人核可）。"),
            PublicationDecisions.Decide, Books.Access.Target.State, TwoPersons<CommitmentsBook, PublishReport>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, WithdrawPublication>("withdraw-publication", CommitmentsPermissions.Record,
            new("Withdraw the record of a publication that was wrong; two persons.", "撤回登載錯誤之發布（雙人核可）。"),
            PublicationDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, WithdrawPublication>.Always(CommitmentsPermissions.Approve))
        .Query<CommitmentsBook, ProgressReportQuery, ProgressReport>("report", Read,
            new("A report on the promises, worked out of the books, in both languages.", "由各帳簿計算產生之承諾報告，中英並列。"),
            ProgressReports.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, ReportChangesQuery, ReportChanges>("report-changes", Read,
            new("What changed between two days, and why.", "兩日之間之變動及其原因。"), Changes.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, PublishedReportsQuery, PublishedReportList>("published-reports", Read,
            new("The reports that were published.", "已發布之報告。"), Publications.Ask, Books.Access.Target.None)
        .Command<CommitmentsBook, AttestIndicator>("attest-indicator", CommitmentsPermissions.Record,
            new("Record a signed statement on an indicator that no book shows; two persons.", "登載對無帳簿佐證指標之簽署陳述（雙人核可）。"),
            StatementDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, AttestIndicator>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, AssertIndicator>("assert-indicator", CommitmentsPermissions.Record,
            new("Note what is said of an indicator; it turns no status green.", "登載對指標之說明；不影響達成判定。"),
            StatementDecisions.Decide, Books.Access.Target.State)
        .Command<CommitmentsBook, WithdrawStatement>("withdraw-statement", CommitmentsPermissions.Record,
            new("Withdraw a statement, threshold, target or what was said; two persons.", "撤回陳述、門檻、目標或說明（雙人核可）。"),
            StatementDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, WithdrawStatement>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, SetThreshold>("set-threshold", CommitmentsPermissions.Record,
            new("Set the State's own threshold for an indicator; two persons.", "設定本國指標門檻（雙人核可）。"),
            StatementDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, SetThreshold>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, SetApplicability>("set-applicability", CommitmentsPermissions.Record,
            new("Say whether an indicator applies to the State; two persons.", "設定指標是否適用於本國（雙人核可）。"),
            StatementDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, SetApplicability>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, SetTarget>("set-target", CommitmentsPermissions.Record,
            new("Set the State's own target and day for a promise; two persons.", "設定本國對某項承諾之目標與期限（雙人核可）。"),
            StatementDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, SetTarget>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, KeepDocument>("keep-document", CommitmentsPermissions.Record,
            new("Keep a document of the State's own, or its text of a document of the catalogue, paragraph by paragraph.",
                "逐段保存本國文件，或名冊文件之本國文本。"), DocumentDecisions.Decide, Books.Access.Target.State)
        .Command<CommitmentsBook, AddCommitment>("add-commitment", CommitmentsPermissions.Record,
            new("Add a promise of one of the State's own documents; two persons.", "新增本國文件之承諾（雙人核可）。"),
            DocumentDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, AddCommitment>.Always(CommitmentsPermissions.Approve))
        .Command<CommitmentsBook, EndCommitment>("end-commitment", CommitmentsPermissions.Record,
            new("End a promise of the State's own from a day on; two persons.", "自某日起終止本國承諾（雙人核可）。"),
            DocumentDecisions.Decide, Books.Access.Target.State,
            TwoPersons<CommitmentsBook, EndCommitment>.Always(CommitmentsPermissions.Approve))
        .Query<CommitmentsBook, InstrumentsQuery, InstrumentList>("instruments", Read,
            new("How the State stands towards each instrument, regime, body and circular.", "本國對各文書、機制、組織與通告之狀態。"),
            Instruments.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, IndicatorsQuery, IndicatorList>("indicators", Read,
            new("The indicators on a day, worked out of the books.", "由各帳簿計算之指標。"), Measures.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, IndicatorQuery, IndicatorView>("indicator", Read,
            new("One indicator: its formula, its value, what was asked for it, and how it went month by month.",
                "單一指標：公式、數值、查詢內容與逐月變化。"), Measures.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, HistoriesQuery, Histories>("histories", Read,
            new("How all indicators went, month by month.", "各指標逐月變化。"), Measures.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, MovesQuery, Moves>("moves", Read,
            new("Changes in the books that would change how an indicator stands: the fewest, where all can be tried.",
                "可改變指標判定之帳簿異動；可逐一試算時為最少者。"),
            Queries.Movings.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, SuppressionsQuery, SuppressionLog>("suppressions", CommitmentsPermissions.Record,
            new("What of the indicators is not shown to everybody, and why.", "未公開之指標數值及其原因。"),
            Suppressions.Ask, Books.Access.Target.State)
        .Query<CommitmentsBook, StatementsQuery, StatementList>("statements", Read,
            new("What was stated of the indicators and set for them.", "對各指標之陳述與設定。"), StatementQueries.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, WallQuery, Wall>("wall", Read,
            new("Every promise of the summits and how far the State is with it.", "歷次高峰會之各項承諾及本國進度。"), Walls.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, RegisterQuery, RegisterList>("register", Read,
            new("Find in the register of systems, summits, documents and facts, by name or question; each answer with its source.",
                "以名稱或問題查詢登記冊之系統、峰會、文件與事實，並列出處。"), Registry.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, SystemQuery, SystemView>("system", Read,
            new("One record of the register: all names, meaning, sources, what it opens, and what is stated of it.",
                "登記冊單一紀錄：各種名稱、意義、出處、開啟項目與所載事實。"), Registry.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, SummitQuery, SummitList>("summit", Read,
            new("The summits with participants, documents and facts.", "歷次高峰會之與會者、文件與事實。"), Registry.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, StatesQuery, StateList>("states", Read,
            new("States compared by public facts, each with source and day.", "依公開事實比較各國，逐項列出處與日期。"),
            Registry.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, CalendarQuery, DueCalendar>("calendar", Read,
            new("What is due for the State between two days: duties that bind it, targets, and statements that expire.",
                "兩日之間本國到期事項：受拘束之義務、目標與到期之陳述。"), Calendars.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, ItemQuery, ItemView>("item", Read,
            new("One promise, with its indicators.", "單一承諾及其指標。"), Walls.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, DocumentsQuery, DocumentList>("documents", Read,
            new("The documents of the catalogue and of the State's own, with its own promises.", "名冊文件與本國文件，及本國承諾。"),
            DocumentQueries.Ask, Books.Access.Target.None)
        .Query<CommitmentsBook, DocumentQuery, DocumentView>("document", Read,
            new("One document: its paragraphs beside its promises.", "單一文件：段落與承諾對照。"),
            DocumentQueries.Ask, Books.Access.Target.None);
}
