using Custodia.Books;

namespace Custodia.Server.SignIn;

/// <summary>What signing in has to know of a person or a device. Who exists, and what they may do, the books say.</summary>
/// <param name="Person">The id, which is also the name to sign in with: 1 to 64 UTF-8 bytes.</param>
/// <param name="Name">The name for people.</param>
/// <param name="IsActive">Whether they may sign in today.</param>
/// <param name="NeedsSecondFactor">Whether their roles ask for a second factor: without one they may only enrol it.</param>
/// <param name="IsDevice">A device signs in by token or certificate, never by password.</param>
public sealed record Account(string Person, Bilingual Name, bool IsActive, bool NeedsSecondFactor, bool IsDevice)
{
    /// <summary>Whether no officer alone may open a way in as them.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Whether a token does for them: who came to need a second factor is not let in by one made without.</summary>
    internal bool Takes(TokenSecret token) => !NeedsSecondFactor || IsDevice || token.IsMultiFactor;
}

/// <summary>Where the accounts are found. Safe on any thread; asked on every request, so it answers from memory.</summary>
public interface IAccounts
{
    /// <summary>The account of that id, or null.</summary>
    Account? Find(string person);
}

/// <summary>An officer that the first run creates.</summary>
/// <param name="Person">The id to sign in with.</param>
/// <param name="Name">The name in both languages.</param>
public sealed record NewOfficer(string Person, Bilingual Name);
