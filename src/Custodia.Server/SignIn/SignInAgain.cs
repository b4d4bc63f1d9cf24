using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Custodia.Server.SignIn;

/// <summary>Sends the reader of an open page, whose session has ended, to sign in and then back to it.</summary>
internal static class SignInAgain
{
    /// <summary>
    /// Leaves the page. Not by <see cref="NavigationManager"/>: it waits for an answer of the page, which would be an event after
    /// the end, and reports a failure of the server where none comes.
    /// </summary>
    public static async Task LeaveAsync(NavigationManager navigation, IJSRuntime browser)
    {
        var here = Uri.EscapeDataString(new Uri(navigation.Uri).PathAndQuery);
        try
        {
            await browser.InvokeVoidAsync("location.assign", "/sign-in?return=" + here);
        }
        catch (Exception exception) when (exception is OperationCanceledException or JSDisconnectedException)
        {
            // The page is gone before it could say so.
        }
    }
}
