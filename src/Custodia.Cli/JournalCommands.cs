using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Custodia.Books.Faces;
using Custodia.Books.Keeping;
using Custodia.Journal.Backup;
using Custodia.Server.Proving;

namespace Custodia.Cli;

/// <summary>The verbs of the journal.</summary>
internal static class JournalCommands
{
    public const string Name = "journal";

    private static readonly Dictionary<string, string> NoQuery = [];

    public static Command Build(Session session, string? only = null)
    {
        var root = House(session);
        foreach (var verb in BookCommands.Verbs(session, JournalBook.BookName, JournalCatalogue.Instance, only))
            root.Subcommands.Add(verb);
        return root;
    }

    private static Command House(Session session) => new(Name, session.Say(
        "The journal: entries, proofs, witnesses, keys and copies", "日誌：分錄、證明、見證者、金鑰與備份"))
    {
        Entries(session),
        Numbered(session, "entry", "Show one entry.", "顯示單筆分錄。"),
        Numbered(session, "receipt", "Write a receipt for an entry: it verifies offline.", "產生分錄之收據，可離線驗證。"),
        Sized(session, "checkpoint", "--size", "Write the signed checkpoint with its cosignatures.", "輸出簽署之檢查點及其副署。",
            "Size of an earlier one; left out: the newest", "較早檢查點之筆數；省略為最新者"),
        Plain(session, "state", "Show size, root, key and compartments.", "顯示分錄數、根雜湊、金鑰與區隔。"),
        Sized(session, "visit", "--from", "Write what a witness takes away: the checkpoint and the proof since its last visit.",
            "輸出供見證者取用之檔案：檢查點及自前次查訪起之證明。", "The size that it saw last; left out: none", "前次所見筆數；省略表示首次"),
        WitnessPush.Build(session),
        Consistency(session),
        Proof(session),
        ReportProof(session),
        Backup(session),
        Restore(session),
    };

    private static Command Entries(Session session)
    {
        var first = new Option<long>("--first") { Description = session.Say("Number of the first", "起始編號"), HelpName = "N" };
        var count = new Option<long>("--count")
        {
            Description = session.Say("How many, at most 1,000", "筆數，至多 1,000"),
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var command = new Command("entries", session.Say("List entries.", "列出分錄。")) { first, count };
        command.SetAction((parsed, _) => session.Answer(parsed, connection => connection.ReadJournal("entries",
            new Dictionary<string, string> { ["first"] = Text(parsed.GetValue(first)), ["count"] = Text(parsed.GetValue(count)) })));
        return command;
    }

    private static Command Numbered(Session session, string name, string en, string zh)
    {
        var number = new Argument<long>("N") { Description = session.Say("Number of the entry", "分錄編號") };
        var output = Out(session);
        var command = new Command(name, session.Say(en, zh)) { number, output };
        command.SetAction((parsed, _) => session.Answer(parsed,
            connection => connection.ReadJournal($"{name}/{Text(parsed.GetValue(number))}", NoQuery), parsed.GetValue(output)));
        return command;
    }

    private static Command Sized(
        Session session, string name, string option, string en, string zh, string optionEn, string optionZh)
    {
        var size = new Option<long?>(option) { Description = session.Say(optionEn, optionZh), HelpName = "N" };
        var output = Out(session);
        var command = new Command(name, session.Say(en, zh)) { size, output };
        command.SetAction((parsed, _) => session.Answer(parsed, connection => connection.ReadJournal(name,
            parsed.GetValue(size) is { } given ? new Dictionary<string, string> { [option[2..]] = Text(given) } : NoQuery),
            parsed.GetValue(output)));
        return command;
    }

    private static Command Plain(Session session, string name, string en, string zh)
    {
        var output = Out(session);
        var command = new Command(name, session.Say(en, zh)) { output };
        command.SetAction((parsed, _) => session.Answer(
            parsed, connection => connection.ReadJournal(name, NoQuery), parsed.GetValue(output)));
        return command;
    }

    private static Command Proof(Session session)
    {
        var indicator = new Argument<string>("INDICATOR") { Description = session.Say("Id of the indicator", "指標識別碼") };
        var day = new Option<string>("--day") { Description = session.Say("The day, as 2026-01-31", "日期，如 2026-01-31"), HelpName = "DAY", Required = true };
        var knownAt = new Option<long?>("--known-at")
        {
            Description = session.Say("The last entry that counts; left out: the newest", "計入之最後分錄；省略為最新者"),
            HelpName = "N",
        };
        var output = Out(session);
        var command = new Command("proof", session.Say(
            "Write the proof of an indicator: the figure, its entries with receipts, and the checkpoint. It is checked by 'custodia verify proof'.",
            "產生指標之證明：數值、相關分錄與收據及檢查點；以「custodia verify proof」查驗。")) { indicator, day, knownAt, output };
        command.SetAction((parsed, _) => session.Answer(parsed, connection =>
        {
            var query = new Dictionary<string, string> { ["day"] = parsed.GetRequiredValue(day) };
            if (parsed.GetValue(knownAt) is { } number)
                query["knownAt"] = Text(number);
            return connection.ReadJournal("proof/" + Uri.EscapeDataString(parsed.GetRequiredValue(indicator)), query);
        }, parsed.GetValue(output)));
        return command;
    }

    private static Command ReportProof(Session session)
    {
        var fields = ReportProofFace.Fields.ToDictionary(field => field.Name, field => new Option<string?>(OptionName(field.Name))
        {
            Description = session.Say(field.Meaning.En, field.Meaning.Zh),
            HelpName = "TEXT",
            Required = field.IsRequired,
        });
        fields.Add(ReportProofFace.KnownAt, new Option<string?>(OptionName(ReportProofFace.KnownAt))
        {
            Description = session.Say("The last entry that counts; left out: the newest", "計入之最後分錄；省略為最新者"),
            HelpName = "N",
        });
        var output = Out(session);
        var command = new Command("report-proof", session.Say(
            "Write the proof of a report: every figure, its formula, the entries with receipts, and the checkpoint. Its options are those of"
                + " 'custodia commitments report'. It is checked by 'custodia verify proof'.",
            "產生報告之證明：各項數值與公式、相關分錄與收據及檢查點；選項同「custodia commitments report」，以「custodia verify proof」查驗。"));
        foreach (var option in fields.Values.Append<Option>(output))
            command.Options.Add(option);
        command.SetAction((parsed, _) => session.Answer(parsed, connection => connection.ReadJournal("report-proof",
            fields.Where(field => parsed.GetValue(field.Value) is not null).ToDictionary(field => field.Key, field => parsed.GetValue(field.Value)!)),
            parsed.GetValue(output)));
        return command;

        static string OptionName(string field) => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(field);
    }

    private static Command Consistency(Session session)
    {
        var from = new Option<long>("--from") { Description = session.Say("The earlier size", "較早之分錄數"), HelpName = "N", Required = true };
        var to = new Option<long>("--to") { Description = session.Say("The later size", "較晚之分錄數"), HelpName = "N", Required = true };
        var output = Out(session);
        var command = new Command("consistency", session.Say(
            "Prove that the journal of one size begins that of another.", "證明日誌前後一致。")) { from, to, output };
        command.SetAction((parsed, _) => session.Answer(parsed, connection => connection.ReadJournal("consistency",
            new Dictionary<string, string> { ["from"] = Text(parsed.GetValue(from)), ["to"] = Text(parsed.GetValue(to)) }),
            parsed.GetValue(output)));
        return command;
    }

    private static Command Backup(Session session)
    {
        var to = Folder(session, "--to", "The copy: a folder that is empty or not there", "備份目的資料夾（須為空或不存在）", isRequired: true);
        var keys = Folder(session, "--keys-to", "Where to copy the secret keys: apart from the copy", "密鑰備份位置（須與備份分開）", isRequired: false);
        var command = new Command("backup", session.Say(
            "Copy the data folder, in use or not, up to its newest checkpoint, and verify the copy.", "備份資料夾至最新檢查點並驗證備份。")) { to, keys };
        command.SetAction((parsed, _) => Copy(session, parsed, () => JournalBackup.Copy(
            parsed.GetValue(session.Data)!, parsed.GetRequiredValue(to), new BackupOptions { KeyFolder = parsed.GetValue(keys) })));
        return command;
    }

    private static Command Restore(Session session)
    {
        var from = Folder(session, "--from", "The copy", "備份資料夾", isRequired: true);
        var keys = Folder(session, "--keys-from", "Where the secret keys were copied to", "密鑰備份位置", isRequired: false);
        var command = new Command("restore", session.Say(
            "Verify a copy and bring it back into the data folder, which must be empty.", "驗證備份並還原至空的資料夾。")) { from, keys };
        command.SetAction((parsed, _) => Copy(session, parsed, () => JournalBackup.Restore(
            parsed.GetRequiredValue(from), parsed.GetValue(session.Data)!, new BackupOptions { KeyFolder = parsed.GetValue(keys) })));
        return command;
    }

    private static async Task<int> Copy(Session session, ParseResult parsed, Func<BackupResult> copy)
    {
        try
        {
            var result = copy();
            await session.Write(parsed, FaceAnswer.Of(new
            {
                result.Audit.Origin,
                result.Audit.Entries,
                Root = result.Audit.Root.ToHex(),
                result.Blobs,
                result.Bytes,
            }));
            return ExitCode.Ok;
        }
        catch (BackupException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            foreach (var problem in exception.Problems)
                await Console.Error.WriteLineAsync("  " + problem);
            return exception.Code is BackupException.SourceUnsound or BackupException.CopyUnsound
                ? ExitCode.Integrity : ExitCode.Refused;
        }
    }

    private static Option<string?> Out(Session session) => new("--out")
    {
        Description = session.Say("Write it to a file", "寫入檔案"),
        HelpName = "FILE",
    };

    private static Option<string> Folder(Session session, string name, string en, string zh, bool isRequired) => new(name)
    {
        Description = session.Say(en, zh),
        HelpName = "DIR",
        Required = isRequired,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
