using Custodia.ArmsControl.Facts;

namespace Custodia.ArmsControl.Treaty;

/// <summary>The three totals of a party.</summary>
/// <param name="Vehicles">Deployed missiles and heavy bombers.</param>
/// <param name="Warheads">Warheads on them, a bomber counting one.</param>
/// <param name="Launchers">Launchers and heavy bombers, deployed or not.</param>
public sealed record Counts(int Vehicles, int Warheads, int Launchers)
{
    /// <summary>Nothing.</summary>
    public static readonly Counts None = new(0, 0, 0);

    /// <summary>One of the three.</summary>
    public int this[Measure measure] => measure switch
    {
        Measure.Vehicles => Vehicles,
        Measure.Warheads => Warheads,
        Measure.Launchers => Launchers,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>The same with an item.</summary>
    internal Counts With(ItemState item) => item.Place switch
    {
        ItemPlace.Deployed => new(Vehicles + 1, Warheads + item.Warheads, Launchers + 1),
        ItemPlace.NonDeployed => this with { Launchers = Launchers + 1 },
        ItemPlace.Gone => this,
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
