using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Custodia.Books;
using Custodia.Materials.Files;
using Custodia.Materials.Ledger;
using Custodia.Materials.Queries;
using Custodia.Materials.Tables;
using Custodia.Server.Components;
using Custodia.Server.Finding;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;

namespace Custodia.Server.Pages;

/// <summary>Takes a file in three steps: receive, preview, record. Each can be given up.</summary>
public sealed partial class ImportPage
{
    private const int HistorySize = 25;
    private const int Piece = 256 * 1024;

    private static readonly (string Language, string Format)[] Templates =
    [
        (ProductLanguages.English, "xlsx"), (ProductLanguages.English, "csv"),
        (ProductLanguages.Chinese, "xlsx"), (ProductLanguages.Chinese, "csv"),
    ];

    private string _kindName = ImportKind.All[0].Name;
    private string _mba = "";
    private string? _date;
    private bool _mayImport;
    private IReadOnlyList<MbaSummary> _areas = [];
    private Page<FileEntry>? _files;
    private CancellationTokenSource? _running;
    private string? _step;
    private long _done;
    private long _total;
    private IReadOnlyList<RefusalRow> _refusals = [];
    private string? _message;
    private ImportFile? _file;
    private object? _command;
    private ImportPreview? _preview;
    private Outcome.Recorded? _recorded;
    private Outcome.Proposed? _proposed;
    private FileEntry? _repeated;

    /// <summary>Page of the history.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    private ImportKind Kind => ImportKind.Find(_kindName)!;

    private bool IsBusy => _running is not null;

    private CodeTables? Codes { get; set; }

    /// <summary>Gives up what is running.</summary>
    public void Dispose() => Cancel();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        AskAnew();
        _mayImport = PageSource.IsOpen("/import", Desk);
        if (!_mayImport)
            return;
        _areas = Ask<OverviewQuery, Overview>(new OverviewQuery())?.Mbas ?? [];
        Codes = Ask<CodesQuery, CodeTables>(new CodesQuery());
        ReadHistory();
    }

    private void ReadHistory() =>
        _files = Ask<FilesQuery, Page<FileEntry>>(new FilesQuery(WholeNumber(PageText) ?? 1, HistorySize));

    private void Forget() =>
        (_refusals, _message, _file, _command, _preview, _recorded, _proposed, _repeated) =
            ([], null, null, null, null, null, null, null);

    private void Cancel() => _running?.Cancel();

    // Escape gives up what is running, and else what was read.
    private void OnKey(KeyboardEventArgs e)
    {
        if (e.Key != "Escape")
            return;
        if (IsBusy)
            Cancel();
        else
            Forget();
    }

    private Task Take(InputFileChangeEventArgs e) => Run(async cancellation =>
    {
        Forget();
        if (!TryDate(out var date))
        {
            _message = Texts["Import.DateWrong"];
            return;
        }

        if (e.File.Size > FileLimits.Bytes)
        {
            _refusals = RefusalRow.Of([FileRefusals.TooLarge.At(new Place(e.File.Name, null, null, null),
                FormattableString.Invariant($"≤ {FileLimits.Bytes} B"),
                    FormattableString.Invariant($"{e.File.Size} B"))], Texts);
            return;
        }

        var content = await Receive(e.File, cancellation);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = 0;
        if (Desk.FindFile(digest) is { } before && before.Kind == Kind.Received)
        {
            _repeated = before;
            return;
        }

        _file = new ImportFile(content, new ReceivedFile(e.File.Name, digest, content.Length), Filled(_mba), date);
        await Preview(_file, cancellation);
    });

    private async Task<MemoryStream> Receive(IBrowserFile file, CancellationToken cancellation)
    {
        (_step, _done, _total) = (Texts["Import.Receiving"], 0, file.Size);
        var content = new MemoryStream();
        await using var stream = file.OpenReadStream(FileLimits.Bytes, cancellation);
        var piece = new byte[Piece];
        for (int read; (read = await stream.ReadAsync(piece, cancellation)) > 0;)
        {
            content.Write(piece, 0, read);
            _done += read;
            StateHasChanged();
        }

        content.Position = 0;
        return content;
    }

    private async Task Preview(ImportFile file, CancellationToken cancellation)
    {
        (_step, _done, _total) = (Texts["Import.Reading"], 0, 0);
        StateHasChanged();
        var kind = Kind;
        var progress = new Progress<FileProgress>(read => InvokeAsync(() =>
        {
            (_done, _total) = (read.RowsRead, read.RowsTotal ?? 0);
            StateHasChanged();
        }));
        var answer = await Task.Run(() => kind.Read(file, progress, cancellation), cancellation);
        if (!answer.IsGiven)
        {
            _refusals = RefusalRow.Of(answer.Refusals, Texts);
            return;
        }

        (_command, _step, _total) = (answer.Value, Texts["Import.Checking"], 0);
        StateHasChanged();
        switch (await Desk.Do(answer.Value, Guid.NewGuid(), tryOnly: true, cancellation))
        {
            case Outcome.Refused refused:
                _refusals = RefusalRow.Of(refused.Refusals, Texts);
                break;
            case Outcome.WouldRecord would:
                _preview = ImportPreview.Of(((IManyRows)answer.Value).RowCount, would.Facts,
                    day => Desk.Ask<CodesQuery, CodeTables>(new CodesQuery(day), default).Value);
                break;
            default:
                throw new InvalidOperationException("A command that was only tried records nothing.");
        }
    }

    private Task Record() => Run(async cancellation =>
    {
        (_step, _total) = (Texts["Import.Recording"], 0);
        StateHasChanged();
        var (file, command) = (_file!, _command!);
        file.Content.Position = 0;
        var kept = await Desk.KeepFile(file.Content, ReceivedFiles.CompartmentOf(command), cancellation);
        switch (kept.IsGiven
            ? await Desk.Do(command, CommandId(_kindName, file.Source.Digest), tryOnly: false, cancellation)
            : new Outcome.Refused(kept.Refusals))
        {
            case Outcome.Refused refused:
                Forget();
                _refusals = RefusalRow.Of(refused.Refusals, Texts);
                break;
            case Outcome.Recorded recorded:
                Forget();
                _recorded = recorded;
                ReadHistory();
                break;
            case Outcome.Proposed proposed:
                Forget();
                _proposed = proposed;
                break;
            default:
                throw new InvalidOperationException("A command was given and neither taken nor refused.");
        }
    });

    private async Task Run(Func<CancellationToken, Task> step)
    {
        if (IsBusy)
            return;
        using var running = new CancellationTokenSource();
        _running = running;
        try
        {
            await step(running.Token);
        }
        catch (OperationCanceledException)
        {
            Forget();
            _message = Texts["Import.Cancelled"];
        }
        finally
        {
            _running = null;
        }
    }

    private bool TryDate(out DateOnly? date)
    {
        date = null;
        if (!Kind.IsInventory || Filled(_date) is not { } text)
            return true;
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = isDay ? day : null;
        return isDay;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // The same bytes of the same kind are the same command, by whichever way they come.
    private static Guid CommandId(string kind, string digest) =>
        new(SHA256.HashData([.. Encoding.UTF8.GetBytes(kind), 0, .. Convert.FromHexString(digest)])
            .AsSpan(0, 16), bigEndian: true);
}
