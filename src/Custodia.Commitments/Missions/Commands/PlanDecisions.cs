using Custodia.Books;
using Custodia.Commitments.Missions.Facts;

namespace Custodia.Commitments.Missions.Commands;

/// <summary>Decides the commands on the support plan.</summary>
internal static class PlanDecisions
{
    /// <summary>The plan as the register has it: its lists of components, by edition.</summary>
    internal static Programme Programme { get; } = Register.Programmes.Find("inssp")!;

    /// <summary>The editions of the list of components.</summary>
    internal static IEnumerable<string> Editions => Programme.Parts.Select(part => part.Edition).OfType<string>().Distinct();

    public static Decision Decide(MissionsBook book, AdoptPlan command, DecisionContext context)
    {
        var checks = new Checks(context);
        checks.Text(command.Version, "version", 40);
        if (book.Plans.Any(known => known.Plan.Version == command.Version))
            checks.Refuse(MissionsRefusals.IdTaken.In("version", found: command.Version));
        if (!Editions.Contains(command.Edition))
            checks.Refuse(MissionsRefusals.PartUnknown.In("edition", string.Join(" | ", Editions), GivenText.Quote(command.Edition)));
        checks.Day(command.On, book.Plans.Count > 0 ? book.Plans[^1].Plan.On : default);
        checks.Text(command.Document, "document", Checks.MaxName);
        return checks.Take(() => [new PlanAdopted(command)]);
    }

    public static Decision Decide(MissionsBook book, AddPlanAction command, DecisionContext context)
    {
        if (book.Plans.Count == 0)
            return Decision.Refuse(MissionsRefusals.NotNow.In("component", "adopt-plan"));
        var checks = new Checks(context);
        var plan = book.PlanOn(command.On, View.Everything).Plan;
        checks.NewId(command.Id, book.ActionOf(command.Id ?? "") is not null);
        checks.Day(command.On, book.Plans[0].Plan.On);
        var components = Programme.Parts.Where(part => part.Edition == plan?.Edition).Select(part => part.Id).ToList();
        if (plan is not null && !components.Contains(command.Component))
            checks.Refuse(MissionsRefusals.PartUnknown.In("component", string.Join(" | ", components), GivenText.Quote(command.Component)));
        checks.Text(command.Words, "words");
        checks.Terms(command.Owner, command.On, command.Due);
        checks.Text(command.Donor, "donor", Checks.MaxName, isRequired: false);
        checks.Text(command.Measure, "measure", Checks.MaxName, isRequired: false);
        return checks.Take(() =>
        [
            new ActionOpened(command.Id!, command.On, ActionSource.Plan, plan!.Version, command.Owner, command.Due, command.Words,
                new PlanTerms(command.Component, command.Priority, command.Donor, command.Measure)),
        ]);
    }

    public static Decision Decide(MissionsBook book, ReviewPlan command, DecisionContext context)
    {
        if (book.Plans.Count == 0)
            return Decision.Refuse(MissionsRefusals.NotNow.In("on", "adopt-plan"));
        var checks = new Checks(context);
        checks.Day(command.On, book.Plans[0].Plan.On);
        checks.Text(command.Document, "document", Checks.MaxName);
        checks.Text(command.Note, "note", isRequired: false);
        return checks.Take(() => [new PlanReviewed(command)]);
    }
}
