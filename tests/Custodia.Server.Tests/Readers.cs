using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Custodia.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Custodia.Server.Tests;

/// <summary>Somebody who may read the whole State, signed in with both factors.</summary>
internal static class Readers
{
    /// <summary>Id of the reader.</summary>
    public const string Name = "registrar";

    /// <summary>Registers the reader and begins a session, as signing in on the page would.</summary>
    /// <returns>The cookie of the session, for a header.</returns>
    public static async Task<string> SignIn(WebApplication app, DataFolder folder, TimeProvider time)
    {
        await new Tester(folder, time).Register(Name, "state", cleared: true, Tester.AllContent);
        var (_, cookie) = app.Services.GetRequiredService<Sessions>().Begin(Name, SignInClaims.ByCode, null, null);
        return "custodia-session=" + cookie;
    }
}
