using Custodia.Books;
using Custodia.Statistics.Balances;

namespace Custodia.Materials.Evaluation;

/// <summary>The alarms of an evaluated balance were investigated and closed: the sums of Page's test begin anew after it.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Material">The account.</param>
/// <param name="To">PIT date of the balance.</param>
/// <param name="Finding">What the investigation found.</param>
/// <param name="Tests">The tests that gave the alarms when they were closed.</param>
/// <param name="Isotope">Whether the isotope of the account was evaluated, not its element.</param>
/// <param name="K">Reference value of Page's test in that evaluation.</param>
/// <param name="Alpha">Probability of any false alarm in it.</param>
/// <param name="Model">How often it drew the random error of a flow.</param>
/// <param name="UseAccepted">Whether it let lines without a method count with the accepted error.</param>
public sealed record AlarmClosed(
    string Mba, MaterialCode Material, DateOnly To, string Finding, IReadOnlyList<AlarmTest> Tests, bool Isotope, decimal K, decimal Alpha,
    RandomErrorModel Model, bool UseAccepted) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>The closing of alarms does not hold any more: they are open again, and add up as before.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Entry">Entry of the closing.</param>
/// <param name="Reason">Why.</param>
public sealed record AlarmReopened(string Mba, long Entry, string Reason) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>All that the book keeps of a closing of alarms.</summary>
/// <param name="Stamp">The entry that closed them.</param>
/// <param name="Fact">What it says.</param>
public sealed record AlarmClosing(Stamp Stamp, AlarmClosed Fact)
{
    /// <summary>The entry that opened them again.</summary>
    public Stamp? Reopened { get; internal set; }

    /// <summary>Whether a view knows it in force: it holds from the day on which it was recorded.</summary>
    public bool IsInForce(View view) => Sees(view, Stamp) && !(Reopened is { } reopened && Sees(view, reopened));

    private static bool Sees(View view, in Stamp stamp) => view.Sees(stamp.Sequence, stamp.Day);
}
