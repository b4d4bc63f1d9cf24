using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Custodia.Server.SignIn;

/// <summary>A person as ASP.NET Core Identity meets them.</summary>
/// <param name="Account">From the books.</param>
internal sealed record SignInUser(Account Account);

/// <summary>
/// The store of ASP.NET Core Identity over the accounts of the books and <see cref="SecretStore"/>: as much of it as passkeys need.
/// </summary>
/// <remarks>
/// Passwords, codes and lockout do not go through it: Identity reads, compares and writes in three steps, and an attempt here
/// must be one step (<see cref="Doorkeeper"/>). Users are not made or changed here, so those methods refuse.
/// </remarks>
internal sealed class SignInUsers(SignInOptions options, SecretStore store) : IUserPasskeyStore<SignInUser>, IUserSecurityStampStore<SignInUser>
{
    public const int MaxPasskeys = 10;

    public Task<string> GetUserIdAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Person);

    public Task<string?> GetUserNameAsync(SignInUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account.Person);

    public Task<string?> GetNormalizedUserNameAsync(SignInUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account.Person);

    public Task<string?> GetSecurityStampAsync(SignInUser user, CancellationToken cancellationToken) =>
        Task.FromResult(store.Find(user.Account.Person)?.Stamp);

    public Task<SignInUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(Find(userId));

    public Task<SignInUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(Find(normalizedUserName));

    public Task<SignInUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(store.FindByKey(SecretStore.PasskeyKey(IdOf(credentialId))) is { } held ? Find(held.Person) : null);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(SignInUser user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. (store.Find(user.Account.Person)?.Passkeys ?? []).Select(InfoOf)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(SignInUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(store.Find(user.Account.Person)?.Passkeys.FirstOrDefault(held => held.Id == IdOf(credentialId)) is { } passkey
            ? InfoOf(passkey)
            : null);

    public Task AddOrUpdatePasskeyAsync(SignInUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var secret = SecretOf(passkey);
        store.Change(user.Account.Person, secrets =>
        {
            var isKnown = secrets.Passkeys.Any(held => held.Id == secret.Id);
            List<PasskeySecret> passkeys = isKnown
                ? [.. secrets.Passkeys.Select(held => held.Id == secret.Id ? secret with { Name = held.Name, Made = held.Made } : held)]
                : [.. secrets.Passkeys, secret];
            return (secrets with { Passkeys = passkeys, Stamp = isKnown ? secrets.Stamp : SecretStore.NewStamp() }, true);
        });
        return Task.CompletedTask;
    }

    public Task RemovePasskeyAsync(SignInUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw ReadOnly();

    // What Identity sets on its way to a save that there is not here.
    public Task SetUserNameAsync(SignInUser user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(SignInUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(SignInUser user, string stamp, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> UpdateAsync(SignInUser user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> CreateAsync(SignInUser user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(SignInUser user, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
        // The store belongs to the data folder.
    }

    /// <summary>The id of a passkey as it is kept and shown.</summary>
    public static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    private SignInUser? Find(string person) =>
        options.Accounts.Find(person) is { IsActive: true, IsDevice: false } account ? new SignInUser(account) : null;

    private static NotSupportedException ReadOnly() => new("People are made and changed in the books.");

    private static PasskeySecret SecretOf(UserPasskeyInfo passkey) => new(IdOf(passkey.CredentialId), passkey.Name ?? "",
        Convert.ToBase64String(passkey.PublicKey), passkey.CreatedAt, passkey.SignCount, passkey.Transports ?? [],
        passkey.IsBackupEligible, passkey.IsBackedUp, Convert.ToBase64String(passkey.AttestationObject),
        Convert.ToBase64String(passkey.ClientDataJson));

    private static UserPasskeyInfo InfoOf(PasskeySecret secret) => new(Base64Url.DecodeFromChars(secret.Id),
        Convert.FromBase64String(secret.PublicKey), secret.Made, secret.SignCount, [.. secret.Transports], isUserVerified: true,
        secret.IsBackupEligible, secret.IsBackedUp, Convert.FromBase64String(secret.Attestation), Convert.FromBase64String(secret.ClientData))
    {
        Name = secret.Name,
    };
}
