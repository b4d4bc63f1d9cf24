using Custodia.Books.Access;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace Custodia.Server.Access;

/// <summary>
/// Lets whoever brings a token into a folder that is opened without a server, as the command line does. Who can open the
/// folder has its files; what they do through the product is theirs by name all the same.
/// </summary>
public static class TokenCallers
{
    /// <summary>The caller of a token, whose session then stands; null where the token is not taken.</summary>
    /// <param name="folder">The open folder.</param>
    /// <param name="token">The token, or null.</param>
    /// <param name="time">The clock.</param>
    public static Caller? Admit(DataFolder folder, string? token, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (token is null)
            return null;
        var options = Options(folder, time);
        if (new ApiTokens(options, folder.Secrets, time).Check(token) is not var (account, held) || !account.Takes(held))
        {
            options.Journal.SignInFailed(null, SignInFailure.Token, null);
            return null;
        }

        var caller = Caller.Authenticated(account.Person, CallerVia.Api, held.Id, Permissions.OfScopes(held.Scopes));
        folder.Sessions = asking => asking == caller;
        return caller;
    }

    /// <summary>How people sign in to a folder that is opened without a server.</summary>
    internal static SignInOptions Options(DataFolder folder, TimeProvider time) => new()
    {
        Accounts = new PeopleAccounts(folder, time),
        Journal = new DoorJournal(folder.AccessLog, NullLogger<DoorJournal>.Instance),
        CreateOfficers = new FirstOfficers(folder, time).Create,
    };
}
