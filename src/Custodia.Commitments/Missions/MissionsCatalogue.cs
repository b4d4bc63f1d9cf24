using Custodia.Books;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Queries;
using Acts = Custodia.Books.Access.Target;

namespace Custodia.Commitments.Missions;

/// <summary>The commands and queries of the book of missions.</summary>
public static class MissionsCatalogue
{
    private const string Read = CommitmentsPermissions.Read;
    private const string Record = MissionsPermissions.Record;

    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = WithQueries(WithPlans(WithActions(WithMissions(new Catalogue()))));

    private static Catalogue WithMissions(Catalogue catalogue) => catalogue
        .Command<MissionsBook, RequestMission>("request-mission", Record,
            new("Record that a peer review or advisory mission was asked for.", "登載申請同儕審查或諮詢任務。"), MissionDecisions.Decide, Acts.State)
        .Command<MissionsBook, AgreeMission>("agree-mission", Record,
            new("Record that a mission was agreed, with the days as planned.", "登載任務議定及預定日期。"), MissionDecisions.Decide, Acts.State)
        .Command<MissionsBook, HoldMission>("hold-mission", Record,
            new("Record that a mission was held.", "登載任務已執行。"), MissionDecisions.Decide, Acts.State)
        .Command<MissionsBook, ReceiveReport>("receive-report", Record,
            new("Record that the report of a mission came in: its digest alone.", "登載收到任務報告（僅留存摘要）。"), MissionDecisions.Decide, Acts.State)
        .Command<MissionsBook, PublishReport>("publish-report", Record,
            new("Record that a form of the report was made public.", "登載報告公開版本。"), MissionDecisions.Decide, Acts.State)
        .Command<MissionsBook, CancelMission>("cancel-mission", Record,
            new("Record that a mission will not be held.", "登載任務取消。"), MissionDecisions.Decide, Acts.State)
        .Command<MissionsBook, RecordFinding>("record-finding", Record,
            new("Record a finding; what is accepted and recommended or suggested opens an action.", "登載審查發現；經接受之建議與提議即開立行動。"),
            MissionDecisions.Decide, Acts.State);

    private static Catalogue WithActions(Catalogue catalogue) => catalogue
        .Command<MissionsBook, OpenAction>("open-action", Record,
            new("Open an action that comes from elsewhere.", "開立其他來源之行動。"), ActionDecisions.Decide, Acts.State)
        .Command<MissionsBook, ChangeAction>("change-action", Record,
            new("Give an action another owner or due date, with the reason.", "變更行動之負責人或期限，並敘明理由。"), ActionDecisions.Decide, Acts.State)
        .Command<MissionsBook, ReportAction>("report-action", Record,
            new("Report an action done, with the evidence.", "回報行動完成並附佐證。"), ActionDecisions.Decide, Acts.State)
        .Command<MissionsBook, CloseAction>("close-action", Record,
            new("Verify, as another person, that an action is done, and close it.", "由他人查證行動完成並結案。"), ActionDecisions.Decide, Acts.State)
        .Command<MissionsBook, SendBackAction>("send-back-action", Record,
            new("Send back, as another person, an action that is not done.", "由他人退回未完成之行動。"), ActionDecisions.Decide, Acts.State)
        .Command<MissionsBook, WithdrawAction>("withdraw-action", Record,
            new("Withdraw an action, with the reason.", "撤銷行動並敘明理由。"), ActionDecisions.Decide, Acts.State);

    private static Catalogue WithPlans(Catalogue catalogue) => catalogue
        .Command<MissionsBook, AdoptPlan>("adopt-plan", Record,
            new("Record the support plan (INSSP) as it was agreed.", "登載議定之綜合核子保安支援計畫。"), PlanDecisions.Decide, Acts.State)
        .Command<MissionsBook, AddPlanAction>("add-plan-action", Record,
            new("Open an action under a component of the plan.", "於計畫構成下開立行動。"), PlanDecisions.Decide, Acts.State)
        .Command<MissionsBook, ReviewPlan>("review-plan", Record,
            new("Record a yearly review of the plan.", "登載計畫年度檢討。"), PlanDecisions.Decide, Acts.State)
        .Command<MissionsBook, OpenAssessment>("open-assessment", Record,
            new("Open a self-assessment.", "開始自我評估。"), AssessmentDecisions.Decide, Acts.State)
        .Command<MissionsBook, AnswerQuestion>("answer-question", Record,
            new("Answer a question of a self-assessment.", "答覆自我評估之題目。"), AssessmentDecisions.Decide, Acts.State)
        .Command<MissionsBook, OpenGapAction>("open-gap-action", Record,
            new("Open an action for a gap that a self-assessment showed.", "就自我評估之差距開立行動。"), AssessmentDecisions.Decide, Acts.State)
        .Command<MissionsBook, CompleteAssessment>("complete-assessment", Record,
            new("Complete a self-assessment whose questions are all answered.", "完成已全部作答之自我評估。"), AssessmentDecisions.Decide, Acts.State)
        .Command<MissionsBook, AssessGuidance>("assess-guidance", Record,
            new("Record that practice was held against a publication of guidance.", "登載對照導則之差距評估。"), AssessmentDecisions.Decide, Acts.State);

    private static Catalogue WithQueries(Catalogue catalogue) => catalogue
        .Query<MissionsBook, MissionsQuery, MissionList>("list", Read,
            new("The missions, and by when the next peer review should end.", "各任務，以及下次同儕審查期限。"), MissionQueries.Ask, Acts.None)
        .Query<MissionsBook, MissionQuery, MissionView>("mission", Read,
            new("One mission, with what it found in numbers.", "單一任務及其發現數量。"), MissionQueries.Ask, Acts.None)
        .Query<MissionsBook, FindingsQuery, FindingList>("findings", MissionsPermissions.Findings,
            new("What missions found, in words.", "各任務發現之內容。"), MissionQueries.Ask,
            (_, _) => [Acts.In(MissionsPermissions.Compartment)])
        .Query<MissionsBook, ActionsQuery, ActionList>("actions", Read,
            new("The actions and how overdue they are; sealed words only for who may read them.", "各行動及逾期情形；封存內容僅供有權者閱覽。"),
            ActionQueries.Ask, Acts.None)
        .Query<MissionsBook, ActionQuery, ActionView>("action", Read,
            new("One action, step by step.", "單一行動及其歷程。"), ActionQueries.Ask, Acts.None)
        .Query<MissionsBook, PlanQuery, PlanView>("plan", Read,
            new("The support plan, component by component.", "綜合核子保安支援計畫各構成。"), PlanQueries.Ask, Acts.None)
        .Query<MissionsBook, AssessmentsQuery, AssessmentList>("assessments", Read,
            new("The self-assessments and how far each is.", "各次自我評估及其進度。"), AssessmentQueries.Ask, Acts.None)
        .Query<MissionsBook, AssessmentQuery, AssessmentView>("assessment", MissionsPermissions.Findings,
            new("One self-assessment, question by question.", "單次自我評估之各題。"), AssessmentQueries.Ask,
            (_, _) => [Acts.In(MissionsPermissions.Compartment)])
        .Query<MissionsBook, GuidanceQuery, GuidanceList>("guidance", Read,
            new("The publications of guidance, and when practice was held against each.", "各導則及其差距評估日期。"), AssessmentQueries.Ask, Acts.None)
        .Query<MissionsBook, ProgressQuery, Progress>("progress", Read,
            new("How far missions, plan and self-assessment are, in days and numbers alone.", "任務、計畫與自我評估之進度（僅日期與數量）。"),
            ProgressQueries.Ask, Acts.None);
}
