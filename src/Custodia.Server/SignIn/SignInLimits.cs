using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Custodia.Server.SignIn;

/// <summary>
/// How many attempts one address and one name have in a minute. It counts by the machine's own clock, so that nobody gains tries
/// by setting the time. An IPv6 network of 64 bits counts as one address.
/// </summary>
public sealed class SignInLimits(SignInOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<string> _byAddress = Limiter(options.AttemptsByAddress);
    private readonly PartitionedRateLimiter<string> _byName = Limiter(options.AttemptsByName);

    /// <summary>Takes one attempt; the name only where one was given.</summary>
    /// <returns>Whether it was left.</returns>
    public bool Take(IPAddress? address, string? name = null)
    {
        using var byAddress = _byAddress.AttemptAcquire(NetworkOf(address));
        if (!byAddress.IsAcquired || name is null)
            return byAddress.IsAcquired;
        using var byName = _byName.AttemptAcquire(Doorkeeper.NameOf(name));
        return byName.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _byAddress.Dispose();
        _byName.Dispose();
    }

    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static PartitionedRateLimiter<string> Limiter(int attempts) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ =>
            new SlidingWindowRateLimiterOptions { PermitLimit = attempts, Window = Window, SegmentsPerWindow = Segments, QueueLimit = 0 }));
}
