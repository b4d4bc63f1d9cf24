using Custodia.ArmsControl.Facts;

namespace Custodia.ArmsControl.Treaty;

/// <summary>Where an item is, for the counts.</summary>
public enum ItemPlace
{
    /// <summary>It counts as a launcher or bomber only.</summary>
    NonDeployed,

    /// <summary>It counts as a vehicle and with its warheads, too.</summary>
    Deployed,

    /// <summary>It was eliminated or converted, and counts no more. It does not come back.</summary>
    Gone,
}

/// <summary>How an item stands.</summary>
/// <param name="Category">What it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Warheads">How many warheads it counts for: of a deployed bomber one (Article III (2)), else those on the missile.</param>
public readonly record struct ItemState(ItemCategory Category, ItemPlace Place, int Warheads)
{
    /// <summary>Most warheads that a missile is said to carry: more is a mistake of writing.</summary>
    public const int MaxWarheads = 20;

    /// <summary>How an item stands after a notification; <c>null</c> where it cannot have happened to it.</summary>
    /// <param name="before">How it stood; <c>null</c>: there was no such item.</param>
    /// <param name="type">What happened.</param>
    /// <param name="change">What is said of the item.</param>
    public static ItemState? After(ItemState? before, NotificationType type, ItemChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (type == NotificationType.Delivered)
            return before is null && change is { Category: { } category, Warheads: null } ? new ItemState(category, ItemPlace.NonDeployed, 0) : null;
        if (before is not { } item || change.Category is not null)
            return null;
        return type is NotificationType.Deployed or NotificationType.WarheadsChanged
            ? item.Carrying(type, change.Warheads)
            : change.Warheads is null ? item.Without(type) : null;
    }

    private ItemState? Carrying(NotificationType type, int? warheads) => (type, Place, Category, warheads) switch
    {
        (NotificationType.Deployed, ItemPlace.NonDeployed, ItemCategory.HeavyBomber, null) =>
            this with { Place = ItemPlace.Deployed, Warheads = 1 },
        (NotificationType.Deployed, ItemPlace.NonDeployed, not ItemCategory.HeavyBomber, >= 0 and <= MaxWarheads) =>
            this with { Place = ItemPlace.Deployed, Warheads = warheads.Value },
        (NotificationType.WarheadsChanged, ItemPlace.Deployed, not ItemCategory.HeavyBomber, >= 0 and <= MaxWarheads) =>
            this with { Warheads = warheads.Value },
        _ => null,
    };

    private ItemState? Without(NotificationType type) => (type, Place) switch
    {
        (NotificationType.Withdrawn, ItemPlace.Deployed) => this with { Place = ItemPlace.NonDeployed, Warheads = 0 },
        (NotificationType.Launched, ItemPlace.Deployed) when Category != ItemCategory.HeavyBomber =>
            this with { Place = ItemPlace.NonDeployed, Warheads = 0 },
        (NotificationType.Moved, not ItemPlace.Gone) => this,
        (NotificationType.Converted or NotificationType.Eliminated, ItemPlace.NonDeployed) => this with { Place = ItemPlace.Gone },
        _ => null,
    };
}
