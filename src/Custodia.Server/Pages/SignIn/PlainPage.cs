using System.Globalization;
using Custodia.Books;
using Microsoft.AspNetCore.Components;

namespace Custodia.Server.Pages.SignIn;

/// <summary>A page that is rendered once for a request, and whose forms work without script.</summary>
public abstract class PlainPage : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why the last form was not taken.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; set; } = [];

    /// <summary>A text in the reader's language.</summary>
    protected static string Say(Bilingual text) => text.In(CultureInfo.CurrentUICulture.Name);

    /// <summary>Goes on to a path of this server.</summary>
    protected void GoTo(string path) => Navigation.NavigateTo(path);

    /// <summary>Goes on to the address of an answer, or shows why there is none.</summary>
    protected void GoOn(Answer<string> answer)
    {
        if (answer.IsGiven)
            GoTo(answer.Value);
        else
            Refusals = answer.Refusals;
    }
}
