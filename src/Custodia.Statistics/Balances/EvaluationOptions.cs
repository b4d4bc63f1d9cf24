namespace Custodia.Statistics.Balances;

/// <summary>How often the random error of a flow was drawn.</summary>
public enum RandomErrorModel
{
    /// <summary>For each reading: n items of mass m have the standard deviation r m √n.</summary>
    Item,

    /// <summary>Once for the total of a period, as if that had been measured once: r n m, greater by √n.</summary>
    Total,
}

/// <summary>What a user chooses before a sequence is evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The most balance periods of one sequence: V and L of that many take 800 MB.</summary>
    public const int MostPeriods = 10_000;

    /// <summary>How often the random error of a flow was drawn. An inventory reading, and one that names its measurement, is
    /// measured once in either model.</summary>
    public RandomErrorModel Model { get; init; } = RandomErrorModel.Item;

    /// <summary>The opening inventory of period 1 is exact, for instance zero: its readings add nothing to V, wherever they stand.</summary>
    public bool IsOpeningExact { get; init; }

    /// <summary>An item at exactly t₀ is not in the opening inventory, and so belongs to period 1.</summary>
    public bool CountsItemsAtStart { get; init; } = true;

    /// <summary>The longest time between two stamps of a continuous flow that may be bridged (time); <c>null</c> for any.</summary>
    public double? GapLimit { get; init; }

    /// <summary>How far an inventory reading may be from its balance date before a warning is given (time); <c>null</c> for any.</summary>
    public double? OffsetLimit { get; init; }

    /// <summary>Inventories between two stamps are interpolated linearly in place of taking the nearest.</summary>
    public bool InterpolatesInventories { get; init; }
}
