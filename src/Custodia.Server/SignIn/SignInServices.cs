using Custodia.Server.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Custodia.Server.SignIn;

/// <summary>Puts signing in together.</summary>
internal static class SignInServices
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 (OWASP password storage, 2023: 210,000).</summary>
    public const int PasswordRounds = 210_000;

    private static readonly string[] Pages = ["/sign-in", "/setup", "/enrol", "/account"];

    public static void AddSignIn(
        this IServiceCollection services, Func<IServiceProvider, SignInOptions> options, DataFolder data, bool isHttps)
    {
        services.AddSingleton(options);
        services.AddSingleton(data.Secrets);
        services.AddSingleton<Sessions>();
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<PendingSignIns>();
        services.AddSingleton<PageSignIn>();
        services.AddSingleton(provider => new FirstRun(
            provider.GetRequiredService<SignInOptions>(), data.Secrets, provider.GetRequiredService<Credentials>(),
            new FolderLayout(data.Root).SetupCode));
        services.AddSingleton<IPasswordHasher<PersonSecrets>>(new PasswordHasher<PersonSecrets>(
            Options.Create(new PasswordHasherOptions { IterationCount = PasswordRounds })));
        services.AddSchemes(isHttps);
        services.AddPasskeys();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionAuthenticationState>();
        services.AddScoped<CircuitHandler, SessionCircuit>();
        services.Configure<AntiforgeryOptions>(antiforgery =>
        {
            antiforgery.Cookie.Name = isHttps ? "__Host-custodia-form" : "custodia-form";
            antiforgery.Cookie.Path = "/";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });
    }

    /// <summary>Finds out who asks, and keeps whoever owes a second factor to setting it up.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseSecondFactorGate(app.Services.GetRequiredService<Doorkeeper>());
    }

    /// <summary>Where nobody signs in there are no pages for it.</summary>
    public static void HideSignIn(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!Pages.Any(page => context.Request.Path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static void AddSchemes(this IServiceCollection services, bool isHttps) => services
        .AddAuthentication(SignInSchemes.Choice)
        .AddPolicyScheme(SignInSchemes.Choice, null, choice => choice.ForwardDefaultSelector = SignInSchemes.Choose)
        .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SignInSchemes.Session, null)
        .AddScheme<AuthenticationSchemeOptions, TokenHandler>(SignInSchemes.Token, null)
        .AddScheme<AuthenticationSchemeOptions, CertificateHandler>(SignInSchemes.Certificate, null)
        // Identity keeps the challenge of a passkey in the cookie of this scheme.
        .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = isHttps ? "__Host-custodia-passkey" : "custodia-passkey";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            cookie.ExpireTimeSpan = PendingSignIns.Lasts;
        });

    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<SignInUser>(identity =>
        {
            // The books say who exists; Identity is not to judge their names.
            identity.User.AllowedUserNameCharacters = "";
            identity.User.RequireUniqueEmail = false;
        }).AddSignInManager().AddUserStore<SignInUsers>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // With user verification a passkey is something that one has and knows or is: both factors.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            // A form of a page that sends no referrer says "Origin: null": what counts is what the authenticator signed.
            passkeys.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin
                && Uri.TryCreate(origin.Origin, UriKind.Absolute, out var signed)
                && signed == new Uri($"{origin.HttpContext.Request.Scheme}://{origin.HttpContext.Request.Host}"));
        });
    }
}
