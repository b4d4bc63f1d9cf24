using System.CommandLine;
using Custodia.Server;
using Custodia.Server.Hosting;
using Microsoft.Extensions.Hosting;

namespace Custodia.Cli;

/// <summary>Starts the server on a data folder.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 5080;

    public static Command Build(Session session)
    {
        var port = new Option<int>("--port")
        {
            Description = session.Say("Port on this machine; 0 takes any free one", "本機連接埠；0 表示任一可用者"),
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort,
        };
        var sample = new Option<bool>("--sample")
        {
            Description = session.Say("Fill a new folder with the sample State (so it is unless --empty is given)", "以範例國家資料建立新資料夾（未給 --empty 時之預設）"),
        };
        var empty = new Option<bool>("--empty")
        {
            Description = session.Say("Leave a new folder empty, but for the code tables", "建立僅含代碼表之新資料夾"),
        };
        var browser = new Option<bool>("--no-browser") { Description = session.Say("Do not open a browser", "不開啟瀏覽器") };
        var command = new Command("up", session.Say(
            "Start the server; a folder that is not there is made first.\n\nExample: custodia up --data data --sample",
            "啟動伺服器；資料夾不存在時先行建立。\n\n範例：custodia up --data data --sample")) { port, sample, empty, browser };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sample) && result.GetValue(empty))
                result.AddError(session.Say("Give either --sample or --empty.", "--sample 與 --empty 請擇一。"));
        });
        command.SetAction((parsed, cancellation) => Run(session, parsed.GetValue(session.Data)!, parsed.GetValue(port),
            parsed.GetValue(sample), parsed.GetValue(empty), openBrowser: !parsed.GetValue(browser), cancellation));
        return command;
    }

    private static async Task<int> Run(
        Session session, string path, int port, bool isSample, bool isEmpty, bool openBrowser, CancellationToken cancellation)
    {
        using var folder = DataFolder.Open(path, TimeProvider.System);
        if (folder.IsNew)
            await FirstContent.Fill(folder, withSample: !isEmpty, Console.Out.WriteLine, cancellation);
        else if (isSample)
            await Console.Error.WriteLineAsync(session.Say(
                $"{folder.Root} is not new: it is served as it is, without the sample.", $"{folder.Root} 並非新資料夾：依現況提供，不加入範例。"));
        await using var app = CustodiaHost.Build(new CustodiaOptions
        {
            Url = FormattableString.Invariant($"http://127.0.0.1:{port}"),
            Data = folder,
            Status = folder.Status,
        });
        await app.StartAsync(cancellation);
        var url = app.Urls.First();
        new RunFile(url, folder.Origin).Write(folder.Root);
        try
        {
            await Console.Out.WriteLineAsync(session.Say(
                $"Custodia is at {url} (stop with Ctrl+C)", $"衡守位於 {url}（按 Ctrl+C 停止）"));
            if (openBrowser)
                Browser.Open(url);
            await app.WaitForShutdownAsync(cancellation);
        }
        finally
        {
            RunFile.Delete(folder.Root);
        }

        return folder.Journal.Failed.IsCompleted ? ExitCode.Integrity : ExitCode.Ok;
    }
}

/// <summary>The reader's browser, where there is one.</summary>
internal static class Browser
{
    public static void Open(string url)
    {
        if (Console.IsOutputRedirected || (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null or ""))
            return;
        try
        {
            using var _ = System.Diagnostics.Process.Start(OperatingSystem.IsLinux()
                ? new System.Diagnostics.ProcessStartInfo("xdg-open", url) { RedirectStandardError = true }
                : new System.Diagnostics.ProcessStartInfo(url) { UseShellExecute = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is none that can be opened from here: the line on the console says where to look.
        }
    }
}
