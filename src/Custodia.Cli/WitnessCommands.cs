using System.CommandLine;
using System.Globalization;
using Custodia.Books.Faces;
using Custodia.Proofs;

namespace Custodia.Cli;

/// <summary>
/// The verbs of a witness: an inspectorate, or a State's second node. They use the proofs alone and no data folder.
/// </summary>
internal static class WitnessCommands
{
    public const string Name = "witness";
    public const string Serving = "serve";

    public static Command Build(Session session) => new(Name, session.Say(
        "Be a witness: cosign checkpoints of journals that only grow", "擔任見證者：僅副署持續增長之日誌檢查點"))
    {
        KeyGen(session),
        Trust(session),
        Sign(session),
        Logs(session),
        Serve(session),
    };

    private static Command KeyGen(Session session)
    {
        var folder = Folder(session);
        var name = new Option<string>("--name")
        {
            Description = session.Say("Name of the witness, such as inspectorate.example/w1", "見證者名稱，如 inspectorate.example/w1"),
            HelpName = "NAME",
            Required = true,
        };
        var command = new Command("keygen", session.Say(
            "Make the folder and the key of a witness, and write its public key, to be registered.\n\n"
            + "Example: custodia witness keygen --name inspectorate.example/w1",
            "建立見證者資料夾與金鑰，並輸出公開金鑰以供登記。\n\n範例：custodia witness keygen --name inspectorate.example/w1")) { folder, name };
        command.SetAction(async (parsed, _) =>
        {
            var key = WitnessFolder.Create(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(name));
            await Console.Out.WriteLineAsync(key.ToString());
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Trust(Session session)
    {
        var folder = Folder(session);
        var key = new Argument<string>("KEY")
        {
            Description = session.Say("The verifier key of a journal, or a file with it: got by a way that you trust", "日誌之驗證金鑰或其檔案：須由可信途徑取得"),
        };
        var command = new Command("trust", session.Say(
            "Know a journal by its key.\n\nExample: custodia witness trust key.pub", "以金鑰認識日誌。\n\n範例：custodia witness trust key.pub")) { key, folder };
        command.SetAction(async (parsed, _) =>
        {
            using var witness = WitnessFolder.Open(parsed.GetRequiredValue(folder));
            var trusted = VerifyCommands.ReadKey(session, parsed.GetRequiredValue(key));
            witness.Trust(trusted);
            await Console.Out.WriteLineAsync(trusted.Name);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Sign(Session session)
    {
        var folder = Folder(session);
        var visit = new Argument<string>("VISIT")
        {
            Description = session.Say("The file of a visit, as 'journal visit' or the page of witnesses gives it", "查訪檔：由「journal visit」或見證者頁面取得"),
        };
        var output = new Option<string?>("--out") { Description = session.Say("Write the cosigned checkpoint to a file", "將經副署之檢查點寫入檔案"), HelpName = "FILE" };
        var command = new Command("sign", session.Say(
            "Cosign a checkpoint that contains what was cosigned before; refuse any other.\n\n"
            + "Example: custodia witness sign visit.txt --out cosigned.txt",
            "副署包含前次內容之檢查點，其他一律拒絕。\n\n範例：custodia witness sign visit.txt --out cosigned.txt")) { visit, folder, output };
        command.SetAction(async (parsed, _) =>
        {
            var file = parsed.GetRequiredValue(visit);
            if (!WitnessRequest.TryParse(await File.ReadAllBytesAsync(file, CancellationToken.None), out var request, out var fault))
                throw new UsageException(session.Say($"{file} is not the file of a visit ({fault}).", $"{file} 不是查訪檔（{fault}）。"));
            using var witness = WitnessFolder.Open(parsed.GetRequiredValue(folder));
            var (verdict, cosigned) = witness.Add(request, TimeProvider.System.GetUtcNow());
            if (cosigned is null)
            {
                await Console.Error.WriteLineAsync(Explain(session, verdict, request));
                return IsAlarm(verdict) ? ExitCode.Integrity : ExitCode.Refused;
            }

            await session.Write(parsed, new FaceAnswer(FaceStatus.Ok, cosigned.Encode(), FaceAnswer.Text), parsed.GetValue(output));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Logs(Session session)
    {
        var folder = Folder(session);
        var command = new Command("logs", session.Say("List the journals that it knows, and what it cosigned last.", "列出所認識之日誌及最近之副署。")) { folder };
        command.SetAction(async (parsed, _) =>
        {
            using var witness = WitnessFolder.Open(parsed.GetRequiredValue(folder));
            await session.Write(parsed, FaceAnswer.Of(witness.Logs.Select(log => new { log.Origin, log.Size, log.Root })));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Serve(Session session)
    {
        var folder = Folder(session);
        var listen = new Option<string>("--listen")
        {
            Description = session.Say("Address to listen at; anything but loopback needs TLS before it", "監聽位址；非本機位址須於其前設置 TLS"),
            HelpName = "URL",
            DefaultValueFactory = _ => "http://127.0.0.1:5090",
        };
        var command = new Command(Serving, session.Say(
            "Cosign over HTTP, as journals ask (C2SP tlog-witness).\n\nExample: custodia witness serve --listen http://127.0.0.1:5090",
            "以 HTTP 受理副署請求（C2SP tlog-witness）。\n\n範例：custodia witness serve --listen http://127.0.0.1:5090")) { folder, listen };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var witness = WitnessFolder.Open(parsed.GetRequiredValue(folder));
            await using var server = WitnessServer.Build(witness, parsed.GetRequiredValue(listen), TimeProvider.System);
            await server.StartAsync(cancellation);
            await Console.Out.WriteLineAsync(session.Say(
                $"{witness.VerifierKey.Name} witnesses at {server.Urls.First()} (stop with Ctrl+C)",
                $"{witness.VerifierKey.Name} 於 {server.Urls.First()} 受理（按 Ctrl+C 停止）"));
            await Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(server, cancellation);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Whether a verdict says that a journal lost entries or has two faces.</summary>
    private static bool IsAlarm(WitnessVerdict verdict) => verdict.Answer == WitnessAnswer.Inconsistent || IsRollback(verdict);

    private static bool IsRollback(WitnessVerdict verdict) =>
        verdict is { Answer: WitnessAnswer.OtherSize or WitnessAnswer.Malformed, Log: { } log, Checkpoint: { } now } && now.Size < log.Size;

    private static string Explain(Session session, WitnessVerdict verdict, WitnessRequest request)
    {
        var seen = verdict.Log?.Size.ToString(CultureInfo.InvariantCulture);
        if (IsRollback(verdict))
            return session.Say(
                $"Not signed: this journal has {verdict.Checkpoint!.Size} entries and had {seen} at the last visit. Entries were taken away.",
                $"未副署：此日誌現有 {verdict.Checkpoint!.Size} 筆分錄，前次查訪時為 {seen} 筆。分錄遭移除。");
        return verdict.Answer switch
        {
            WitnessAnswer.Inconsistent => session.Say(
                $"Not signed: the checkpoint does not contain the {seen} entries of the last visit. The journal was changed, or has two faces.",
                $"未副署：檢查點未包含前次查訪之 {seen} 筆分錄。日誌遭變更，或存在兩份。"),
            WitnessAnswer.OtherSize => session.Say(
                $"Not signed: the proof begins at {request.OldSize}, the last visit was at {seen}. Ask for: custodia journal visit --from {seen}",
                $"未副署：證明自 {request.OldSize} 筆起，前次查訪為 {seen} 筆。請取得：custodia journal visit --from {seen}"),
            WitnessAnswer.UnknownLog => session.Say(
                "Not signed: this journal is not known. Get its key by a way that you trust, then: custodia witness trust KEY",
                "未副署：不認識此日誌。請由可信途徑取得其金鑰後執行：custodia witness trust KEY"),
            WitnessAnswer.Untrusted => session.Say(
                "Not signed: the checkpoint is not signed by a key that you trust for this journal.", "未副署：檢查點非由您所信任之日誌金鑰簽署。"),
            _ => session.Say("Not signed: that is not a checkpoint.", "未副署：此非檢查點。"),
        };
    }

    private static Option<string> Folder(Session session) => new("--folder")
    {
        Description = session.Say("Folder of the witness: its key and its memory", "見證者資料夾：金鑰與紀錄"),
        HelpName = "DIR",
        DefaultValueFactory = _ => "witness",
    };
}
