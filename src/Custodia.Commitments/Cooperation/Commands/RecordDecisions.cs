using Custodia.Books;
using Custodia.Commitments.Commands;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Commands;

/// <summary>Decides what is recorded of campaigns and cooperation.</summary>
internal static class RecordDecisions
{
    private const int MaxPlaces = 20;
    private const int MaxBatches = 500;
    private const int MaxMilestones = 20;
    private const decimal MaxAmount = 1_000_000_000_000m;
    private const int MaxTestDays = 3_660;
    private const int MaxIsotope = 12;
    private const int FirstYear = 1950;
    private const int LastYear = 2200;

    public static Decision Decide(CooperationBook book, AnnounceCampaign command, DecisionContext context)
    {
        var checks = new Checks(context.Today)
            .That(IsId(command.Id), CooperationRefusals.IdMalformed, "id", found: command.Id)
            .That(!book.Of<AnnounceCampaign>(View.Everything).Any(known => ((AnnounceCampaign)known.Content).Id == command.Id),
                CooperationRefusals.IdTaken, "id", found: command.Id)
            .Text(command.NameEn, "nameEn", Checks.MaxName).Text(command.NameZh, "nameZh", Checks.MaxName)
            .Done(command.On).NotBefore(command.Due, command.On, "due")
            .Length(command.Places, "places", 1, MaxPlaces)
            .Length(command.Batches, "batches", command.Batches is null ? 0 : 1, MaxBatches)
            .Length(command.Milestones, "milestones", 0, MaxMilestones)
            .Items(book, command.Items).Optional(command.Pledge, "pledge")
            .That(command.Pledge is not null || command.Items is { Count: > 0 }, CooperationRefusals.PledgeMissing, "pledge");
        foreach (var milestone in (command.Milestones ?? []).Take(MaxMilestones))
            checks.Text(milestone.NameEn, "milestones", Checks.MaxName).Text(milestone.NameZh, "milestones", Checks.MaxName);
        if (checks.IsRight)
            InLedger(book, command, checks);
        return checks.Or(() => new CampaignAnnounced(command));
    }

    public static Decision Decide(CooperationBook book, RecordContribution command, DecisionContext context) =>
        new Checks(context.Today)
            .That(IsFund(command.Fund), CooperationRefusals.FundUnknown, "fund", found: command.Fund)
            .Done(command.On)
            .That(command.Amount is > 0 and <= MaxAmount, CooperationRefusals.AmountWrong, "amount", $"0 – {MaxAmount:0}", $"{command.Amount}")
            .That(command.National is > 0 and <= MaxAmount, CooperationRefusals.AmountWrong, "national", $"0 – {MaxAmount:0}", $"{command.National}")
            .That(command.Currency is { Length: 3 } && command.Currency.All(char.IsAsciiLetterUpper),
                CooperationRefusals.CurrencyWrong, "currency", "ISO 4217", command.Currency)
            .Optional(command.InKind, "inKind").Optional(command.Receipt, "receipt", Checks.MaxName)
            .Or(() => new ContributionRecorded(command));

    public static Decision Decide(CooperationBook book, NameContact command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Office, "office", Checks.MaxName).Done(command.On).Optional(command.Channel, "channel", Checks.MaxName)
            .That(command.TestDays is >= 1 and <= MaxTestDays, CooperationRefusals.AmountWrong, "testDays", $"1 – {MaxTestDays}",
                $"{command.TestDays}")
            .Or(() => new ContactNamed(command));

    public static Decision Decide(CooperationBook book, RecordForum command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Name, "name", Checks.MaxName).Done(command.On).Optional(command.Outcome, "outcome")
            .That(command.Attended == command.Level is not null, CooperationRefusals.LevelMissing, "level")
            .Or(() => new ForumRecorded(command));

    public static Decision Decide(CooperationBook book, RecordAssistance command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Area, "area", Checks.MaxName).Text(command.Subject, "subject").Done(command.On)
            .Optional(command.Donor, "donor", Checks.MaxName).Optional(command.Reference, "reference", Checks.MaxName)
            .Or(() => new AssistanceRecorded(command));

    public static Decision Decide(CooperationBook book, RecordActivity command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Title, "title").Done(command.On).Optional(command.Partner, "partner", Checks.MaxName)
            .Or(() => new ActivityRecorded(command));

    public static Decision Decide(CooperationBook book, AnnounceMeasure command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Title, "title").Done(command.On).Text(command.Document, "document", Checks.MaxName)
            .Items(book, command.Items).Or(() => new MeasureAnnounced(command));

    public static Decision Decide(CooperationBook book, PublishFramework command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Document, "document", Checks.MaxName).Text(command.Version, "version", Checks.MaxName)
            .That(Texts.IsDigest(command.Digest),
                CooperationRefusals.DigestWrong, "digest", "0-9a-f × 64", command.Digest)
            .Done(command.On).Optional(command.Address, "address").Or(() => new FrameworkPublished(command));

    public static Decision Decide(CooperationBook book, RecordProduction command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Isotope, "isotope", MaxIsotope).Amount(command.Activity, "activity").Done(command.On)
            .Optional(command.Producer, "producer", Checks.MaxName).Or(() => new ProductionRecorded(command));

    public static Decision Decide(CooperationBook book, PlanPlutonium command, DecisionContext context) =>
        new Checks(context.Today)
            .That(command.Year is >= FirstYear and <= LastYear, CooperationRefusals.AmountWrong, "year", $"{FirstYear} – {LastYear}",
                $"{command.Year}")
            .Amount(command.Kilograms, "kilograms").Done(command.On).Text(command.Document, "document", Checks.MaxName)
            .Or(() => new PlutoniumPlanned(command));

    public static Decision Decide(CooperationBook book, LendExperts command, DecisionContext context) =>
        new Checks(context.Today).Text(command.Title, "title").Amount(command.Days, "days").Done(command.On)
            .Or(() => new ExpertsLent(command));

    // A code that is typed wrongly would be a place where nothing is left.
    private static void InLedger(CooperationBook book, AnnounceCampaign command, Checks checks)
    {
        if (Queries.LedgerReading.Of(book.Questions, command, View.Everything) is not { } reading)
            return;
        foreach (var unknown in reading.Unknown)
            checks.That(false, CooperationRefusals.NotInLedger, command.Places.Contains(unknown) ? "places" : "batches", found: unknown);
    }

    private static bool IsFund(string? id) => id is not null
        && (Register.Programmes.Find(id) is not null || Register.Regimes.Find(id) is not null || Register.Bodies.Find(id) is not null);

    private static bool IsId(string? id) => id is { Length: >= 2 and <= 40 }
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
