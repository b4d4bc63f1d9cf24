using System.Globalization;
using Custodia.Commitments.Statements;

namespace Custodia.Commitments.Tests.Statements;

/// <summary>Statements for tests.</summary>
internal static class Given
{
    public static AttestIndicator Attestation(string indicator, string value, string on, string expires) => new(indicator, value,
        DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.ParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        "Regulator", "R-1", new string('a', 64));
}
