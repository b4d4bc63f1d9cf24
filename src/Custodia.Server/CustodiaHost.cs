using Custodia.Books.Faces;
using Custodia.Server.Access;
using Custodia.Server.Api;
using Custodia.Server.Finding;
using Custodia.Server.Hosting;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Custodia.Server.Reading.Exports;
using Custodia.Server.Reading.Printing;
using Custodia.Server.Reading.Views;
using Custodia.Server.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Radzen;

namespace Custodia.Server;

/// <summary>Puts the server together. <c>custodia up</c> and the tests start it in their own process.</summary>
public static class CustodiaHost
{
    // Who looks waits, on a thread, until that is on the journal. With a thread for each of so many they wait for the same
    // write; with as many as there are processors they would wait for one another, and all who come after for them.
    private const int LookingTogether = 256;

    /// <summary>Builds the server, ready to be started.</summary>
    /// <exception cref="ArgumentException">The address is not one to listen on; the message is for the user.</exception>
    public static WebApplication Build(CustodiaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ListenUrl.Problem(options.Url) is { } problem)
            throw new ArgumentException(problem, nameof(options));

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The name under which the manifests of the static files are found, whichever program starts the server.
            ApplicationName = typeof(CustodiaHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = options.Environment,
        });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, LookingTogether), ports);
        Listen(builder, options);
        AddServices(builder.Services, options);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Each request that is turned away would be a line: the access log counts them, within limits.
        builder.Logging.AddFilter("Custodia.Server.SignIn", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // It warns that the keys may be stored in the clear; they are not stored at all.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        var app = builder.Build();
        UsePipeline(app, options);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, CustodiaOptions options)
    {
        builder.WebHost.UseUrls(options.Url);
        // Host names are checked too, so that a page elsewhere cannot reach the server under a name of its own.
        builder.Configuration["AllowedHosts"] = string.Join(
            ';', ListenUrl.Hosts(options.Url, options.Hosts).Select(host => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host));
        builder.Services.Configure<HostFilteringOptions>(filtering => filtering.AllowEmptyHosts = false);
        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            throw new ArgumentException("Kestrel:Endpoints would open further addresses. Remove it.", nameof(builder));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            ServerLimits.Set(kestrel.Limits);
        });
        if (ListenUrl.IsHttps(options.Url))
        {
            builder.WebHost.UseCustodiaTls(options.Certificate
                ?? throw new ArgumentException("https needs a certificate.", nameof(options)));
        }
    }

    private static void AddServices(IServiceCollection services, CustodiaOptions options)
    {
        SecurityHeaders.Add(services);
        services.AddSingleton(options);
        services.AddHealthChecks();
        // What cannot be read of a request is the request's fault, whoever looks on.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddSingleton(options.Time);
        if (options.Data is { } data)
        {
            services.AddSingleton(data);
            services.AddSingleton(data.Node);
            services.AddSingleton(data.Materials);
            services.AddHttpContextAccessor();
            services.AddScoped<CallerSource>();
            services.AddScoped(provider =>
            {
                var source = provider.GetRequiredService<CallerSource>();
                return new Desk(data, () => source.Current);
            });
            services.AddScoped<SignInDesk>();
            services.AddSingleton<LiveEntries>();
            services.AddSingleton<PagePrinter>();
            services.AddSingleton<OwnPages>();
            services.AddSingleton<ISavedViews>(new FileSavedViews(data.Preferences));
            services.AddSingleton<CatalogueFace>();
            services.AddSingleton<DocumentFace>();
            services.AddSingleton<ImportFace>();
            services.AddSingleton<ReportFace>();
            services.AddSingleton<JournalFace>();
            services.AddHostedService<CheckpointService>();
            services.AddCustodiaApi();
            AddAccess(services, options, data);
        }

        services.AddFinding(hasBooks: options.Data is not null);
        services.AddLocalization();
        services.AddProductLanguages();
        services.AddRadzenComponents();
        services.AddRazorComponents().AddInteractiveServerComponents(CircuitLimits.Limit)
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = CircuitLimits.MaxMessageBytes);
        // The keys protect only forms and connections that end with the process: nothing is written outside the data.
        services.AddAntiforgery(forms =>
        {
            var isHttps = ListenUrl.IsHttps(options.Url);
            forms.Cookie.Name = isHttps ? "__Host-custodia-form" : "custodia-form";
            forms.Cookie.Path = "/";
            forms.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    // Nothing is served to whoever is not signed in, but what says of itself that it is for everybody.
    private static void AddAccess(IServiceCollection services, CustodiaOptions options, DataFolder data)
    {
        services.AddSingleton<DoorJournal>();
        services.AddSingleton(data.AccessLog);
        services.AddSignIn(provider => options.SignIn ?? new SignInOptions
        {
            Accounts = new PeopleAccounts(data, options.Time),
            Journal = provider.GetRequiredService<DoorJournal>(),
            CreateOfficers = new FirstOfficers(data, options.Time).Create,
            Names = () => data.Names,
            TakesSamplePassword = data.IsSample,
        }, data, isHttps: options.Url.StartsWith("https:", StringComparison.Ordinal));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void UsePipeline(WebApplication app, CustodiaOptions options)
    {
        if (ListenUrl.IsHttps(options.Url))
            app.UseHsts();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        app.UseApiGuard();
        app.RefuseForeignPages();
        if (options.Data is { } folder)
        {
            app.UseSignIn();
            var door = app.Services.GetRequiredService<Doorkeeper>();
            folder.Sessions = caller => door.StandingOf(caller) == Standing.SignedIn;
            app.UseAuthorization();
        }
        else
            app.HideSignIn();
        app.UseAntiforgery();

        if (options.Data is { } data)
        {
            app.MapCustodiaApi(data);
            app.MapDownloads();
            app.MapSignIn();
            app.MapExports();
            app.MapPagePdf();
        }
        else
        {
            app.MapHealthChecks("/health");
        }

        app.MapPreferences();
        app.MapStaticAssets().AllowAnonymous();
        // The policy is sent once, for every response, by the security headers.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
    }
}
