using System.CommandLine;
using System.Text.Json.Nodes;
using Custodia.Books.Faces;
using Custodia.Proofs;
using Custodia.Proofs.Audit;
using Custodia.Server.Proving;

namespace Custodia.Cli;

/// <summary>
/// The auditor's verbs. They use the proofs alone, none of the code that writes a journal, and ask no server.
/// </summary>
internal static class VerifyCommands
{
    public const string Name = "verify";

    public static Command Build(Session session)
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = session.Say("A data folder or a copy of one", "資料夾或其備份"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var key = Key(session, isRequired: false);
        var checkpoints = new Option<string[]>("--checkpoint")
        {
            Description = session.Say("A checkpoint taken away earlier, which it must contain", "先前取得之檢查點，資料夾須包含之"),
            HelpName = "FILE",
        };
        var command = new Command(Name, session.Say(
            "Verify a data folder from the first entry to the last.\n\nExample: custodia verify data --key \"$(cat key.pub)\"",
            "自第一筆至最後一筆驗證資料夾。\n\n範例：custodia verify data --key \"$(cat key.pub)\""))
        {
            folder, key, checkpoints, Receipt(session), Consistency(session), Proof(session),
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new AuditOptions
            {
                Keys = parsed.GetValue(key) is { } line ? [ReadKey(session, line)] : [],
                Checkpoints = (parsed.GetValue(checkpoints) ?? [])
                    .ToDictionary(file => file, file => new ReadOnlyMemory<byte>(File.ReadAllBytes(file))),
            };
            var target = parsed.GetValue(folder) ?? parsed.GetValue(session.Data)!;
            return Write(session, parsed, FolderAudit.Verify(target, options, cancellation: cancellation));
        });
        return command;
    }

    private static Command Receipt(Session session)
    {
        var file = new Argument<string>("FILE") { Description = session.Say("The receipt (.tlog-proof)", "收據（.tlog-proof）") };
        var key = Key(session, isRequired: true);
        var entry = new Option<string?>("--entry")
        {
            Description = session.Say("The bytes of the entry; left out: those inside the receipt", "分錄位元組；省略則取收據內附者"),
            HelpName = "FILE",
        };
        var command = new Command("receipt", session.Say("Verify a receipt without the journal.", "離線驗證收據。")) { file, key, entry };
        command.SetAction((parsed, _) =>
        {
            var verifier = ReadKey(session, parsed.GetRequiredValue(key));
            var receipt = File.ReadAllBytes(parsed.GetRequiredValue(file));
            var bytes = parsed.GetValue(entry) is { } given
                ? File.ReadAllBytes(given)
                : TlogProof.TryParse(receipt, out var proof, out var _) && proof.Extra is { } inside ? inside.ToArray() : [];
            return Write(session, parsed, ReceiptAudit.Verify(receipt, bytes, verifier.Name, [verifier]));
        });
        return command;
    }

    private static Command Proof(Session session)
    {
        var file = new Argument<string>("FILE") { Description = session.Say("The proof of a figure or report (.json)", "數值或報告之證明（.json）") };
        var key = Key(session, isRequired: true);
        var command = new Command("proof", session.Say(
            "Verify the proof of a figure or report without the journal; where all entries of a figure are given, work it out again.",
            "離線驗證數值或報告之證明；附有全部分錄之數值並重新計算。")) { file, key };
        command.SetAction((parsed, _) =>
        {
            var (bytes, verifier) = (File.ReadAllBytes(parsed.GetRequiredValue(file)), ReadKey(session, parsed.GetRequiredValue(key)));
            return ReportProofCheck.Claims(bytes)
                ? Write(session, parsed, ReportProofCheck.Verify(bytes, verifier))
                : Write(session, parsed, ProofCheck.Verify(bytes, verifier));
        });
        return command;
    }

    private static Command Consistency(Session session)
    {
        var earlier = new Argument<string>("A") { Description = session.Say("The earlier checkpoint", "較早之檢查點") };
        var later = new Argument<string>("B") { Description = session.Say("The later checkpoint", "較晚之檢查點") };
        var key = Key(session, isRequired: true);
        var proof = new Option<string?>("--proof")
        {
            Description = session.Say("The answer of 'journal consistency --json'; left out: the data folder itself is read",
                "「journal consistency --json」之輸出；省略則讀取資料夾"),
            HelpName = "FILE",
        };
        var command = new Command("consistency", session.Say(
            "Verify that the later of two checkpoints contains the earlier.", "驗證較晚之檢查點包含較早者。")) { earlier, later, key, proof };
        command.SetAction((parsed, cancellation) =>
        {
            var verifier = ReadKey(session, parsed.GetRequiredValue(key));
            var first = File.ReadAllBytes(parsed.GetRequiredValue(earlier));
            var second = File.ReadAllBytes(parsed.GetRequiredValue(later));
            AuditResult result = parsed.GetValue(proof) is { } file
                ? ConsistencyAudit.ByProof(first, second, ReadPath(session, file), verifier.Name, [verifier])
                : ConsistencyAudit.ByFolder(
                    parsed.GetValue(session.Data)!, first, second, verifier.Name, [verifier], cancellation: cancellation);
            return Write(session, parsed, result);
        });
        return command;
    }

    private static async Task<int> Write(Session session, ParseResult parsed, ReportProofResult result)
    {
        var report = result.Proof?.Report;
        await session.Write(parsed, FaceAnswer.Of(new
        {
            result.IsSound,
            result.Proof?.Origin,
            Report = report is null ? null : new { report.Kind, report.Day, report.KnownAt, report.Since, report.SinceKnownAt, report.Marking },
            Entries = result.Proof?.Entries.Count,
            Sealed = result.Proof?.Entries.Count(entry => entry.IsSealed),
            Checkpoint = result.Checkpoint is { } signed ? new { signed.Size, Root = signed.Root.ToHex() } : null,
            WorkedOutAgain = result.Figures.Count(figure => figure.Outcome == FigureOutcome.WorkedOutAgain),
            EntriesNotGiven = result.Figures.Count(figure => figure.Outcome == FigureOutcome.EntriesNotGiven),
            SealedFigures = result.Figures.Count(figure => figure.Outcome == FigureOutcome.Sealed),
            PromisesJudgedAgain = result.IsJudgedAgain,
            Figures = result.IsSound ? result.Figures : null,
            Problems = result.IsSound ? null : result.Problems,
        }));
        return result.IsSound ? ExitCode.Ok : ExitCode.Integrity;
    }

    private static async Task<int> Write(Session session, ParseResult parsed, AuditResult result)
    {
        var folder = result as FolderAuditResult;
        var proof = result as ProofAuditResult;
        var figure = result as ProofCheckResult;
        var checkpoint = folder?.Checkpoint ?? proof?.Checkpoint ?? figure?.Checkpoint;
        var answer = FaceAnswer.Of(new
        {
            result.IsSound,
            Origin = folder?.Origin ?? figure?.Bundle?.Origin,
            Entry = proof?.Entry,
            Entries = folder?.Entries ?? figure?.Bundle?.Entries.Count,
            Figure = figure?.Bundle is { } bundle
                ? bundle.Value with { Entries = [], Asked = [], Parts = null }
                : null,
            WorkedOutAgain = figure?.IsRederived,
            Root = folder?.Root.ToHex(),
            Checkpoint = checkpoint is null ? null : new { checkpoint.Size, Root = checkpoint.Root.ToHex() },
            FirstBadEntry = folder?.FirstBadEntry?.Entry,
            Torn = folder?.TornTail?.File,
            Problems = result.IsSound ? null : result.Problems,
        });
        await session.Write(parsed, answer);
        return result.IsSound ? ExitCode.Ok : ExitCode.Integrity;
    }

    private static Option<string?> Key(Session session, bool isRequired) => new("--key")
    {
        Description = session.Say("The journal's verifier key, or a file with it", "日誌之驗證金鑰，或其檔案"),
        HelpName = "KEY",
        Required = isRequired,
    };

    /// <summary>A verifier key line, or the content of a file with it.</summary>
    public static VerifierKey ReadKey(Session session, string? text)
    {
        var line = File.Exists(text) ? File.ReadAllText(text).TrimEnd('\n') : text;
        return VerifierKey.TryParse(line, out var key, out var fault)
            ? key
            : throw new UsageException(session.Say($"'{text}' is not a verifier key ({fault}).", $"「{text}」不是驗證金鑰（{fault}）。"));
    }

    private static Hash[] ReadPath(Session session, string file)
    {
        var path = JsonNode.Parse(File.ReadAllBytes(file))?["path"] as JsonArray
            ?? throw new UsageException(session.Say($"{file} is not a consistency proof.", $"{file} 不是一致性證明。"));
        return [.. path.Select(node => Hash.TryParseBase64(node!.ToString(), out var hash)
            ? hash
            : throw new UsageException(session.Say($"{file} is not a consistency proof.", $"{file} 不是一致性證明。")))];
    }
}
