using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Custodia.People.Facts;
using Custodia.Server;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Custodia.Cli;

/// <summary>Starts the server on a data folder.</summary>
internal static class UpCommand
{
    /// <summary>Its verb.</summary>
    public const string Name = "up";

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
        var listen = new Option<string?>("--listen")
        {
            Description = session.Say("Address for other machines, https only; in place of --port", "供其他機器連線之位址，限 https；取代 --port"),
            HelpName = "https://HOST:PORT",
        };
        var certificate = new Option<string?>("--certificate")
        {
            Description = session.Say("Certificate in PEM, or PFX; without it one is made and kept", "PEM 或 PFX 憑證；未給時自行產生並保存"),
            HelpName = "FILE",
        };
        var key = new Option<string?>("--key") { Description = session.Say("Its private key in PEM", "其 PEM 私鑰"), HelpName = "FILE" };
        var host = new Option<string[]>("--host")
        {
            Description = session.Say("A further name under which the server is reached", "伺服器之其他名稱"),
            HelpName = "NAME",
        };
        var command = new Command(Name, session.Say(
            "Start the server; a folder that is not there is made first.\n\nExample: custodia up --data data --sample",
            "啟動伺服器；資料夾不存在時先行建立。\n\n範例：custodia up --data data --sample")) { port, sample, empty, browser, listen, certificate, key, host };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sample) && result.GetValue(empty))
                result.AddError(session.Say("Give either --sample or --empty.", "--sample 與 --empty 請擇一。"));
        });
        command.SetAction((parsed, cancellation) => Run(session, parsed.GetValue(session.Data)!, parsed.GetValue(port),
            parsed.GetValue(sample), parsed.GetValue(empty), openBrowser: !parsed.GetValue(browser),
            new Listening(parsed.GetValue(listen), parsed.GetValue(certificate), parsed.GetValue(key), parsed.GetValue(host) ?? []),
            cancellation));
        return command;
    }

    private static async Task<int> Run(
        Session session, string path, int port, bool isSample, bool isEmpty, bool openBrowser, Listening listening,
        CancellationToken cancellation)
    {
        var address = listening.Url ?? FormattableString.Invariant($"http://127.0.0.1:{port}");
        if (ListenUrl.Problem(address) is { } problem)
            throw new UsageException(problem);
        using var folder = DataFolder.Open(path, TimeProvider.System);
        if (folder.IsNew)
            await FirstContent.Fill(folder, withSample: !isEmpty, Console.Out.WriteLine, cancellation);
        else if (isSample)
            await Console.Error.WriteLineAsync(session.Say(
                $"{folder.Root} is not new: it is served as it is, without the sample.", $"{folder.Root} 並非新資料夾：依現況提供，不加入範例。"));
        using var certificate = ListenUrl.IsHttps(address) ? folder.Certificate(address, listening) : null;
        await using var app = CustodiaHost.Build(new CustodiaOptions
        {
            Url = address,
            Hosts = listening.Hosts,
            Certificate = certificate,
            Data = folder,
            Status = folder.Status,
        });
        await app.StartAsync(cancellation);
        var url = app.Urls.First();
        new RunFile(url, folder.Origin, certificate is null ? null : TlsCertificate.Fingerprint(certificate)).Write(folder.Root);
        try
        {
            await SayBefore(session, app, folder, url, certificate);
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

    private static X509Certificate2 Certificate(this DataFolder folder, string address, Listening listening) =>
        listening.Certificate is { } file
            ? TlsCertificate.Read(file, listening.Key)
            : TlsCertificate.Own(folder.TlsCertificateFile, ListenUrl.Hosts(address, listening.Hosts), TimeProvider.System);

    // What must be compared or typed elsewhere, and with what to sign in.
    private static async Task SayBefore(
        Session session, WebApplication app, DataFolder folder, string url, X509Certificate2? certificate)
    {
        if (certificate is not null)
            await Console.Out.WriteLineAsync(session.Say("Certificate (SHA-256): ", "憑證（SHA-256）：") + TlsCertificate.Fingerprint(certificate));
        if (app.Services.GetService<FirstRun>()?.IssueCode() is { } code)
            await Console.Out.WriteLineAsync(session.Say(
                $"Nobody can sign in yet. Create the first two officers at {url}/setup with this one-time code: {code}",
                $"尚無人可登入。請至 {url}/setup 以此一次性代碼建立首兩位人員：{code}"));
        if (folder.IsSample)
        {
            var people = SamplePeople.All.Where(person => person.Kind == HolderKind.Person).Select(person => person.Id);
            await Console.Out.WriteLineAsync(session.Say("Sample accounts: ", "範例帳號：") + string.Join(", ", people));
            await Console.Out.WriteLineAsync(session.Say("Password of each: ", "共用密碼：") + SamplePeople.Password);
        }
    }

    private sealed record Listening(string? Url, string? Certificate, string? Key, IReadOnlyList<string> Hosts);
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
