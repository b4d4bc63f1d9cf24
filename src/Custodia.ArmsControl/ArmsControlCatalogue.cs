using Custodia.ArmsControl.Commands;
using Custodia.ArmsControl.Declarations;
using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;

namespace Custodia.ArmsControl;

/// <summary>The commands and queries of the book of arms control.</summary>
public static class ArmsControlCatalogue
{
    private const string Read = ArmsControlPermissions.Read;
    private const string Record = ArmsControlPermissions.Record;

    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<ArmsControlBook, Undertake>("undertake", Record,
            new("Say that the State takes on an obligation to declare; two persons.", "登載本國承擔申報義務（雙人核可）。"),
            DeclarationDecisions.Decide, Target.State, Two<Undertake>())
        .Command<ArmsControlBook, EndUndertaking>("end-undertaking", Record,
            new("Say that the State is free of an obligation to declare; two persons.", "登載本國終止申報義務（雙人核可）。"),
            DeclarationDecisions.Decide, Target.State, Two<EndUndertaking>())
        .Command<ArmsControlBook, SendDeclaration>("send-declaration", Record,
            new("Record a declaration that is sent; two persons.", "登載提出之宣告（雙人核可）。"),
            DeclarationDecisions.Decide, Target.State, Two<SendDeclaration>())
        .Command<ArmsControlBook, CorrectDeclaration>("correct-declaration", Record,
            new("Record the correction of a declaration; the earlier version stays; two persons.", "登載宣告之更正，保留原內容（雙人核可）。"),
            DeclarationDecisions.Decide, Target.State, Two<CorrectDeclaration>())
        .Command<ArmsControlBook, AcknowledgeDeclaration>("acknowledge-declaration", Record,
            new("Record that a declaration was acknowledged.", "登載宣告已獲確認。"), DeclarationDecisions.Decide, Target.State)
        .Command<ArmsControlBook, RecordArmsStatement>("record-statement", Record,
            new("Record what a State said of its arms or policy; two persons.", "登載一國就其軍備或政策之聲明（雙人核可）。"),
            DeclarationDecisions.Decide, Target.State, Two<RecordArmsStatement>())
        .Command<ArmsControlBook, WithdrawArmsStatement>("withdraw-statement", Record,
            new("Record that a statement was withdrawn; two persons.", "登載聲明之撤回（雙人核可）。"),
            DeclarationDecisions.Decide, Target.State, Two<WithdrawArmsStatement>())
        .Command<ArmsControlBook, RecordNotification>("record-notification", Record,
            new("Record a notification that changes the state of items.", "登載變更項目狀態之通知。"), TreatyDecisions.Decide, Target.State)
        .Command<ArmsControlBook, TakeBackNotification>("take-back-notification", Record,
            new("Take back a notification that was recorded wrongly.", "撤回登載錯誤之通知。"), TreatyDecisions.Decide, Target.State)
        .Command<ArmsControlBook, RecordExchange>("record-exchange", Record,
            new("Record the totals that a party declared; two persons.", "登載締約方申報之總數（雙人核可）。"),
            TreatyDecisions.Decide, Target.State, Two<RecordExchange>())
        .Command<ArmsControlBook, RecordObjection>("record-objection", Record,
            new("Record what a party holds against a total; the total stays.", "登載對總數之異議，不變更原數。"), TreatyDecisions.Decide, Target.State)
        .Command<ArmsControlBook, RecordInspection>("record-inspection", Record,
            new("Record an inspection within the quota of its treaty year.", "登載條約年度配額內之視察。"), TreatyDecisions.Decide, Target.State)
        .Query<ArmsControlBook, NewStartQuery, NewStartView>("new-start", Read,
            new("How New START stands: status, limits, totals and objections.", "新戰略武器裁減條約之狀態、限額、總數與異議。"),
            NewStartAnswers.Ask, Target.None)
        .Query<ArmsControlBook, TreatyItemsQuery, TreatyItemList>("treaty-items", Read,
            new("How the items of a party stand, as follows from its notifications.", "依通知推得之締約方項目狀態。"), TreatyRecords.Ask, Target.None)
        .Query<ArmsControlBook, NotificationsQuery, NotificationList>("notifications", Read,
            new("The notifications, with how late each was.", "通知清單及其時效。"), TreatyRecords.Ask, Target.None)
        .Query<ArmsControlBook, TreatyInspectionsQuery, TreatyInspectionList>("treaty-inspections", Read,
            new("The inspections, and what is left of each quota.", "視察清單及各項配額使用情形。"), TreatyRecords.Ask, Target.None)
        .Query<ArmsControlBook, ObligationsQuery, ObligationList>("obligations", Read,
            new("The obligations to declare, and which of them the State has.", "申報義務及本國承擔情形。"), Calendars.Ask, Target.None)
        .Query<ArmsControlBook, CalendarQuery, Calendar>("calendar", Read,
            new("What the State has to declare, period by period, and how far it is.", "本國各期間應提出之宣告及進度。"), Calendars.Ask, Target.None)
        .Query<ArmsControlBook, DeclarationQuery, DeclarationView>("declaration", Read,
            new("One declaration with its versions, and the books' own figures beside.", "單一宣告、其歷次內容，並列帳簿數字。"), Calendars.Ask, Target.None)
        .Query<ArmsControlBook, ExtractQuery, PublicExtract>("public-extract", Read,
            new("What of a declaration is public.", "宣告之公開摘錄。"), Calendars.Ask, Target.None)
        .Query<ArmsControlBook, ArmsStatementsQuery, ArmsStatementList>("statements", Read,
            new("What States said of their arms and policies.", "各國就其軍備與政策之聲明。"), StatementAnswers.Ask, Target.None);

    private static TwoPersons<ArmsControlBook, TCommand> Two<TCommand>() where TCommand : class =>
        TwoPersons<ArmsControlBook, TCommand>.Always(ArmsControlPermissions.Approve);
}
