using Custodia.Books.Access;
using Custodia.Materials.Queries;
using Custodia.Materials.Tables;
using Microsoft.AspNetCore.Components;

namespace Custodia.Server.Components;

/// <summary>One of the pages of an MBA.</summary>
public abstract class AreaPage : BookPage
{
    /// <summary>The MBA's code, as in the address.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>The MBA with its KMPs in force; <c>null</c> where the view does not know it.</summary>
    protected MbaTree? Area { get; private set; }

    /// <summary>The MBA in short.</summary>
    protected MbaSummary? Summary { get; private set; }

    /// <summary>The code tables in force.</summary>
    protected CodeTables? Codes { get; private set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        AskAnew();
        var tree = Ask<StructureQuery, StructureTree>(new StructureQuery());
        Area = tree?.Facilities.SelectMany(facility => facility.Mbas).FirstOrDefault(area => area.Mba.Code == Code);
        Codes = tree?.Tables;
        Summary = Area is { IsWithheld: false } ? Ask<AreaQuery, MbaSummary>(new AreaQuery(Code)) : null;
        if (Summary is not null)
            Read();
        else if (Area is { IsWithheld: true })
            Refuse(AccessRefusals.Withheld.At(default));
    }

    /// <summary>Asks what the page shows, once the MBA is known.</summary>
    protected abstract void Read();

    /// <summary>The path of one of the pages of this MBA.</summary>
    protected string PathOf(string page) => Link($"/mba/{Uri.EscapeDataString(Code)}{page}");

    /// <summary>The path of a batch.</summary>
    protected string BatchPath(string batch) => PathOf("/batch/" + Uri.EscapeDataString(batch));
}
