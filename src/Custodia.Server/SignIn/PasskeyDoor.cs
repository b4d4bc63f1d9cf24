using Custodia.Books;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Custodia.Server.SignIn;

/// <summary>Passkeys (WebAuthn): the browser asks for options, the authenticator answers, and the answer comes with a form.</summary>
internal static class PasskeyDoor
{
    public const int MaxNameLength = 64;

    /// <summary>Longest answer of an authenticator, in characters.</summary>
    public const int MaxCredential = 64 * 1024;

    public static void MapPasskeyOptions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/passkey-options", async (HttpContext context, IAntiforgery antiforgery, SignInLimits limits,
            SignInManager<SignInUser> identity) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            return limits.Take(context.Connection.RemoteIpAddress)
                ? Results.Content(await identity.MakePasskeyRequestOptionsAsync(null), "application/json")
                : Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }).AllowAnonymous().ExcludeFromDescription();

        app.MapPost("/account/passkeys/options", async (HttpContext context, IAntiforgery antiforgery, SignInManager<SignInUser> identity,
            SignInOptions options) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (SignInClaims.PersonOf(context.User) is not { } person || options.Accounts.Find(person) is not { } account)
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            // The handle of the user must be the id that the store finds them by.
            var entity = new PasskeyUserEntity { Id = person, Name = person, DisplayName = account.Name.En };
            return Results.Content(await identity.MakePasskeyCreationOptionsAsync(entity), "application/json");
        }).ExcludeFromDescription();
    }

    /// <summary>Signs in with the answer of an authenticator.</summary>
    public static async Task<Answer<SignInStep.Done>> Enter(
        HttpContext context, SignInManager<SignInUser> identity, UserManager<SignInUser> users, SignInOptions options, string credential)
    {
        PasskeyAssertionResult<SignInUser>? result = null;
        if (credential.Length is > 0 and <= MaxCredential)
        {
            try
            {
                result = await identity.PerformPasskeyAssertionAsync(credential);
            }
            catch (InvalidOperationException)
            {
                // The challenge is missing: its cookie was too old, or never there.
            }
        }

        if (result is not { Succeeded: true } || options.Accounts.Find(result.User.Account.Person) is not { IsActive: true, IsDevice: false } account)
        {
            options.Journal.SignInFailed(null, SignInFailure.Passkey, PageSignIn.AddressOf(context));
            return SignInRefusals.PasskeyFailed.At(default);
        }

        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return new SignInStep.Done(account, SignInClaims.ByPasskey);
    }

    /// <summary>Adds the passkey that an authenticator has made.</summary>
    /// <returns>Recovery codes where there were none, shown once; or the refusal.</returns>
    public static async Task<Answer<string[]>> Add(HttpContext context, SignInManager<SignInUser> identity,
        UserManager<SignInUser> users, SignInOptions options, SecretStore store, Sessions sessions, Credentials credentials,
        string person, string name, string credential)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
            return SignInRefusals.Missing.In("name", $"1–{MaxNameLength}");
        if (credential.Length is 0 or > MaxCredential || store.Find(person)?.Passkeys.Count >= SignInUsers.MaxPasskeys)
            return SignInRefusals.PasskeyFailed.At(default);
        PasskeyAttestationResult result;
        try
        {
            result = await identity.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return SignInRefusals.PasskeyFailed.At(default);
        }

        if (!result.Succeeded || result.UserEntity.Id != person || options.Accounts.Find(person) is not { } account)
            return SignInRefusals.PasskeyFailed.At(default);
        result.Passkey.Name = name.Trim();
        await users.AddOrUpdatePasskeyAsync(new SignInUser(account), result.Passkey);
        options.Journal.PasskeyAdded(person, SignInUsers.IdOf(result.Passkey.CredentialId), name.Trim());
        var session = context.User.FindFirst(SignInClaims.Session)!.Value;
        sessions.Strengthen(session, SignInClaims.ByPasskey);
        credentials.EndSessions(person, person, session);
        return store.Find(person)!.RecoveryCodes.Count > 0 ? Array.Empty<string>() : [.. credentials.MakeRecoveryCodes(person)];
    }
}
