using Custodia.Server;
using Microsoft.Extensions.Hosting;

if (args is not ["up", ..])
{
    await Console.Error.WriteLineAsync("usage: custodia up [address]");
    return 2;
}

var url = args.Length > 1 ? args[1] : CustodiaOptions.DefaultUrl;
if (LoopbackUrl.Problem(url) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

await using var app = CustodiaHost.Build(new CustodiaOptions { Url = url });
await app.StartAsync();
await Console.Out.WriteLineAsync($"Custodia is at {app.Urls.First()} (stop with Ctrl+C)");
await app.WaitForShutdownAsync();
return 0;
