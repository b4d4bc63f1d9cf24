using System.Globalization;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Missions;
using Custodia.Commitments.Missions.Commands;
using Custodia.Commitments.Missions.Queries;
using Custodia.Journal;
using Custodia.Testing;

namespace Custodia.Commitments.Tests.Missions;

/// <summary>A journal of the book of missions on a day, with the book of commitments that asks it.</summary>
internal sealed class MissionsJournal : IDisposable
{
    public static readonly DateOnly Today = new(2026, 7, 20);

    private readonly MemoryStore _store = new();
    private readonly Node _node;

    public MissionsJournal()
    {
        Commitments = new CommitmentsBook([Book]);
        _node = new Node([Book, Commitments]);
        _node.Start(_store, new JournalOptions(), new NoonClock(Today));
    }

    public MissionsBook Book { get; } = new();

    public CommitmentsBook Commitments { get; }

    public View Now => new(_node.Count, DateOnly.MaxValue);

    public static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Gives commands that must be taken, as somebody; the entry of the last.</summary>
    public async Task<long> Do(string who, params object[] commands)
    {
        var entry = -1L;
        foreach (var command in commands)
            entry = Assert.IsType<Outcome.Recorded>(await Give(who, command)).First;
        return entry;
    }

    public Task<long> Do(params object[] commands) => Do("ann", commands);

    /// <summary>Gives a command that must be refused; the codes without the book's name, and the fields.</summary>
    public async Task<string[]> Refused(object command, string who = "ann") =>
        [.. Assert.IsType<Outcome.Refused>(await Give(who, command)).Refusals
            .Select(refusal => refusal.Code.Split('.')[1] + " " + refusal.Place.Field)];

    /// <summary>An action of no source, due on a day.</summary>
    public Task<long> Open(string id, string due, string on = "2026-01-05") =>
        Do(new OpenAction(id, "Mend it", "POWER", On(on), On(due), "Exercise"));

    /// <summary>A mission that was held, with its modules.</summary>
    public Task<long> Held(string id, string service, string from, string to, params string[] modules) =>
        Do(new RequestMission(id, service, On(from).AddYears(-1), modules), new HoldMission(id, On(from), On(to)));

    public ActionRow Action(string id, string day, View? view = null)
    {
        var answer = ActionQueries.Ask(Book, new ActionQuery(id, On(day)), view ?? Now);
        return answer.IsGiven ? answer.Value.Row : throw new InvalidOperationException(answer.Refusals[0].ToString());
    }

    public void Dispose()
    {
        _node.Dispose();
        Book.Dispose();
        Commitments.Dispose();
        _store.Dispose();
    }

    private Task<Outcome> Give(string who, object command)
    {
        var definition = Book.Catalogue.Commands.Single(known => known.Input == command.GetType());
        return _node.Execute(Book, definition, command, Caller.House(who), Guid.NewGuid());
    }
}
