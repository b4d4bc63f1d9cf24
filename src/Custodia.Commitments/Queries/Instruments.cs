using Custodia.Books;
using Custodia.Commitments.Facts;

namespace Custodia.Commitments.Queries;

/// <summary>Asks how the State stands towards instruments.</summary>
/// <param name="Id">Only this one.</param>
/// <param name="Day">On which day; left out: the last that the view counts.</param>
public sealed record InstrumentsQuery(
    [Meaning("Only this one", "僅此項")] string? Id = null,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>Where the State stands towards an instrument, as follows from its acts.</summary>
public enum StateStatus
{
    /// <summary>It did nothing.</summary>
    None,

    /// <summary>It signed.</summary>
    Signed,

    /// <summary>It is bound once the instrument is in force.</summary>
    Ratified,

    /// <summary>It is bound.</summary>
    InForce,

    /// <summary>It joined, subscribed, or wrote its letter.</summary>
    Joined,

    /// <summary>It carries it out without being able to deposit an instrument.</summary>
    AlignedNotParty,

    /// <summary>It withdrew.</summary>
    Withdrawn,
}

/// <summary>What of the register a State can act on.</summary>
public enum RegisterPart
{
    /// <summary>A treaty, agreement, code or guidance.</summary>
    Instrument,

    /// <summary>A regime or partnership.</summary>
    Regime,

    /// <summary>An organisation.</summary>
    Body,

    /// <summary>A gift basket.</summary>
    Circular,
}

/// <summary>Instruments and how the State stands.</summary>
/// <param name="Day">The day.</param>
/// <param name="DepositaryEligible">Whether depositaries take its instruments.</param>
/// <param name="Rows">In the order of the register.</param>
public sealed record InstrumentList(DateOnly Day, bool DepositaryEligible, IReadOnlyList<InstrumentRow> Rows);

/// <summary>One of them.</summary>
/// <param name="Id">Id in the register.</param>
/// <param name="Part">What of the register it is.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="InForce">When it entered into force itself, as exactly as is known.</param>
/// <param name="Status">How the State stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Acts">Its acts, the oldest first.</param>
public sealed record InstrumentRow(string Id, RegisterPart Part, string NameEn, string NameZh, string? InForce, StateStatus Status,
    DateOnly? Since, IReadOnlyList<ActRow> Acts);

/// <summary>An act of the State.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Act">What was done.</param>
/// <param name="On">The day.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Note">A note.</param>
public sealed record ActRow(long Entry, ActType Act, DateOnly On, string Document, string? Note);

/// <summary>How the State stands towards what it can act on: derived from its acts, never typed in.</summary>
public static class Instruments
{
    private static readonly IReadOnlyList<(string Id, RegisterPart Part, Words Name, string? InForce)> All =
    [
        .. Register.Instruments.Select(found => (found.Id, RegisterPart.Instrument, found.Title, found.InForce)),
        .. Register.Regimes.Select(found => (found.Id, RegisterPart.Regime, found.Title, (string?)found.Started)),
        // What is a regime and a body is joined as a regime.
        .. Register.Bodies.Where(found => Register.Regimes.Find(found.Id) is null)
            .Select(found => (found.Id, RegisterPart.Body, found.Title, (string?)null)),
        .. Register.Circulars.Select(found => (found.Id, RegisterPart.Circular, found.Name, (string?)found.Date)),
    ];

    private static readonly HashSet<string> Ids = [.. All.Select(found => found.Id)];

    /// <summary>Whether the State can act on it.</summary>
    public static bool IsKnown(string? id) => id is not null && Ids.Contains(id);

    /// <summary>Answers <see cref="InstrumentsQuery"/>.</summary>
    public static Answer<InstrumentList> Ask(CommitmentsBook book, InstrumentsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Id is { } id && !IsKnown(id))
            return CommitmentsRefusals.Unknown.In("id", found: id.Length <= 40 ? id : null);
        var day = query.Day is { } asked && asked < view.AsOf ? asked : view.AsOf;
        var acts = book.Acts.Where(act => act.Counts(day, view)).ToLookup(act => act.Act.Instrument, StringComparer.Ordinal);
        return new InstrumentList(day, book.Profile(view)?.DepositaryEligible ?? true,
        [
            .. from found in All
               where query.Id is null || query.Id == found.Id
               let done = acts[found.Id].OrderBy(act => act.Act.On).ThenBy(act => act.Stamp.Sequence).ToList()
               let standing = Standing(done, found.InForce, day)
               select new InstrumentRow(found.Id, found.Part, found.Name.En, found.Name.Zh, found.InForce, standing.Status, standing.Since,
                   [.. done.Select(act => new ActRow(act.Stamp.Sequence, act.Act.Act, act.Act.On, act.Act.Document, act.Act.Note))]),
        ]);
    }

    private static (StateStatus Status, DateOnly? Since) Standing(List<ActOfState> acts, string? inForce, DateOnly day)
    {
        var standing = (Status: StateStatus.None, Since: (DateOnly?)null);
        foreach (var act in acts)
        {
            var status = act.Act.Act switch
            {
                ActType.Sign => StateStatus.Signed,
                ActType.Ratify or ActType.Accept or ActType.Approve or ActType.Accede => StateStatus.Ratified,
                ActType.Join => StateStatus.Joined,
                ActType.Align => StateStatus.AlignedNotParty,
                ActType.Withdraw => StateStatus.Withdrawn,
                ActType.Notify => standing.Status,
                _ => throw new InvalidOperationException("An act of no known type."),
            };
            // Signing after having ratified changes nothing.
            if (status != standing.Status && !(status == StateStatus.Signed && standing.Status == StateStatus.Ratified))
                standing = (status, act.Act.On);
        }

        return standing.Status == StateStatus.Ratified && IsInForce(inForce, day) ? (StateStatus.InForce, standing.Since) : standing;
    }

    // A date that is known to the year or month only has come when that has ended.
    private static bool IsInForce(string? date, DateOnly day) => date is { Length: >= 4 }
        && string.CompareOrdinal(date.PadRight(10, '9'), day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) <= 0;
}
