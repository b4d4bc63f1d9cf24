using System.Globalization;
using Custodia.Books;
using Custodia.Proofs;
using Custodia.Server.Components.Tables;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Reading.Exports;

/// <summary>Where a file is from: with it the same file can be had again, and what it says be proved.</summary>
/// <param name="State">The State.</param>
/// <param name="List">Title of the list.</param>
/// <param name="Page">Path of the page on which it was asked for.</param>
/// <param name="Query">The query with its parameters, as the API takes them.</param>
/// <param name="View">As of, and as known at.</param>
/// <param name="Size">Entries of the journal that the view knows.</param>
/// <param name="Root">Root of the journal's tree at that size.</param>
/// <param name="Actor">Who asked for it.</param>
internal sealed record Provenance(
    string? State, string List, string? Page, string Query, ViewRequest View, long Size, Hash Root, string Actor)
{
    /// <summary>The provenance of what a question will be answered; its view is fixed already.</summary>
    public static Provenance Of(Desk desk, Table table, TableQuestion question, string? page, IStringLocalizer<Text> text)
    {
        var size = question.View.KnownAt + 1 ?? 0;
        var parameters = question.Values.Select(value => $"{value.Key}={value.Value}");
        if (question.Sort is { } sort)
            parameters = parameters.Append($"{TableQuestion.SortName}={sort}");
        return new Provenance(desk.Status().StateName, table.Title(text), page, string.Join(" ", parameters.Prepend(table.Query)),
            question.View, size, MerkleProof.Root(desk.Folder.Store, size), desk.Name);
    }

    /// <summary>As names and values, once the rows are written.</summary>
    /// <param name="text">The language of the names.</param>
    /// <param name="rows">How many rows were written.</param>
    /// <param name="isCut">Whether there were more.</param>
    /// <param name="at">When.</param>
    public IReadOnlyList<(string Name, TableValue Value)> Lines(IStringLocalizer<Text> text, long rows, bool isCut, DateTimeOffset at) =>
    [
        (text["Export.State"], TableValue.Of(State)),
        (text["Export.List"], TableValue.Of(List)),
        (text["Export.Page"], TableValue.Of(Page)),
        (text["Export.Query"], TableValue.Of(Query)),
        (text["AsOf.Date"], View.AsOf is { } day ? TableValue.Of(day) : TableValue.Of(text["Export.NoLimit"])),
        (text["AsOf.KnownAt"], TableValue.Of((decimal?)View.KnownAt)),
        (text["Export.Size"], TableValue.Of(Size)),
        (text["Export.Root"], TableValue.Of(Root.ToHex())),
        (text["Export.Rows"], TableValue.Of(rows)),
        (text["Export.Whole"], TableValue.Of(isCut
            ? text["Export.Cut", ExportEndpoint.MaxRows.ToString("#,##0", CultureInfo.InvariantCulture)] : text["Export.Yes"])),
        (text["Export.At"], TableValue.Of(at)),
        (text["Export.By"], TableValue.Of(Actor)),
    ];
}
