using Custodia.Books;
using Custodia.Books.Access;

namespace Custodia.People.Access;

/// <summary>Records an event of access: given by the house alone, so it stands in no catalogue.</summary>
/// <param name="Facts">What happened.</param>
internal sealed record RecordAccess(IReadOnlyList<Fact> Facts);

/// <summary>
/// The access log (存取紀錄): who saw which sealed content, who was refused, and what happened at the door.
/// </summary>
public sealed class AccessBook : Book
{
    private readonly List<AccessRow> _rows = [];

    /// <inheritdoc/>
    public override string Name => "access";

    /// <inheritdoc/>
    public override KindTable Kinds { get; } = new KindTable()
        .Add("content-seen", AccessJson.Default.ContentSeen)
        .Add("access-denied", AccessJson.Default.AccessDenied)
        .Add("door-used", AccessJson.Default.DoorUsed);

    /// <inheritdoc/>
    public override string ReadPermission => PeoplePermissions.AccessLog;

    /// <inheritdoc/>
    public override bool ComesOfLooking => true;

    /// <inheritdoc/>
    public override Catalogue Catalogue => AccessCatalogue.Instance;

    /// <summary>How the house records.</summary>
    internal static CommandDefinition Record { get; } = new CommandDefinition<AccessBook, RecordAccess>(
        "record", "house", new("Record access.", "登載存取。"), (_, command, _) => Decision.Accept(command.Facts), Target.State, null);

    /// <summary>The events, by entry.</summary>
    internal IReadOnlyList<AccessRow> Rows => _rows;

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact) => _rows.Add(fact switch
    {
        ContentSeen seen => new(stamp.Sequence, stamp.RecordedAt, AccessKind.Seen, seen.Holder, seen.What, seen.Via.ToString(),
            seen.Places, 1),
        AccessDenied denied => new(stamp.Sequence, stamp.RecordedAt, AccessKind.Denied, denied.Holder, denied.What, denied.Code,
            [], denied.Count),
        DoorUsed used => new(stamp.Sequence, stamp.RecordedAt, AccessKind.Door, used.Holder, used.Event.ToString(), used.By,
            [], used.Count),
        _ => throw new InvalidOperationException($"The access log has no fold for {fact.GetType().Name}."),
    });
}

/// <summary>The query of the access log.</summary>
public static class AccessCatalogue
{
    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Query<AccessBook, AccessLogQuery, AccessLogPage>("log", PeoplePermissions.AccessLog,
            new("Who saw sealed content, who was refused, and what happened at the door.", "封存內容之知悉、遭拒請求與登入事件。"),
            AccessLogQueries.Ask, Target.State);
}
