using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Faces;
using Custodia.Books.Keeping;
using Custodia.Proofs;

namespace Custodia.Cli;

/// <summary>
/// <c>journal cosign</c>: takes the newest checkpoint to a witness's address and records the cosignature that comes back
/// (C2SP tlog-witness, the log's side).
/// </summary>
internal static class WitnessPush
{
    /// <summary>Media type of the size in a 409.</summary>
    public const string SizeType = "text/x.tlog.size";

    private const int MaxAnswerBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Build(Session session)
    {
        var witness = new Option<string>("--witness")
        {
            Description = session.Say("Name of a registered witness that has an address", "已登記且具網址之見證者名稱"),
            HelpName = "NAME",
            Required = true,
        };
        var command = new Command("cosign", session.Say(
            "Ask a witness to cosign the newest checkpoint, and record its cosignature.\n\n"
            + "Example: custodia journal cosign --witness inspectorate.example/w1",
            "請見證者副署最新檢查點並登載其副署。\n\n範例：custodia journal cosign --witness inspectorate.example/w1")) { witness };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var connection = await Session.Connect(parsed.GetValue(session.Data)!);
            var name = parsed.GetRequiredValue(witness);
            var target = await Find(connection, name) ?? throw new WitnessException(session.Say(
                $"No witness '{name}' is registered.", $"未登記見證者「{name}」。"));
            if (target.Url.Length == 0)
                throw new WitnessException(session.Say(
                    $"{name} has no address: it comes for its file (custodia journal visit).", $"{name} 未登記網址：由其自行取用（custodia journal visit）。"));
            return await new Push(session, connection, target).Run(parsed, cancellation);
        });
        return command;
    }

    private static async Task<Target?> Find(IConnection connection, string name)
    {
        var query = JournalCatalogue.Instance.Queries.Single(known => known.Input == typeof(WitnessesQuery));
        var answer = await connection.Call(JournalBook.BookName, query, "{}"u8.ToArray(), default);
        var rows = JsonNode.Parse(answer.Content.Span)?["result"]?["witnesses"] as JsonArray ?? [];
        var row = rows.LastOrDefault(row => (string?)row!["name"] == name && row["lastDay"] is null);
        return row is null ? null
            : new Target(name, (string)row["key"]!, (string?)row["url"] ?? "", (long?)row["size"] ?? 0);
    }

    /// <summary>A registered witness: where it is, and the size that it cosigned last.</summary>
    private sealed record Target(string Name, string Key, string Url, long Size);

    private sealed class Push(Session session, IConnection connection, Target target)
    {
        public async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
            {
                Timeout = Patience,
                MaxResponseContentBufferSize = MaxAnswerBytes,
            };
            var size = target.Size;
            // The witness may have seen more than was recorded here; its size is asked once.
            for (var isRetry = false; ; isRetry = true)
            {
                var visit = await Visit(size);
                using var response = await Send(client, visit, cancellation);
                var text = await response.Content.ReadAsStringAsync(cancellation);
                switch (response.StatusCode)
                {
                    case HttpStatusCode.OK:
                        return await Record(parsed, visit, text);
                    case HttpStatusCode.Conflict when !isRetry && TryReadSize(response, text, out size):
                        continue;
                    default:
                        await Console.Error.WriteLineAsync(Explain(response.StatusCode, text));
                        return response.StatusCode == HttpStatusCode.UnprocessableEntity ? ExitCode.Integrity : ExitCode.Refused;
                }
            }
        }

        private async Task<WitnessRequest> Visit(long size)
        {
            var answer = await connection.ReadJournal(
                "visit", new Dictionary<string, string> { ["from"] = size.ToString(CultureInfo.InvariantCulture) });
            if (answer.Status == FaceStatus.Ok && WitnessRequest.TryParse(answer.Content.Span, out var request, out _))
                return request;
            throw new WitnessException(session.Say(
                $"{target.Name} has seen {size} entries, which this journal does not have. Entries were lost, or this is an older copy.",
                $"{target.Name} 已見 {size} 筆分錄，而本日誌無此筆數。分錄可能遺失，或本日誌為較舊之複本。"), isIntegrity: true);
        }

        private async Task<HttpResponseMessage> Send(HttpClient client, WitnessRequest visit, CancellationToken cancellation)
        {
            using var content = new ByteArrayContent(visit.Encode());
            try
            {
                return await client.PostAsync(new Uri(target.Url.TrimEnd('/') + "/add-checkpoint"), content, cancellation);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new WitnessException(session.Say($"{target.Url} did not answer in time.", $"{target.Url} 未於時限內回應。"));
            }
        }

        private async Task<int> Record(ParseResult parsed, WitnessRequest visit, string text)
        {
            var note = visit.Checkpoint;
            var key = VerifierKey.TryParse(target.Key, out var known, out _) ? known : null;
            // Cosignatures by other keys are not ours to judge (tlog-witness).
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (key is not null && NoteSignature.TryParse(line, out var signature) && signature.IsBy(key))
                    note = note.WithSignature(signature);
            }

            var definition = JournalCatalogue.Instance.Commands.Single(command => command.Input == typeof(RecordCosignature));
            var json = JsonSerializer.SerializeToUtf8Bytes(new RecordCosignature(note.ToString()), FaceJson.Options);
            var answer = await connection.Call(JournalBook.BookName, definition, json, default);
            await session.Write(parsed, answer);
            return ExitCode.Of(answer.Status);
        }

        private static bool TryReadSize(HttpResponseMessage response, string text, out long size)
        {
            size = 0;
            return response.Content.Headers.ContentType?.MediaType == SizeType && text.EndsWith('\n')
                && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out size);
        }

        private string Explain(HttpStatusCode status, string text) => status switch
        {
            HttpStatusCode.NotFound => session.Say(
                $"{target.Name} does not know this journal: give it the journal's key (custodia witness trust).",
                $"{target.Name} 不認識本日誌：請提供日誌金鑰（custodia witness trust）。"),
            HttpStatusCode.Forbidden => session.Say(
                $"{target.Name} does not trust the key of this journal.", $"{target.Name} 不信任本日誌之金鑰。"),
            HttpStatusCode.UnprocessableEntity => session.Say(
                $"{target.Name} saw other entries: this journal does not contain what it cosigned. Stop, and find out which is the true one.",
                $"{target.Name} 所見分錄不同：本日誌未包含其前次副署之內容。請停用並查明何者為真。"),
            _ => session.Say($"{target.Url} answered {(int)status}: {Shortened(text)}", $"{target.Url} 回應 {(int)status}：{Shortened(text)}"),
        };

        private static string Shortened(string text) => text.Length <= 200 ? text.Trim() : text[..200].Trim() + "…";
    }
}
