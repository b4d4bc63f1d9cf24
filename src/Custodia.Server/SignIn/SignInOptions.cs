using Custodia.Books;

namespace Custodia.Server.SignIn;

/// <summary>How people and devices sign in. What is left out has a safe default.</summary>
public sealed record SignInOptions
{
    /// <summary>Who exists.</summary>
    public required IAccounts Accounts { get; init; }

    /// <summary>Told of everything.</summary>
    public required IAccessJournal Journal { get; init; }

    /// <summary>
    /// Creates the first two officers in the books, both or none. It takes officers that exist already as created, so that a
    /// first run that was broken off can be repeated. It gives the refusals; none: done.
    /// </summary>
    public required Func<IReadOnlyList<NewOfficer>, CancellationToken, Task<IReadOnlyList<Refusal>>> CreateOfficers { get; init; }

    /// <summary>Names of the State and its organisations, which no password may consist of.</summary>
    public Func<IReadOnlyList<string>> Names { get; init; } = () => [];

    /// <summary>
    /// Whether the password of the sample accounts is taken, which everybody knows: in the folder of the sample State only.
    /// </summary>
    public bool TakesSamplePassword { get; init; }

    /// <summary>What an API token may be limited to.</summary>
    public IReadOnlyList<TokenScope> Scopes { get; init; } = TokenScope.Default;

    /// <summary>After so long without a request a session ends.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>After so long a session ends in any case.</summary>
    public TimeSpan AbsoluteTimeout { get; init; } = TimeSpan.FromHours(10);

    /// <summary>So recent a sign-in lets one change how one signs in.</summary>
    public TimeSpan FreshFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often an open page looks whether its session was ended.</summary>
    public TimeSpan Revalidation { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Attempts to sign in that one address has in a minute.</summary>
    public int AttemptsByAddress { get; init; } = 60;

    /// <summary>Attempts to sign in that one name has in a minute, from anywhere.</summary>
    public int AttemptsByName { get; init; } = 10;
}

/// <summary>A part of the API that a token may be used for.</summary>
/// <param name="Name">As the claim <c>scopes</c> has it.</param>
/// <param name="Label">For people.</param>
public sealed record TokenScope(string Name, Bilingual Label)
{
    /// <summary>Asking, and giving commands.</summary>
    public static IReadOnlyList<TokenScope> Default { get; } =
        [new("read", new("Ask queries", "查詢")), new("write", new("Give commands", "下達命令"))];
}
