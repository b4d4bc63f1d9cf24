using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.Api;
using Microsoft.AspNetCore.Antiforgery;

namespace Custodia.Server.SignIn;

/// <summary>What other systems and the command line send to sign in.</summary>
/// <param name="User">Name of the account.</param>
/// <param name="Password">Its password.</param>
/// <param name="Code">A code of the app or a recovery code, where the account has a second factor.</param>
public sealed record SignInInput(string User, string Password, string? Code = null);

/// <summary>What they get.</summary>
/// <param name="Person">Who is signed in.</param>
/// <param name="Token">For the header <c>Authorization: Bearer</c>.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="Scopes">What it may be used for.</param>
public sealed record SignInAnswer(string Person, string Token, DateTimeOffset Expires, IReadOnlyList<string> Scopes);

/// <summary>Who is signed in.</summary>
/// <param name="Person">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Via">How, as in <see cref="SignInClaims.Via"/>.</param>
/// <param name="Methods">With what, as in <see cref="SignInClaims.Methods"/>.</param>
/// <param name="Scopes">What a token may be used for; null: no limit of its own.</param>
public sealed record SessionAnswer(string Person, Bilingual Name, string Via, string Methods, string? Scopes);

/// <summary>Signing in and out besides the pages: the API, and the form of the header of every page.</summary>
internal static class SignInEndpoints
{
    private const string TokenName = "custodia sign-in";
    private const int MaxBody = 16 * 1024;

    /// <summary>How long a token of the command line lasts.</summary>
    public static readonly TimeSpan TokenLasts = TimeSpan.FromHours(12);

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiGuard.Prefix + "/v1").DisableAntiforgery().WithTags("sign-in");
        api.MapPost("sign-in", SignIn).Accepts<SignInInput>(FaceAnswer.Json).Produces<SignInAnswer>()
            .WithMetadata(new RequestSizeLimit(MaxBody)).AllowAnonymous().WithSummary("Sign in for an API token that lasts twelve hours.");
        api.MapPost("sign-out", SignOut).WithSummary("Revoke the token that is sent.");
        api.MapGet("session", Session).Produces<SessionAnswer>().WithSummary("Who is signed in.");
        app.MapPost("/sign-out", Leave).AllowAnonymous().ExcludeFromDescription();
        app.MapPasskeyOptions();
    }

    private static async Task SignIn(HttpContext context, SignInInput input, SignInOptions options, Doorkeeper doorkeeper,
        ApiTokens tokens, SecretStore store, SignInLimits limits)
    {
        var address = PageSignIn.AddressOf(context);
        if (!limits.Take(context.Connection.RemoteIpAddress, input.User))
        {
            options.Journal.SignInFailed(null, SignInFailure.TooMany, address);
            await Refuse(context, SignInRefusals.TooMany, StatusCodes.Status429TooManyRequests);
            return;
        }

        var step = await doorkeeper.TryPassword(input.User, input.Password, address, context.RequestAborted);
        if (step is SignInStep.CodeNeeded needed)
        {
            step = string.IsNullOrWhiteSpace(input.Code)
                ? new SignInStep.Refused(SignInRefusals.CodeNeeded.In("code"))
                : doorkeeper.TryCode(needed.Account.Person, needed.Stamp, input.Code, address);
        }

        if (step is not SignInStep.Done done)
        {
            await Refuse(context, ((SignInStep.Refused)step).Reason.Reason, StatusCodes.Status401Unauthorized);
            return;
        }

        var person = done.Account.Person;
        if (done.Account.NeedsSecondFactor && !SignInClaims.IsMultiFactor(done.Methods))
        {
            await Refuse(context, SignInRefusals.SecondFactorRequired, StatusCodes.Status403Forbidden);
            return;
        }

        MakeRoom(store, tokens, person);
        var made = tokens.Make(person, TokenName, [.. options.Scopes.Select(scope => scope.Name)], TokenLasts, person,
            SignInClaims.IsMultiFactor(done.Methods));
        if (!made.IsGiven)
        {
            await ApiResults.Write(context, FaceAnswer.Refuse(made.Refusals));
            return;
        }

        options.Journal.SignedIn(person, made.Value.Kept.Id, done.Methods, address);
        await ApiResults.Write(context, FaceAnswer.Of(
            new SignInAnswer(person, made.Value.Text, made.Value.Kept.Expires, made.Value.Kept.Scopes)));
    }

    // Tokens of forgotten terminals make room for this one; tokens that a person made are left alone.
    private static void MakeRoom(SecretStore store, ApiTokens tokens, string person)
    {
        var own = store.Find(person)?.Tokens ?? [];
        if (own.Count >= ApiTokens.MaxPerPerson && own.Where(token => token.Name == TokenName).MinBy(token => token.Made) is { } oldest)
            tokens.Revoke(person, oldest.Id, person);
    }

    private static async Task SignOut(HttpContext context, ApiTokens tokens)
    {
        var user = context.User;
        if (SignInClaims.PersonOf(user) is not { } person || user.FindFirst(SignInClaims.Via)?.Value != SignInClaims.ViaApi)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        tokens.Revoke(person, user.FindFirst(SignInClaims.Session)!.Value, person);
        await ApiResults.Write(context, FaceAnswer.Of(new { person }));
    }

    private static async Task Session(HttpContext context, SignInOptions options)
    {
        var user = context.User;
        if (SignInClaims.PersonOf(user) is not { } person || options.Accounts.Find(person) is not { } account)
        {
            await ApiResults.SignInRequired(context);
            return;
        }

        await ApiResults.Write(context, FaceAnswer.Of(new SessionAnswer(person, account.Name, user.FindFirst(SignInClaims.Via)!.Value,
            user.FindFirst(SignInClaims.Methods)!.Value, user.FindFirst(SignInClaims.Scopes)?.Value)));
    }

    private static async Task<IResult> Leave(HttpContext context, PageSignIn pages, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        pages.Leave(context);
        return Results.LocalRedirect("/sign-in?done=out");
    }

    private static Task Refuse(HttpContext context, RefusalCode reason, int status) =>
        ApiResults.Write(context, FaceAnswer.Refuse(reason.At(default)), status);
}
