using Custodia.Books;
using Custodia.Books.Approvals;
using Custodia.Commitments.Cooperation.Commands;
using Custodia.Commitments.Cooperation.Facts;
using Custodia.Commitments.Cooperation.Matrix;
using Custodia.Commitments.Cooperation.Queries;

namespace Custodia.Commitments.Cooperation;

/// <summary>The commands and queries of the book of cooperation.</summary>
public static class CooperationCatalogue
{
    private const string Read = CommitmentsPermissions.Read;
    private const string Record = CommitmentsPermissions.Record;

    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<CooperationBook, AnnounceCampaign>("announce-campaign", Record,
            new("Announce a campaign to remove highly enriched uranium; the ledger decides how it stands.", "宣布高濃縮鈾去除專案；進度由料帳判定。"),
            RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, RecordContribution>("record-contribution", Record,
            new("Record a contribution in money or kind.", "登載現金或實物捐助。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, NameContact>("name-contact", Record,
            new("Name the office that is a point of contact.", "指定聯絡點之機關單位。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, RecordForum>("record-forum", Record,
            new("Record an invitation to a forum, and whether the State went.", "登載論壇邀請與出席情形。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, RecordAssistance>("record-assistance", Record,
            new("Record a request for or an offer of assistance.", "登載援助請求或提供。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, RecordActivity>("record-activity", Record,
            new("Record a cooperation, or a lesson to be shared.", "登載合作活動或待分享之經驗。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, AnnounceMeasure>("announce-measure", Record,
            new("Announce a voluntary measure.", "宣布自願措施。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, PublishFramework>("publish-framework", Record,
            new("Record a published description of laws and organisation.", "登載已公開之法規與組織說明。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, RecordProduction>("record-production", Record,
            new("Record what activity of an isotope was made, and from what.", "登載同位素生產活度及其生產路徑。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, PlanPlutonium>("plan-plutonium", Record,
            new("Plan how much plutonium goes into MOX fuel in a year.", "登載某年度混合氧化物燃料之鈽使用計畫。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, LendExperts>("lend-experts", Record,
            new("Record experts lent to the IAEA, in days.", "登載借調國際原子能總署之專家人日。"), RecordDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, RecordStep>("record-step", Record,
            new("Record what came of something: reached, completed, confirmed, matched, closed, evidenced.",
                "登載進展：達成、完成、確認、媒合、結案、佐證。"), StepDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, TakeBack>("take-back", Record,
            new("Take back what was recorded wrongly.", "撤回登載錯誤之事項。"), StepDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, FillMatrix>("fill-matrix", Record,
            new("Fill cells of the 1540 matrix, all or none.", "填寫 1540 矩陣欄位，全有或全無。"), MatrixDecisions.Decide, Books.Access.Target.State)
        .Command<CooperationBook, SendMatrix>("send-matrix", Record,
            new("Record that a report with the matrix was sent to the 1540 Committee; two persons.", "登載已向 1540 委員會提出報告與矩陣（雙人核可）。"),
            MatrixDecisions.Decide, Books.Access.Target.State, TwoPersons<CooperationBook, SendMatrix>.Always(CommitmentsPermissions.Approve))
        .Query<CooperationBook, CampaignsQuery, CampaignList>("campaigns", Read,
            new("How the campaigns against highly enriched uranium stand, by the ledger.", "高濃縮鈾去除專案之料帳判定狀態。"), Campaigns.Ask, Books.Access.Target.None)
        .Query<CooperationBook, CampaignQuery, CampaignView>("campaign", Read,
            new("One campaign with what the ledger shows of it.", "單一專案及料帳所示內容。"), Campaigns.Ask, Books.Access.Target.None)
        .Query<CooperationBook, ReactorsQuery, ReactorList>("reactors", Read,
            new("Reactors that have or had highly enriched uranium.", "現有或曾有高濃縮鈾之反應器。"), Reactors.Ask, Books.Access.Target.None)
        .Query<CooperationBook, ContributionsQuery, ContributionList>("contributions", Read,
            new("What the State gave.", "本國捐助。"), Logs.Ask, Books.Access.Target.None)
        .Query<CooperationBook, ContactsQuery, ContactList>("contacts", Read,
            new("The points of contact, and how fresh they are.", "聯絡點及其時效。"), Logs.Ask, Books.Access.Target.None)
        .Query<CooperationBook, ForumsQuery, ForumList>("forums", Read,
            new("Forums to which the State was invited.", "本國受邀之論壇。"), Logs.Ask, Books.Access.Target.None)
        .Query<CooperationBook, AssistanceQuery, AssistanceList>("assistance", Read,
            new("Assistance asked and offered.", "請求與提供之援助。"), Logs.Ask, Books.Access.Target.None)
        .Query<CooperationBook, ActivitiesQuery, ActivityList>("activities", Read,
            new("Cooperation, and lessons shared.", "合作活動與經驗分享。"), Logs.Ask, Books.Access.Target.None)
        .Query<CooperationBook, MeasuresQuery, MeasureList>("measures", Read,
            new("Voluntary measures and their evidence.", "自願措施及其佐證。"), Logs.Ask, Books.Access.Target.None)
        .Query<CooperationBook, PublicationsQuery, PublicationList>("publications", Read,
            new("Published descriptions of laws and organisation.", "已公開之法規與組織說明。"), Logs.Ask, Books.Access.Target.None)
        .Query<CooperationBook, ProductionsQuery, ProductionList>("productions", Read,
            new("Isotopes made, and from what.", "同位素生產及其路徑。"), Uses.Ask, Books.Access.Target.None)
        .Query<CooperationBook, PlutoniumPlanQuery, PlutoniumPlan>("plutonium-plan", Read,
            new("How much plutonium is planned to be used, year by year.", "逐年之鈽使用計畫。"), Uses.Ask, Books.Access.Target.None)
        .Query<CooperationBook, ExpertsQuery, ExpertList>("experts", Read,
            new("Experts lent to the IAEA.", "借調國際原子能總署之專家。"), Uses.Ask, Books.Access.Target.None)
        .Query<CooperationBook, MatrixQuery, MatrixView>("matrix", Read,
            new("The 1540 matrix, cell by cell, and the reports that were sent.", "1540 矩陣各欄位與已提出之報告。"), MatrixQueries.Ask, Books.Access.Target.None);
}
