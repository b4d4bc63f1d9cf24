using Custodia.Books;
using Custodia.Books.Access;
using Custodia.People.Commands;
using Custodia.People.Facts;
using static Custodia.People.Tests.PeopleJournal;

namespace Custodia.People.Tests;

/// <summary>Each refusal of the book of people and of the gate, by the input that produces it.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly Holder Good = new("new.person", "New", "新", "AUTH", Today);
    private static readonly Role GoodRole = new("helper", "Helper", "助手", ["materials.read"], [], false, true, []);

    private static readonly Dictionary<string, Func<PeopleJournal, Task<(string Who, object Command)>>> Cases = new()
    {
        ["people.id-malformed"] = _ => Of("admin", Good with { Id = "No Id" }),
        ["people.id-taken"] = _ => Of("admin", Good with { Id = "admin" }),
        ["people.name-missing"] = _ => Of("admin", Good with { NameZh = " " }),
        ["people.organisation-unknown"] = _ => Of("admin", Good with { Organisation = "NONE" }),
        ["people.holder-unknown"] = _ => Of("admin", new Appoint("nobody", "inspector", Places.State)),
        ["people.post-holder"] = _ => Of("admin", new Post("guard-1", "AUTH", "Guard", "警衛", Today, "device-1")),
        ["people.role-unknown"] = _ => Of("admin", new Appoint("reader", "nothing", Places.State)),
        ["people.permission-unknown"] = _ => Of("admin", new AdoptRole(GoodRole with { Permissions = ["everything"] })),
        ["people.place-malformed"] = _ => Of("admin", new Appoint("reader", "inspector", "moon:1")),
        ["people.dates-wrong"] = _ => Of("admin", new Appoint("reader", "inspector", Places.State, Today, Today.AddDays(-1))),
        ["people.roles-exclude"] = _ => Of("admin", new Appoint("auditor", "security-officer", Places.State)),
        ["people.own-rights"] = _ => Of("admin", new Appoint("admin", "inspector", Places.State)),
        ["people.no-content"] = _ => Of("security", new GrantClearance("auditor", Places.State, Today.AddDays(9))),
        ["people.device-role"] = _ => Of("admin", new Appoint("device-1", "operator-approver", Places.State)),
        ["people.grant-unknown"] = _ => Of("admin", new EndAppointment(0, "no such")),
        ["people.reason-missing"] = _ => Of("admin", new Leave("reader", Today, " ")),
        ["people.own-review"] = async j => ("duty", new ReviewGlass(await Broken(j), true, "fine")),
        ["people.review-unknown"] = _ => Of("security", new ReviewGlass(0, true, "fine")),
        ["access.sign-in-required"] = _ => Of("stranger", new KeepNote("XAAA", "text")),
        ["access.not-allowed"] = _ => Of("reader", new KeepNote("XAAA", "text")),
        ["access.not-here"] = _ => Of("operator", new KeepNote("XABA", "text")),
        ["access.withheld"] = _ => Of("operator", new KeepNote("XAAA", "text")),
        ["access.certificate-missing"] = async j => (await Uncertified(j), new KeepNote("XAAA", "text")),
    };

    private readonly PeopleJournal _journal = new();

    public static TheoryData<string> Codes => [.. Cases.Keys];

    public void Dispose() => _journal.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Is_produced_by_a_bad_variant_of_a_good_command(string code)
    {
        await _journal.Person("admin", "administrator");
        await _journal.Person("security", "security-officer");
        await _journal.Person("auditor", "auditor");
        await _journal.Person("reader", "inspector");
        await _journal.Person("operator", "accountant", "facility:F1");
        await _journal.Person("duty", "response-duty-officer");
        await _journal.Register("device-1", kind: HolderKind.Device);
        var (who, command) = await Cases[code](_journal);
        var count = _journal.Store.Count;
        Assert.Equal(code, await _journal.Refusal(who, command));
        Assert.Equal(count, _journal.Store.Count);
    }

    [Fact]
    public void Every_code_has_a_case_and_both_languages()
    {
        RefusalCode[] codes = [.. RefusalCatalogue.Of(typeof(PeopleRefusals)), .. RefusalCatalogue.Of(typeof(AccessRefusals))];
        Assert.Equal(codes.Select(code => code.Code).Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));
        Assert.All(codes, code => Assert.All((string[])[code.Message.En, code.Message.Zh, code.Remedy.En, code.Remedy.Zh],
            text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Fact]
    public async Task The_good_commands_that_the_cases_vary_are_taken()
    {
        await _journal.Person("admin", "administrator");
        Assert.IsType<Outcome.Recorded>(await _journal.Give("admin", Good));
        Assert.IsType<Outcome.Proposed>(await _journal.Give("admin", new AdoptRole(GoodRole)));
        Assert.IsType<Outcome.Recorded>(await _journal.Give("admin", new Appoint(Good.Id, "inspector", Places.State)));
    }

    private static Task<(string, object)> Of(string who, object command) => Task.FromResult((who, command));

    // Who broke the glass comes to be the one who reviews.
    private static async Task<long> Broken(PeopleJournal journal)
    {
        var entry = Assert.IsType<Outcome.Recorded>(await journal.Give("duty", new BreakGlass("mba:XAAA", "fire"))).First;
        await journal.Do(new Appoint("duty", "security-officer", Places.State));
        return entry;
    }

    private static async Task<string> Uncertified(PeopleJournal journal)
    {
        await journal.Do(new AdoptRole(GoodRole with { Id = "certified", Permissions = ["materials.account"], Certificates = ["accounting"] }));
        return await journal.Person("trainee", "certified");
    }
}
