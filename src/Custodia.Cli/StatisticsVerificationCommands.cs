using System.CommandLine;
using System.Globalization;
using Custodia.Books.Faces;
using Custodia.Statistics.Itemised;
using Custodia.Statistics.Verification;

namespace Custodia.Cli;

/// <summary>The verbs of verification under <c>statistics</c>: they work on numbers and files alone and open no journal.</summary>
internal static class StatisticsVerificationCommands
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<Command> Verbs(Session session) => [SampleSizeCommand.Build(session), Paired(session), Itemised(session)];

    private static Command Paired(Session session)
    {
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("CSV: ", "CSV：") + PairedFile.Header };
        var absolute = new Option<bool>("--absolute")
        {
            Description = session.Say("Errors do not grow with the mass: give variances of masses, not relative ones",
                "誤差不隨質量增長：給出質量之變異數，而非相對變異數"),
        };
        var command = new Command("paired", session.Say(
            "Estimate random and systematic errors from items that operator and inspector both measured.\n\n"
                + "Example: custodia statistics paired drums.csv",
            "由營運者與檢查員皆已量測之料件，估計隨機與系統誤差。\n\n範例：custodia statistics paired drums.csv"))
        {
            file, absolute,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetRequiredValue(file);
            if (source.Length > PairedFile.MostBytes)
                return await Answer(session, parsed, [TooLarge(source, PairedFile.MostBytes)], source.Name);
            var outcome = PairedFile.Evaluate(await File.ReadAllBytesAsync(source.FullName, cancellation),
                parsed.GetValue(absolute) ? ErrorScale.Absolute : ErrorScale.Relative);
            return outcome.Value is { } value
                ? await Answer(session, parsed, VerificationView.Of(value, Digits(session, parsed)))
                : await Answer(session, parsed, outcome.Faults, source.Name);
        });
        return command;
    }

    private static Command Itemised(Session session)
    {
        var file = new Argument<FileInfo>("FILE") { Description = session.Say("JSON: sources of error and strata", "JSON：誤差來源與料層") };
        var command = new Command("itemised", session.Say(
            "Close a balance item by item, with error sources that strata share: MUF, its standard deviation, and where that comes from.\n\n"
                + "Example: custodia statistics itemised balance.json",
            "逐料件結算平衡，計入料層共用之誤差來源：不明物料量、其標準差及來源。\n\n範例：custodia statistics itemised balance.json"))
        {
            file,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetRequiredValue(file);
            if (source.Length > ItemisedFile.MostBytes)
                return await Answer(session, parsed, [TooLarge(source, ItemisedFile.MostBytes)], source.Name);
            var json = await File.ReadAllBytesAsync(source.FullName, cancellation);
            var read = ItemisedFile.Read(json);
            if (read.Value is not { } @case)
                return await Answer(session, parsed, read.Faults, source.Name);
            var element = ItemisedFile.Evaluate(@case, ofIsotope: false, json);
            var isotope = @case.Isotope is null ? null : ItemisedFile.Evaluate(@case, ofIsotope: true, json);
            return element.Value is null || isotope is { Value: null }
                ? await Answer(session, parsed, [.. element.Faults.Concat(isotope?.Faults ?? []).Distinct()], source.Name)
                : await Answer(session, parsed, ItemisedView.Of(@case, element.Value, isotope?.Value, Digits(session, parsed)));
        });
        return command;
    }

    /// <summary>Writes an answer with labels in the session's language.</summary>
    public static async Task<int> Answer(Session session, ParseResult parsed, object value)
    {
        await session.Write(parsed, FaceAnswer.Of(value), labels: VerificationView.Labels);
        return ExitCode.Ok;
    }

    /// <summary>Writes why there is no answer.</summary>
    public static async Task<int> Answer(Session session, ParseResult parsed, IReadOnlyList<Fault> faults, string? file = null)
    {
        var answer = FaceAnswer.Refuse([.. faults.Select(fault => VerificationRefusals.Of(fault, file))]);
        await session.Write(parsed, answer);
        return ExitCode.Of(answer.Status);
    }

    /// <summary>All digits as JSON, six for people; zero has no sign.</summary>
    public static Func<double, double> Digits(Session session, ParseResult parsed) => parsed.GetValue(session.Json)
        ? value => value + 0.0
        : value => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;

    private static Fault TooLarge(FileInfo file, int most) => new(FaultCodes.TooMany, "", $"≤ {most}", $"{file.Length}");
}
