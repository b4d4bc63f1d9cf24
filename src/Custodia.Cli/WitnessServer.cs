using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Custodia.Proofs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Custodia.Cli;

/// <summary>A witness over HTTP (C2SP tlog-witness): <c>add-checkpoint</c>, and the last checkpoint of each log.</summary>
internal static class WitnessServer
{
    private const string PlainText = "text/plain; charset=utf-8";

    public static WebApplication Build(WitnessFolder witness, string url, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = WitnessRequest.MaxBytes;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        var app = builder.Build();
        app.MapPost("/add-checkpoint", context => Add(context, witness, time));
        app.MapGet("/{origin:length(64)}/checkpoint", (string origin) => Last(witness, origin));
        return app;
    }

    private static async Task Add(HttpContext context, WitnessFolder witness, TimeProvider time)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (!WitnessRequest.TryParse(body.ToArray(), out var request, out var fault))
        {
            await Answer(context, WitnessAnswer.Malformed, fault + "\n");
            return;
        }

        var (verdict, cosigned) = witness.Add(request, time.GetUtcNow());
        var text = verdict switch
        {
            { Answer: WitnessAnswer.Cosign } => cosigned!.Signatures[^1] + "\n",
            { Answer: WitnessAnswer.OtherSize, Log: { } log } => string.Create(CultureInfo.InvariantCulture, $"{log.Size}\n"),
            _ => verdict.Answer + "\n",
        };
        await Answer(context, verdict.Answer, text);
    }

    private static async Task Answer(HttpContext context, WitnessAnswer answer, string text)
    {
        context.Response.StatusCode = (int)answer;
        context.Response.ContentType = answer == WitnessAnswer.OtherSize ? WitnessPush.SizeType : PlainText;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static IResult Last(WitnessFolder witness, string origin) =>
        witness.Logs.FirstOrDefault(log => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(log.Origin))) == origin)
            is { Checkpoint: { } checkpoint }
            ? Results.Text(checkpoint, PlainText)
            : Results.NotFound();
}
