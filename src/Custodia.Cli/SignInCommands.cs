using System.CommandLine;
using System.Text;
using System.Text.Json;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Server.SignIn;

namespace Custodia.Cli;

/// <summary>Signs the command line in at a running server, and out.</summary>
internal static class SignInCommands
{
    public const string SignIn = "sign-in";
    public const string SignOut = "sign-out";

    public static Command BuildIn(Session session)
    {
        var user = new Option<string>("--user")
        {
            Description = session.Say("Name of the account", "帳號"),
            HelpName = "NAME",
            Required = true,
        };
        var command = new Command(SignIn, session.Say(
            "Sign in at the running server for twelve hours. Password and code are asked for, or read as two lines of standard input.",
            "登入執行中的伺服器，效期十二小時。密碼與驗證碼於終端機詢問，或自標準輸入讀取兩行。")) { user };
        command.SetAction((parsed, _) => In(session, parsed, parsed.GetValue(user)!));
        return command;
    }

    public static Command BuildOut(Session session)
    {
        var command = new Command(SignOut, session.Say("Give the sign-in back", "登出"));
        command.SetAction((parsed, _) => Out(session, parsed));
        return command;
    }

    private static async Task<int> In(Session session, ParseResult parsed, string user)
    {
        var folder = parsed.GetValue(session.Data)!;
        await using var server = await Find(session, folder);
        var password = await Ask(session.Say("Password: ", "密碼："));
        var answer = await server.SignIn(new SignInInput(user, password));
        if (IsRefused(answer, SignInRefusals.CodeNeeded))
            answer = await server.SignIn(new SignInInput(user, password, await Ask(session.Say("Code: ", "驗證碼："))));
        if (answer.Status != FaceStatus.Ok)
        {
            await session.Write(parsed, answer);
            return ExitCode.Of(answer.Status);
        }

        var signedIn = JsonSerializer.Deserialize<SignInAnswer>(answer.Content.Span, FaceJson.Options)!;
        TokenFile.Write(server.Origin, signedIn.Token);
        await Console.Out.WriteLineAsync(session.Say(
            $"Signed in as {signedIn.Person} until {signedIn.Expires:u}.", $"已以 {signedIn.Person} 登入，至 {signedIn.Expires:u}。"));
        return ExitCode.Ok;
    }

    private static async Task<int> Out(Session session, ParseResult parsed)
    {
        await using var server = await Find(session, parsed.GetValue(session.Data)!);
        var answer = await server.SignOut();
        TokenFile.Delete(server.Origin);
        if (answer.Status != FaceStatus.Ok)
            await session.Write(parsed, answer);
        return ExitCode.Of(answer.Status);
    }

    private static async Task<RemoteConnection> Find(Session session, string folder) =>
        await RemoteConnection.Find(folder) ?? throw new DataFolderNotServedException(session.Say(
            $"No server runs on {folder}. Start one with: custodia up --data {folder}",
            $"{folder} 無執行中的伺服器。請以 custodia up --data {folder} 啟動。"));

    private static bool IsRefused(FaceAnswer answer, RefusalCode code) =>
        answer.Status != FaceStatus.Ok && Encoding.UTF8.GetString(answer.Content.Span).Contains($"\"{code.Code}\"", StringComparison.Ordinal);

    // On a terminal nothing of it is shown; otherwise it is the next line.
    private static async Task<string> Ask(string prompt)
    {
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync() ?? "";
        await Console.Error.WriteAsync(prompt);
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                text.Append(key.KeyChar);
        }

        await Console.Error.WriteLineAsync();
        return text.ToString();
    }
}

/// <summary>There is no server to sign in at.</summary>
internal sealed class DataFolderNotServedException(string message) : IOException(message);
