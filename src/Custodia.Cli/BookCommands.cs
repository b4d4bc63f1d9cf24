using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.ArmsControl;
using Custodia.Books;
using Custodia.Books.Approvals;
using Custodia.Books.Faces;
using Custodia.Commitments;
using Custodia.Commitments.Cooperation;
using Custodia.Commitments.Law;
using Custodia.Commitments.Missions;
using Custodia.Materials;
using Custodia.People;
using Custodia.People.Access;

namespace Custodia.Cli;

/// <summary>One verb for each command and query of a book, made from its catalogue.</summary>
internal static class BookCommands
{
    private static readonly VerbGroup[] All =
    [
        new("materials", new("The book of nuclear material", "核物料帳冊"), MaterialsCatalogue.Instance, (session, materials) =>
        {
            materials.Subcommands.Add(FileCommands.Import(session));
            materials.Subcommands.Add(FileCommands.Template(session));
        }),
        new("commitments", new("What was promised, and how far the State is", "承諾與進度"), CommitmentsCatalogue.Instance, (session, commitments) =>
        {
            commitments.Subcommands.Add(DocumentCommands.Import(session));
            if (commitments.Subcommands.FirstOrDefault(verb => verb.Name == "report") is { } report)
                ReportCommands.AddFile(session, report);
        }),
        new("law", new("National law, and the duties that it carries out", "國內法規及其施行之義務"), LawCatalogue.Instance),
        new("cooperation", new("Campaigns, cooperation and the 1540 matrix", "去除專案、合作與 1540 矩陣"), CooperationCatalogue.Instance, (session, cooperation) =>
        {
            cooperation.Subcommands.Add(MatrixCommands.Export(session));
            cooperation.Subcommands.Add(MatrixCommands.Import(session));
        }),
        new("missions", new("Peer reviews, the support plan, self-assessments and their actions", "同儕審查、支援計畫、自我評估與行動"),
            MissionsCatalogue.Instance),
        new("arms-control", new("Declarations, stockpiles and treaty counts", "裁軍宣告、庫存與條約數量"), ArmsControlCatalogue.Instance),
        new("people", new("Who may do and see what", "人員與權限"), PeopleCatalogue.Instance),
        new("approvals", new("What waits for a second person", "待第二人核可之事項"), ApprovalsCatalogue.Instance),
        new("access", new("Who saw what, and who was refused", "存取紀錄"), AccessCatalogue.Instance),
    ];

    /// <summary>How the group of verbs of each book is made, but the journal's own, by its name.</summary>
    /// <param name="session">The session.</param>
    /// <param name="only">The verb of the catalogue that alone is made; null: all.</param>
    public static IEnumerable<(string Name, Func<Command> Make)> Groups(Session session, string? only = null) =>
        All.Select(book => (book.Name, new Func<Command>(() => Group(session, book, only))));

    /// <summary>The verbs of a book alone.</summary>
    public static IEnumerable<Command> Verbs(Session session, string book, Catalogue catalogue, string? only = null) =>
        catalogue.Queries.Concat<Definition>(catalogue.Commands).Where(definition => only is null || definition.Name == only)
            .Select(definition => new Verb(session, book, definition).Build());

    private static Command Group(Session session, VerbGroup book, string? only)
    {
        var group = new Command(book.Name, book.Summary.In(session.Language));
        foreach (var verb in Verbs(session, book.Name, book.Catalogue, only))
            group.Subcommands.Add(verb);
        book.AddOwn?.Invoke(session, group);
        return group;
    }

    private sealed record VerbGroup(string Name, Bilingual Summary, Catalogue Catalogue, Action<Session, Command>? AddOwn = null);

    private sealed class Verb(Session session, string book, Definition definition)
    {
        private readonly Dictionary<string, Option<string[]>> _fields = [];
        private readonly Option<string?> _input = new("--input") { HelpName = "FILE" };
        private readonly Option<string?> _asOf = new("--as-of") { HelpName = "YYYY-MM-DD" };
        private readonly Option<long?> _knownAt = new("--known-at") { HelpName = "N" };
        private readonly Option<string?> _only = new("--only") { HelpName = "FIELD" };
        private readonly Option<bool> _try = new("--try");
        private readonly Option<Guid?> _commandId = new("--command-id") { HelpName = "UUID" };

        public Command Build()
        {
            var command = new Command(definition.Name, definition.Summary.In(session.Language) + "\n\n" + Example());
            var properties = InputSchema.Of(definition.Input)["properties"] as JsonObject ?? [];
            foreach (var field in definition.Fields)
            {
                var option = new Option<string[]>(OptionName(field))
                {
                    Description = Describe(field, properties[field.Name] as JsonObject),
                    HelpName = TypeName(properties[field.Name] as JsonObject),
                };
                _fields.Add(field.Name, option);
                command.Options.Add(option);
            }

            _input.Description = session.Say("All fields as JSON, from a file or - for standard input", "以 JSON 提供所有欄位：檔案，或 - 表示標準輸入");
            command.Options.Add(_input);
            if (definition is CommandDefinition)
            {
                _try.Description = session.Say("Only say what would be recorded", "僅顯示將登載之內容");
                _commandId.Description = session.Say("Id of the command; the same again has the first answer", "命令識別碼；重送相同者得首次回覆");
                command.Options.Add(_try);
                command.Options.Add(_commandId);
            }
            else
            {
                _asOf.Description = session.Say("The last day that counts", "截至日期");
                _knownAt.Description = session.Say("Number of the last entry that counts", "已知至分錄編號");
                command.Options.Add(_asOf);
                command.Options.Add(_knownAt);
                _only.Description = session.Say("Only that field of the answer, as it is", "僅輸出答案之該欄位");
                command.Options.Add(_only);
            }

            command.SetAction((parsed, _) => Run(parsed));
            return command;
        }

        private async Task<int> Run(ParseResult parsed)
        {
            var json = await ReadInput(parsed);
            var options = new CallOptions(new ViewRequest(Day(parsed.GetValue(_asOf)), parsed.GetValue(_knownAt)),
                parsed.GetValue(_commandId), parsed.GetValue(_try));
            return await session.Answer(parsed, async connection =>
                Only(await connection.Call(book, definition, json, options), parsed.GetValue(_only)), labels: Labels());
        }

        /// <summary>One field of an answer, as plain text: for files and for scripts.</summary>
        private FaceAnswer Only(FaceAnswer answer, string? field)
        {
            if (field is null || answer.Status != FaceStatus.Ok)
                return answer;
            var found = JsonNode.Parse(answer.Content.Span)?["result"]?[field]
                ?? throw new UsageException(session.Say($"The answer has no field '{field}'.", $"答案無「{field}」欄位。"));
            var text = found is JsonValue value && value.TryGetValue<string>(out var plain) ? plain : found.ToJsonString(FaceJson.Options);
            return answer with { Content = Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text : text + "\n"), ContentType = FaceAnswer.Text };
        }

        private async Task<byte[]> ReadInput(ParseResult parsed)
        {
            var texts = _fields.SelectMany(field => (parsed.GetValue(field.Value) ?? [])
                .Select(text => KeyValuePair.Create(field.Key, text)));
            var input = FaceInput.FromTexts(definition, texts);
            if (parsed.GetValue(_input) is not { } file)
                return Encoding.UTF8.GetBytes(input.ToJsonString(FaceJson.Options));
            if (input.Count > 0)
                throw new UsageException(session.Say("Give either --input or fields, not both.", "--input 與欄位請擇一使用。"));
            if (file != "-")
                return await File.ReadAllBytesAsync(file);
            using var bytes = new MemoryStream();
            await using var standard = Console.OpenStandardInput();
            await standard.CopyToAsync(bytes);
            return bytes.ToArray();
        }

        private DateOnly? Day(string? text)
        {
            if (text is null)
                return null;
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new UsageException(session.Say($"--as-of is a day such as 2026-03-31, not '{text}'.", $"--as-of 為日期，如 2026-03-31，而非「{text}」。"));
        }

        private string Describe(FieldDefinition field, JsonObject? schema)
        {
            var text = new StringBuilder(field.Meaning.In(session.Language));
            if (schema?["enum"] is JsonArray values)
                text.Append(CultureInfo.InvariantCulture, $": {string.Join(" | ", values.Where(v => v is not null))}");
            if (TypeName(schema) == "JSON")
                text.Append(session.Say("; as JSON, best with --input", "；JSON 格式，宜用 --input"));
            if (field.IsRequired)
                text.Append(session.Say(" (required)", "（必填）"));
            return text.ToString();
        }

        private string Example()
        {
            var properties = InputSchema.Of(definition.Input)["properties"] as JsonObject ?? [];
            var isSimple = definition.Fields.Where(field => field.IsRequired)
                .All(field => TypeName(properties[field.Name] as JsonObject) != "JSON");
            var fields = isSimple
                ? definition.Fields.Where(field => field.IsRequired)
                    .Select(field => $"{OptionName(field)} {Sample(properties[field.Name] as JsonObject)}")
                : ["--input input.json"];
            return session.Say("Example: ", "範例：") + string.Join(' ', ["custodia", book, definition.Name, .. fields]);
        }

        private static string Sample(JsonObject? schema) => schema?["enum"] is JsonArray values
            ? values[0]!.ToString()
            : TypeName(schema) switch { "DATE" => "2026-03-31", "NUMBER" => "1", "BOOLEAN" => "true", _ => "…" };

        // A name that means one thing in the whole answer is shown by its meaning, any other as it stands.
        private Dictionary<string, Bilingual> Labels()
        {
            var meanings = new Dictionary<string, HashSet<Bilingual?>>(StringComparer.Ordinal);
            if (definition is QueryDefinition query)
                AddMeanings(query.Result, meanings, []);
            return meanings.Where(name => name.Value is { Count: 1 } only && only.First() is not null)
                .ToDictionary(name => name.Key, name => name.Value.First()!.Value);
        }

        private static void AddMeanings(Type type, Dictionary<string, HashSet<Bilingual?>> meanings, HashSet<Type> seen)
        {
            foreach (var part in type.GetGenericArguments())
                AddMeanings(part, meanings, seen);
            if (type.Namespace?.StartsWith(nameof(Custodia), StringComparison.Ordinal) != true || !seen.Add(type))
                return;
            var parameters = type.GetConstructors().SelectMany(made => made.GetParameters()).ToList();
            foreach (var property in type.GetProperties())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                var meaning = InputSchema.MeaningOf(property)
                    ?? InputSchema.MeaningOf(parameters.Find(parameter => parameter.Name == property.Name));
                if (!meanings.TryGetValue(name, out var all))
                    meanings.Add(name, all = []);
                all.Add(meaning);
                AddMeanings(property.PropertyType, meanings, seen);
            }
        }

        private static string OptionName(FieldDefinition field) => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(field.Property.Name);

        private static string TypeName(JsonObject? schema)
        {
            if (schema?["format"]?.ToString() == "date")
                return "DATE";
            var type = schema?["type"] is JsonArray any ? any[0]!.ToString() : schema?["type"]?.ToString();
            return type switch
            {
                "integer" or "number" => "NUMBER",
                "boolean" => "BOOLEAN",
                "array" when TypeName(schema!["items"] as JsonObject) != "JSON" => "TEXT …",
                "array" or "object" => "JSON",
                _ => schema?["properties"] is null ? "TEXT" : "JSON",
            };
        }
    }
}
