using Microsoft.AspNetCore.Components.Server;

namespace Custodia.Server.Hosting;

/// <summary>
/// What open pages may cost: each holds what it shows in memory as long as its connection stands. How many connections there are
/// is limited by <see cref="ServerLimits.MaxConnections"/>.
/// </summary>
public static class CircuitLimits
{
    /// <summary>Most pages that are kept for a browser that lost its connection.</summary>
    public const int MaxDisconnected = 200;

    /// <summary>Most pictures of a page that are kept until its browser has taken them.</summary>
    public const int MaxUnseenPictures = 4;

    /// <summary>Most bytes of one message of a browser.</summary>
    public const int MaxMessageBytes = 32 * 1024;

    /// <summary>How long a page is kept for a browser that lost its connection.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    /// <summary>Holds circuits to these limits.</summary>
    internal static void Limit(CircuitOptions circuits)
    {
        circuits.DisconnectedCircuitMaxRetained = MaxDisconnected;
        circuits.DisconnectedCircuitRetentionPeriod = KeptFor;
        circuits.MaxBufferedUnacknowledgedRenderBatches = MaxUnseenPictures;
    }
}
