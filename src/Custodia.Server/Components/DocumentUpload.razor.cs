using System.Globalization;
using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Documents;
using Custodia.Server.Api;
using Custodia.Server.Components.Forms;
using Custodia.Server.Components.Tables;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Custodia.Server.Components;

/// <summary>Takes a document: reads it, shows what is likely, and keeps what a person confirmed.</summary>
public sealed partial class DocumentUpload
{
    private string? _catalogue;
    private string? _id;
    private string? _nameEn;
    private string? _nameZh;
    private string? _date;
    private string? _kind = nameof(KeptKind.NationalStatement);
    private string _file = "";
    private byte[] _content = [];
    private DocumentPreview? _preview;
    private IReadOnlyList<PreviewedDocument> _parts = [];
    private int _part;
    private IReadOnlyList<Item> _items = [];
    private string?[] _confirmed = [];
    private bool _isBusy;
    private IReadOnlyList<RefusalRow> _refusals = [];
    private Outcome.Recorded? _recorded;

    /// <summary>Where the command is given.</summary>
    [Inject]
    public Desk Desk { get; set; } = null!;

    /// <summary>Told after a document was kept.</summary>
    [Parameter]
    public EventCallback Kept { get; set; }

    private static IReadOnlyList<TableChoice> Catalogue =>
        [.. Register.Documents.Select(document => new TableChoice(document.Id, $"{document.Id} {Wording.Name(document.Name.En, document.Name.Zh)}"))];

    private static IReadOnlyList<TableChoice> Kinds =>
        TableChoice.Of<KeptKind>(CommitmentsWording.Of);

    private IReadOnlyList<TableChoice> Parts =>
        [.. _parts.Select((part, i) => new TableChoice(Invariant(i), $"{part.Label} {part.Title} ({part.Paragraphs.Count})".Trim()))];

    private PreviewedDocument? Part => _part < _parts.Count ? _parts[_part] : null;

    private TextLanguage Language => Part?.Language == "zh" ? TextLanguage.Zh : TextLanguage.En;

    private void TextOf(string? catalogue)
    {
        _catalogue = Filled(catalogue);
        _items = _catalogue is { } id ? [.. Register.Documents.Find(id)!.Items()] : [];
        if (_catalogue is { } known && Register.Documents.Find(known) is { } document)
        {
            (_nameEn, _nameZh, _date) = (document.Name.En, document.Name.Zh, document.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            _kind = DocumentFace.KindOf(document).ToString();
        }

        Preview();
    }

    private async Task Take(InputFileChangeEventArgs e)
    {
        if (_isBusy)
            return;
        (_recorded, _refusals, _file) = (null, [], DocumentFace.ShortName(e.File.Name));
        if (e.File.Size > ReadingLimits.Bytes)
        {
            Forget();
            _refusals = RefusalRow.Of([DocumentRefusals.TooLong.In("file", $"≤ {ReadingLimits.Bytes}", $"{e.File.Size}")], T);
            return;
        }

        _isBusy = true;
        try
        {
            using var content = new MemoryStream();
            await using var stream = e.File.OpenReadStream(ReadingLimits.Bytes);
            await stream.CopyToAsync(content);
            _content = content.ToArray();
        }
        finally
        {
            _isBusy = false;
        }

        Preview();
    }

    // Read anew when the document is another of which it is a text: its promises are other ones.
    private void Preview()
    {
        if (_content.Length == 0 && _file.Length == 0)
            return;
        var read = DocumentPreview.Of(_content, _file, _catalogue);
        _refusals = read.IsGiven ? [] : RefusalRow.Of(read.Refusals, T);
        (_preview, _part) = (read.Value, 0);
        _parts = [.. (read.Value?.Documents ?? []).Where(part => part.Paragraphs.Count > 0)];
        Propose();
    }

    private void ChoosePart(string? part)
    {
        _part = int.Parse(part!, CultureInfo.InvariantCulture);
        Propose();
    }

    private void Propose()
    {
        Confirm(Confirmation.Best);
        if (_catalogue is not null && Part is not null && Filled(_id) is null or ['T', 'X', '-', ..])
            _id = DocumentFace.IdOf(_catalogue!, Language);
    }

    private void Confirm(Confirmation how)
    {
        if (Part is { } part && ConfirmedParagraphs.Of(part, _catalogue, how) is { IsGiven: true } paragraphs)
            _confirmed = [.. paragraphs.Value.Select(paragraph => paragraph.Item)];
    }

    private async Task Keep()
    {
        if (_isBusy || Part is not { } part || !Desk.May(CommitmentsPermissions.Record))
            return;
        var reading = new FormReading();
        var date = reading.NeedDay("date", _date);
        _refusals = RefusalRow.Of(reading.Refusals, T);
        if (_refusals.Count > 0)
            return;
        var command = new KeepDocument(FormReading.Text(_id), FormReading.Text(_nameEn), FormReading.Text(_nameZh), date,
            Enum.Parse<KeptKind>(_kind!), _file, "", Language,
            [.. part.Paragraphs.Select((paragraph, i) => ConfirmedParagraphs.Of(part, paragraph, _confirmed.ElementAtOrDefault(i)))], _catalogue);
        Outcome outcome;
        _isBusy = true;
        try
        {
            var kept = await DocumentFace.Keep(Desk.Folder, command, new MemoryStream(_content));
            outcome = kept.IsGiven ? await Desk.Do(kept.Value, Guid.NewGuid()) : new Outcome.Refused(kept.Refusals);
        }
        finally
        {
            _isBusy = false;
        }

        if (outcome is Outcome.Refused refused)
        {
            _refusals = RefusalRow.Of(refused.Refusals, T);
            return;
        }

        Forget();
        _recorded = outcome as Outcome.Recorded;
        await Kept.InvokeAsync();
    }

    private void Forget()
    {
        (_catalogue, _id, _nameEn, _nameZh, _date, _kind) = (null, null, null, null, null, nameof(KeptKind.NationalStatement));
        (_file, _content, _preview, _parts, _part, _items, _confirmed) = ("", [], null, [], 0, [], []);
        _refusals = [];
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
