using Custodia.Server.Hosting;
using Custodia.Server.SignIn;

namespace Custodia.Server;

/// <summary>How to start the server. Everything has a default that is safe on one machine.</summary>
public sealed record CustodiaOptions
{
    /// <summary>The address when none is given.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where to listen: http on loopback, https anywhere (<see cref="ListenUrl"/>). Port 0 takes a free port.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>
    /// The hosting environment, <c>Production</c> or <c>Development</c>; null takes it from ASPNETCORE_ENVIRONMENT.
    /// </summary>
    public string? Environment { get; init; }

    /// <summary>The open data folder whose books are served; null: only the frame of the pages. It stays its owner's.</summary>
    public DataFolder? Data { get; init; }

    /// <summary>How people and devices sign in; null: as the book of people in <see cref="Data"/> says.</summary>
    public SignInOptions? SignIn { get; init; }

    /// <summary>The certificate of https; needed there.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? Certificate { get; init; }

    /// <summary>Further host names under which the server is reached over https.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How printed sheets are marked; <c>null</c>: as sensitive information on nuclear material.</summary>
    public string? Marking { get; init; }

    /// <summary>Gives what the frame of every page says about the installation; called for each page.</summary>
    public Func<ShellStatus> Status { get; init; } = () => ShellStatus.Empty;
}
