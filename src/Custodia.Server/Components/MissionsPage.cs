using Custodia.Commitments.Missions;
using Custodia.Server.Components.Forms;
using Custodia.Server.Components.Tables;

namespace Custodia.Server.Components;

/// <summary>A page of the book of missions.</summary>
public abstract class MissionsPage : CommitmentsPage
{
    /// <summary>Counts what was recorded on this page, so that its lists ask again.</summary>
    protected int Version { get; private set; }

    /// <summary>Whether forms are shown: to who may record, on the page as of now.</summary>
    protected bool Records => AsOf is { Date: null, KnownAt: null } && Desk.May(MissionsPermissions.Record);

    /// <summary>Who can be named as owner: organisations, to who may see them.</summary>
    protected IReadOnlyList<TableChoice> Owners { get; private set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        Owners = Records ? PeopleChoices.Organisations(Desk) : [];
    }

    /// <summary>Asks again after something was recorded.</summary>
    protected void Changed()
    {
        Version++;
        OnParametersSet();
    }

    /// <summary>A day that was typed, or today.</summary>
    protected DateOnly DayOr(FormReading read, string field, string? typed)
    {
        ArgumentNullException.ThrowIfNull(read);
        return read.Day(field, typed) ?? DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
    }

    /// <summary>The path of an action.</summary>
    protected string ActionPath(string id) => Link("/commitments/actions/" + Uri.EscapeDataString(id));

    /// <summary>The path of a mission.</summary>
    protected string MissionPath(string id) => Link("/commitments/missions/" + Uri.EscapeDataString(id));
}
