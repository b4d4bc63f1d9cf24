using System.CommandLine;
using System.Globalization;
using System.Text;
using Custodia.Journal;
using Custodia.Server.Hosting;

namespace Custodia.Cli;

/// <summary>The command line: verbs of the books from their catalogues, and those of the house.</summary>
internal static class CustodiaCommand
{
    public static async Task<int> Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (Console.IsOutputRedirected)
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var session = new Session(LanguageOf(args));
        var parsed = Asked(session, args).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync(session.Say("See: custodia --help", "說明：custodia --help --lang zh-Hant"));
            return ExitCode.Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            // Statistics leave nothing behind that would have to be put in order: a signal ends them at once, in the midst of a long calculation
            // too. A server hears signals itself and ends in order, however long that takes.
            if (args is [StatisticsCommands.Name, ..] || parsed.CommandResult.Command.Name is UpCommand.Name or WitnessCommands.Serving)
                configuration.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception exception) when (ExitFor(exception) is { } code)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return code;
        }
    }

    /// <summary>The tree of commands.</summary>
    /// <param name="session">The session.</param>
    /// <param name="group">The command that alone is made; null: all.</param>
    /// <param name="verb">The verb of its book that alone is made; null: all.</param>
    public static RootCommand Build(Session session, string? group = null, string? verb = null)
    {
        (string Name, Func<Command> Make)[] commands =
        [
            (UpCommand.Name, () => UpCommand.Build(session)),
            (SignInCommands.SignIn, () => SignInCommands.BuildIn(session)),
            (SignInCommands.SignOut, () => SignInCommands.BuildOut(session)),
            .. BookCommands.Groups(session, verb),
            (StatisticsCommands.Name, () => StatisticsCommands.Build(session)),
            (JournalCommands.Name, () => JournalCommands.Build(session, verb)),
            (VerifyCommands.Name, () => VerifyCommands.Build(session)),
            (WitnessCommands.Name, () => WitnessCommands.Build(session)),
        ];
        return Root(session, commands.Where(command => group is null || command.Name == group).Select(command => command.Make()));
    }

    // The verbs of all books take longer to make than most take to answer: where one is asked for by its name, it alone is made.
    private static RootCommand Asked(Session session, string[] args)
    {
        var verb = args.ElementAtOrDefault(1);
        return args.Length > 0 && Build(session, args[0], verb) is { Subcommands: [var made] } asked
            && (made.Action is not null || made.Subcommands.Any(known => known.Name == verb))
                ? asked
                : Build(session);
    }

    private static RootCommand Root(Session session, IEnumerable<Command> commands)
    {
        var root = new RootCommand(session.Say(
            """
            Custodia: the State system of accounting for nuclear material.

            Begin with:   custodia up --sample
            Sign in:      custodia sign-in --user state.accountant
            Then, say:    custodia materials balance --mba XAFB
            Exit codes:   0 done, 1 refused or not possible, 2 wrong usage or input, 3 what is stored does not verify
            """,
            """
            衡守：國家核物料衡算系統。

            開始使用：  custodia up --sample --lang zh-Hant
            登入：      custodia sign-in --user state.accountant
            例如：      custodia materials balance --mba XAFB --lang zh-Hant
            結束代碼：  0 完成，1 遭拒或無法執行，2 用法或輸入錯誤，3 所存資料未通過驗證
            """));
        root.Options.Add(session.Data);
        root.Options.Add(session.Lang);
        root.Options.Add(session.Json);
        foreach (var command in commands)
            root.Subcommands.Add(command);
        return root;
    }

    // The language is needed before the commands are made, since their help is in it.
    private static string LanguageOf(string[] args)
    {
        var at = Array.FindIndex(args, arg => arg == "--lang" || arg.StartsWith("--lang=", StringComparison.Ordinal));
        if (at < 0)
            return CultureInfo.CurrentUICulture.Name;
        return args[at].Contains('=', StringComparison.Ordinal) ? args[at][7..] : args.ElementAtOrDefault(at + 1) ?? "";
    }

    private static int? ExitFor(Exception exception) => exception switch
    {
        DataFolderException { IsIntegrity: true } or WitnessException { IsIntegrity: true } => ExitCode.Integrity,
        JournalFailedException or JournalCorruptException => ExitCode.Integrity,
        DataFolderException or WitnessException or HttpRequestException or IOException or UnauthorizedAccessException => ExitCode.Refused,
        UsageException => ExitCode.Usage,
        _ => null,
    };
}

/// <summary>The command line does not have its form.</summary>
internal sealed class UsageException(string message) : Exception(message);
