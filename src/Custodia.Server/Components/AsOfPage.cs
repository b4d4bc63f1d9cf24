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

    /// <summary>What the page is asked.</summary>
    protected AsOfQuery AsOf => AsOfQuery.Parse(AsOfText, KnownAtText);
}
