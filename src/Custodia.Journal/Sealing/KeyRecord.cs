using System.Text;

namespace Custodia.Journal.Sealing;

/// <summary>What may be known about a key by everybody: all but the key.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Compartment">The compartment that it seals: 1 to 48 bytes of UTF-8, no control characters.</param>
/// <param name="Generation">1 for the first key of the compartment, one more for each that follows.</param>
/// <param name="Created">When it was made, UTC, to the microsecond.</param>
/// <param name="Destroyed">When it was destroyed; null while it is held.</param>
public sealed record KeyRecord(
    KeyId Id, string Compartment, int Generation, DateTimeOffset Created, DateTimeOffset? Destroyed = null)
{
    /// <summary>The longest compartment name, in bytes of UTF-8.</summary>
    public const int MaxCompartmentBytes = 48;

    internal static bool IsCompartmentName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= MaxCompartmentBytes && !name.Any(char.IsControl)
        && name.Trim() == name;
}
