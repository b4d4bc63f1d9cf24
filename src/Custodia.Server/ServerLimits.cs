using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Custodia.Server;

/// <summary>What one connection, and all of them, may take of the server. An endpoint that takes files raises its own limit.</summary>
public static class ServerLimits
{
    /// <summary>Bytes of a request's body where the endpoint states nothing else: a form.</summary>
    public const long MaxRequestBytes = 1024 * 1024;

    /// <summary>Bytes of all headers of a request.</summary>
    public const int MaxHeaderBytes = 32 * 1024;

    /// <summary>Headers of a request.</summary>
    public const int MaxHeaders = 100;

    /// <summary>Bytes of the request line: the longest address of a list with its filters fits.</summary>
    public const int MaxRequestLineBytes = 16 * 1024;

    /// <summary>Connections at the same time, and so many again for open pages.</summary>
    public const int MaxConnections = 5_000;

    /// <summary>Requests at the same time on one HTTP/2 connection.</summary>
    public const int MaxStreams = 100;

    /// <summary>Bytes a second below which a body is given up, and an answer that is not taken away.</summary>
    public const double MinBytesPerSecond = 240;

    /// <summary>How long the headers of a request may take.</summary>
    public static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection without a request is kept.</summary>
    public static readonly TimeSpan KeptAlive = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Sets them.</summary>
    internal static void Set(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = MaxRequestBytes;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestHeaderCount = MaxHeaders;
        limits.MaxRequestLineSize = MaxRequestLineBytes;
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxConcurrentUpgradedConnections = MaxConnections;
        limits.Http2.MaxStreamsPerConnection = MaxStreams;
        limits.MinRequestBodyDataRate = new MinDataRate(MinBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, Grace);
        limits.RequestHeadersTimeout = HeadersWithin;
        limits.KeepAliveTimeout = KeptAlive;
    }
}
