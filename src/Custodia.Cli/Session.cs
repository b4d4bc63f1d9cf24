using System.CommandLine;
using Custodia.Books;
using Custodia.Books.Faces;

namespace Custodia.Cli;

/// <summary>The options that every command has, and what it writes to.</summary>
internal sealed class Session(string language)
{
    /// <summary>The folder when none is given.</summary>
    public const string DefaultData = "data";

    /// <summary>Language of texts for people.</summary>
    public string Language { get; } = language;

    public Option<string> Data { get; } = new("--data")
    {
        Description = Say(language, "The data folder", "資料夾"),
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultData,
        Recursive = true,
    };

    public Option<string> Lang { get; } = new("--lang")
    {
        Description = Say(language, "Language: en or zh-Hant", "語言：en 或 zh-Hant"),
        HelpName = "LANG",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = Say(language, "Write the answer as exact JSON", "以 JSON 原樣輸出"),
        Recursive = true,
    };

    /// <summary>A text in the session's language.</summary>
    public string Say(string en, string zh) => Say(Language, en, zh);

    /// <summary>Does something over a connection to the folder, writes the answer, and gives the exit code.</summary>
    public async Task<int> Answer(ParseResult parsed, Func<IConnection, Task<FaceAnswer>> ask, string? outFile = null,
        IReadOnlyDictionary<string, Bilingual>? labels = null)
    {
        var folder = parsed.GetValue(Data)!;
        await using var connection = await Connect(folder);
        var answer = await ask(connection);
        await Write(parsed, answer, outFile, labels);
        return ExitCode.Of(answer.Status);
    }

    /// <summary>Writes an answer: for people, as JSON, or into a file.</summary>
    public async Task Write(ParseResult parsed, FaceAnswer answer, string? outFile = null,
        IReadOnlyDictionary<string, Bilingual>? labels = null)
    {
        if (outFile is not null && answer.Status == FaceStatus.Ok)
            await File.WriteAllBytesAsync(outFile, answer.Content.ToArray());
        else if (answer.ContentType != FaceAnswer.Json)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(answer.Content);
        }
        else if (parsed.GetValue(Json))
            await Console.Out.WriteLineAsync(System.Text.Encoding.UTF8.GetString(answer.Content.Span));
        else
            await new TextView(Language, labels).Write(answer, answer.Status == FaceStatus.Ok ? Console.Out : Console.Error);
    }

    /// <summary>Goes to a folder through its server, or opens it.</summary>
    public static async Task<IConnection> Connect(string folder) =>
        await RemoteConnection.Find(folder) is { } remote ? remote : new LocalConnection(folder);

    private static string Say(string language, string en, string zh) => new Bilingual(en, zh).In(language);
}
