using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Approvals;
using Custodia.People.Commands;
using Custodia.People.Facts;
using Custodia.People.Roles;
using FsCheck;
using FsCheck.Fluent;
using static Custodia.People.Tests.PeopleJournal;

namespace Custodia.People.Tests;

/// <summary>Random commands by random people: what the gate says is what the facts say, told anew from the first.</summary>
public sealed class RandomRightsTests
{
    private static readonly string[] People = ["admin", "admin2", "security", "security2", "ann", "bob"];
    private static readonly string[] Roles = [.. BuiltInRoles.All.Select(role => role.Id), "certified"];
    private static readonly string[] PlaceNames = [Places.State, "organisation:OPA", "facility:F1", "facility:F2", "mba:XAAA", "mba:XABA"];

    private static readonly Role Certified =
        new("certified", "Certified", "持證者", ["materials.read", "materials.account"], ["accounting"], false, true, ["official"]);

    [Fact]
    public void The_gate_answers_as_the_facts_do_and_nobody_approves_their_own()
    {
        var commands = Gen.Choose(0, int.MaxValue).ArrayOf(40);
        Prop.ForAll(commands.ToArbitrary(), seeds => Run(seeds).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static async Task<bool> Run(int[] seeds)
    {
        using var journal = new PeopleJournal();
        await journal.Do(new AdoptRole(Certified));
        foreach (var id in People)
            await journal.Register(id);
        foreach (var (id, role) in new[] { ("admin", "administrator"), ("admin2", "administrator"),
            ("security", "security-officer"), ("security2", "security-officer") })
            await journal.Do(new Appoint(id, role, Places.State));
        foreach (var seed in seeds)
        {
            var random = new System.Random(seed);
            journal.Now += TimeSpan.FromHours(random.Next(30));
            await journal.Give(Pick(random, People), Command(random, journal));
        }

        var facts = Facts(journal);
        CheckApprovals(facts);
        for (var days = -3; days <= 60; days += 7)
            CheckGate(journal, facts, journal.Now.AddDays(days));
        return true;
    }

    private static object Command(System.Random random, PeopleJournal journal)
    {
        var (who, place, day) = (Pick(random, People), Pick(random, PlaceNames), DateOnly.FromDateTime(journal.Now.UtcDateTime));
        var entry = random.NextInt64(journal.Store.Count);
        return random.Next(12) switch
        {
            < 3 => new Appoint(who, Pick(random, Roles), place, day.AddDays(random.Next(-5, 10)),
                random.Next(2) == 0 ? null : day.AddDays(random.Next(10, 40))),
            < 5 => new GrantClearance(who, place, day.AddDays(random.Next(0, 60)), day.AddDays(random.Next(-5, 10))),
            5 => new EndAppointment(entry, "ended"),
            6 => new EndClearance(entry, "ended"),
            7 => new RecordCertificate(who, "accounting", day.AddDays(-random.Next(9)), day.AddDays(random.Next(60)), "School"),
            8 => new BreakGlass(place, "fire", random.Next(5, 240)),
            9 => new Leave(who, day.AddDays(random.Next(-2, 30)), "left"),
            10 => new Reject(OpenProposal(journal, random), "no"),
            _ => new Approve(OpenProposal(journal, random)),
        };
    }

    private static long OpenProposal(PeopleJournal journal, System.Random random)
    {
        var open = Facts(journal).Where(fact => fact.Fact is CommandProposed).Select(fact => fact.Entry).ToArray();
        return open.Length == 0 ? 0 : Pick(random, open);
    }

    private static void CheckApprovals(IReadOnlyList<(long Entry, string Actor, Fact Fact)> facts)
    {
        foreach (var (_, actor, fact) in facts)
        {
            var proposal = fact is ProposalApproved approved ? approved.Proposal : fact is ProposalRejected rejected ? rejected.Proposal : -1;
            if (proposal >= 0)
                Assert.NotEqual(facts.Single(made => made.Entry == proposal).Actor, actor);
        }

        Assert.All(facts, fact => Assert.NotEqual(fact.Fact is Appointed appointed ? appointed.Holder : null, fact.Actor));
        Assert.All(facts, fact => Assert.NotEqual(fact.Fact is ClearanceGranted granted ? granted.Holder : null, fact.Actor));
    }

    private static void CheckGate(PeopleJournal journal, IReadOnlyList<(long Entry, string Actor, Fact Fact)> facts, DateTimeOffset now)
    {
        foreach (var who in People)
        {
            var told = new Told(facts, who, now);
            foreach (var permission in Permissions)
            {
                var pass = journal.Gate.Admit(As(who), permission, now);
                foreach (var mba in VaultBook.Mbas)
                {
                    var visibility = pass.IsGiven ? pass.Value.Of("mba:" + mba) : Visibility.Hidden;
                    Assert.True(told.Sight(permission, mba) == visibility, $"{who} {permission} {mba} {now:O}: {visibility}");
                }
            }
        }
    }

    private static T Pick<T>(System.Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private static List<(long Entry, string Actor, Fact Fact)> Facts(PeopleJournal journal)
    {
        var facts = new List<(long, string, Fact)>();
        journal.Store.Read(0, journal.Store.Count, (in entry) =>
        {
            var header = entry.Header;
            var kind = journal.Node.Find(header.Book)!.Kinds.Find(header.Kind)!;
            facts.Add((header.Sequence, header.Actor, kind.Read(journal.Node.OpenBody(entry), header.Version)));
        });
        return facts;
    }

    /// <summary>What the facts say of one person at one moment, told without the book.</summary>
    private sealed class Told(IReadOnlyList<(long Entry, string Actor, Fact Fact)> facts, string who, DateTimeOffset now)
    {
        private static readonly Dictionary<string, string[]> Around = new()
        {
            ["XAAA"] = ["mba:XAAA", "facility:F1", "organisation:OPA", Places.State],
            ["XAAB"] = ["mba:XAAB", "facility:F1", "organisation:OPA", Places.State],
            ["XABA"] = ["mba:XABA", "facility:F2", Places.State],
        };

        private static readonly string[] Seeing = ["materials.read", "materials.summary", "materials.reports"];

        private readonly DateOnly _day = DateOnly.FromDateTime(now.UtcDateTime);

        public Visibility Sight(string permission, string mba)
        {
            if (facts.Any(made => made.Fact is HolderLeft left && left.Holder == who && _day > left.LastDay))
                return Visibility.Hidden;
            var held = (from made in facts
                        let appointed = made.Fact as Appointed
                        where appointed?.Holder == who && Lasts(made.Entry, appointed.From, appointed.Until)
                        select (Role: RoleOf(appointed.Role), appointed.Place)).ToList();
            var isBlind = held.Any(role => !role.Role.SeesContent);
            var mayBreakGlass = held.Any(role => role.Role.Permissions.Contains("people.break-glass") && role.Role.Certificates.All(IsCertified));
            var emergencies = isBlind || !mayBreakGlass || !Seeing.Contains(permission) ? [] : facts.Select(made => made.Fact).OfType<GlassBroken>()
                .Where(broken => broken.Holder == who && now < broken.Until && Around[mba].Contains(broken.Place)).ToList();
            var isThere = held.Any(role => role.Role.Permissions.Contains(permission) && Around[mba].Contains(role.Place)
                    && role.Role.Certificates.All(IsCertified))
                || emergencies.Count > 0;
            if (!isThere)
                return Visibility.Hidden;
            var isCleared = !isBlind && facts.Any(made => made.Fact is ClearanceGranted granted && granted.Holder == who
                && Around[mba].Contains(granted.Place) && Lasts(made.Entry, granted.From, granted.Until));
            return isCleared || emergencies.Count > 0 ? Visibility.Open : Visibility.Withheld;
        }

        private bool IsCertified(string course) => facts.Any(made => made.Fact is CertificateRecorded recorded
            && recorded.Holder == who && recorded.Course == course && Lasts(made.Entry, recorded.Issued, recorded.ValidUntil));

        private Role RoleOf(string id) => facts.Select(made => made.Fact).OfType<RoleAdopted>().Last(adopted => adopted.Role.Id == id).Role;

        private bool Lasts(long entry, DateOnly from, DateOnly? until) => from <= _day && !(until < _day)
            && !facts.Any(made => made.Fact is GrantEnded ended && ended.Entry == entry && ended.LastDay < _day);
    }
}
