using System.Globalization;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Server.Language;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Components;

/// <summary>One refusal as a page shows it, already in the reader's language.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Place">File, row and field, or the field of a form.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Expected">What should have been there.</param>
/// <param name="Found">What was there.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Field">Name of the field that it concerns, as commands have it.</param>
public sealed record RefusalRow(
    string Code,
    string Place,
    string Message,
    string? Expected,
    string? Found,
    string? Remedy,
    string? Field = null)
{
    /// <summary>Whether it says that the reader lacks a right, and nothing that could be corrected in what was asked.</summary>
    public bool IsDenial => Code == AccessRefusals.NotAllowed.Code || Code == AccessRefusals.NotHere.Code
        || Code == AccessRefusals.Withheld.Code || Code == AccessRefusals.SignInRequired.Code;

    /// <summary>Puts refusals into the reader's language.</summary>
    public static IReadOnlyList<RefusalRow> Of(IReadOnlyList<Refusal> refusals, IStringLocalizer<Text> text)
    {
        var culture = CultureInfo.CurrentUICulture.Name;
        return
        [
            .. refusals.Select(refusal => new RefusalRow(refusal.Code, PlaceOf(refusal.Place, text),
                refusal.Reason.Message.In(culture), refusal.Expected, refusal.Found,
                    refusal.Reason.Remedy.In(culture), refusal.Place.Field)),
        ];
    }

    private static string PlaceOf(Place place, IStringLocalizer<Text> text)
    {
        var row = place.Cell is null && place.Row is { } number ? text["Refusals.Row", number].Value : null;
        return string.Join(" · ", new[] { place.File, place.Cell, row, place.Field }.Where(part => part is not null));
    }
}
