namespace Custodia.Server.Pages.SignIn;

/// <summary>The answer of an authenticator, as the script puts it into its form.</summary>
internal sealed class PasskeyInput
{
    public string? Credential { get; set; }

    public string? Name { get; set; }
}
