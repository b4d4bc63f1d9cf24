using Custodia.Books;

namespace Custodia.Materials.Measurement;

/// <summary>A measurement method was registered.</summary>
/// <param name="Method">The method.</param>
public sealed record MethodRegistered(MeasurementMethod Method) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Method.Mba;
}

/// <summary>A measurement method was calibrated anew: from that day its systematic errors are others than before.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Code">Method code.</param>
/// <param name="Date">First day of the new calibration.</param>
/// <param name="Errors">The errors from then on; <c>null</c>: as before.</param>
/// <param name="Reason">Why, and where the figures come from.</param>
public sealed record MethodRecalibrated(string Mba, string Code, DateOnly Date, MethodErrors? Errors, string Reason) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}

/// <summary>A measurement method is in force no longer.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Code">Method code.</param>
/// <param name="LastDay">Last day in force.</param>
/// <param name="Reason">Why.</param>
public sealed record MethodWithdrawn(string Mba, string Code, DateOnly LastDay, string Reason) : Fact
{
    /// <inheritdoc/>
    public override string Compartment => Mba;
}
