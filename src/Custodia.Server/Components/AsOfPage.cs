using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Custodia.Server.Components;

/// <summary>A page whose figures can be asked as of a day and as known at an entry, by its address.</summary>
public abstract class AsOfPage : ComponentBase
{
    /// <summary>The day as it stands in the address.</summary>
    [SupplyParameterFromQuery(Name = AsOfQuery.DateName)]
    public string? AsOfText { get; set; }

    /// <summary>The entry number as it stands in the address.</summary>
    [SupplyParameterFromQuery(Name = AsOfQuery.KnownAtName)]
    public string? KnownAtText { get; set; }

    /// <summary>A number of the address, or null where it is none: a page has it as a text, since the framework fails by what is no number.</summary>
    protected static int? WholeNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What the page is asked.</summary>
    protected AsOfQuery AsOf => AsOfQuery.Parse(AsOfText, KnownAtText);
}
