namespace Custodia.Statistics.Itemised;

/// <summary>
/// How a body writes the difference between book and physical inventory. Everything is kept and computed with one sign, positive for
/// missing material; a convention is a label, and turns the sign where a figure is shown, never where one is worked out.
/// </summary>
/// <param name="Id">Stable name.</param>
/// <param name="Term">What the difference is called.</param>
/// <param name="Formula">How it is written there.</param>
/// <param name="LossIsPositive">Whether missing material shows as a positive figure.</param>
/// <param name="SigmaTerm">What its standard deviation is called.</param>
/// <param name="TransferFormula">How the difference of a shipment is written there; its sign turns with the other.</param>
public sealed record SignConvention(string Id, string Term, string Formula, bool LossIsPositive, string SigmaTerm, string TransferFormula)
{
    /// <summary>IAEA: MUF = BA − PE (IAEA definitions in subsidiary arrangements; STR-368).</summary>
    public static SignConvention Iaea { get; } = new("iaea", "MUF", "BA − PE", true, "σ_MUF", "shipper − receiver");

    /// <summary>Euratom: MF = PE − BA (Regulation (Euratom) 302/2005, Annexes).</summary>
    public static SignConvention Euratom { get; } = new("euratom", "MF", "PE − BA", false, "σ_MF", "receiver − shipper");

    /// <summary>USA: ID = BI + A − R − EI (10 CFR 74.4).</summary>
    public static SignConvention UnitedStates { get; } = new("us", "ID", "BI + A − R − EI", true, "SEID", "shipper − receiver");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SignConvention> All { get; } = [Iaea, Euratom, UnitedStates];

    /// <summary>A difference with loss positive (mass), as the body writes it.</summary>
    public double Show(double muf) => LossIsPositive ? muf : -muf;
}
