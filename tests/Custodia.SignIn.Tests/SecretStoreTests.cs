using System.Text;
using Custodia.Journal.Sealing;
using Custodia.Server.Hosting;
using Custodia.Server.SignIn;

namespace Custodia.SignIn.Tests;

public sealed class SecretStoreTests : IDisposable
{
    private static readonly KeyProtection None = new KeyProtection.None();

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "custodia-secrets-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_change_is_there_after_a_new_start_and_what_was_forgotten_is_not()
    {
        using (var store = SecretStore.Open(_folder, None))
        {
            store.Change("wu", secrets => (secrets with { PasswordHash = "x", RecoveryCodes = ["a"] }, true));
            store.Change("吳美玲/..", secrets => (secrets with { Failures = 3 }, true));
            store.Change("chen", secrets => (secrets with { Failures = 1 }, true));
            store.Forget("chen");
        }

        using var again = SecretStore.Open(_folder, None);
        Assert.Equal(["wu", "吳美玲/.."], again.All.Select(secrets => secrets.Person).Order(StringComparer.Ordinal));
        Assert.Equal(("x", 3), (again.Find("wu")!.PasswordHash, again.Find("吳美玲/..")!.Failures));
        Assert.Equal(["a"], again.Find("wu")!.RecoveryCodes);
        Assert.Throws<ArgumentException>(() => again.Change("", secrets => (secrets, true)));
        Assert.Throws<ArgumentException>(() => again.Change(new string('x', 65), secrets => (secrets, true)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"person":"chen","stamp":"1"}""")]
    [InlineData("""{"person":"wu","stamp":""}""")]
    [InlineData("""{"person":"wu","stamp":"1","isAdmin":true}""")]
    [InlineData("""{"person":"wu","stamp":"1","recoveryCodes":null}""")]
    [InlineData("""{"person":"wu","stamp":"1","failures":"many"}""")]
    public void A_file_that_does_not_hold_what_it_should_is_refused(string json)
    {
        using (SecretStore.Open(_folder, None))
        {
        }

        using (var folder = SecretFolder.Open(_folder, None))
            folder.Write("p-" + Convert.ToHexStringLower("wu"u8), Encoding.UTF8.GetBytes(json));
        var refused = Assert.Throws<DataFolderException>(() => SecretStore.Open(_folder, None));
        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_person_stands_in_the_files_where_they_are_wrapped()
    {
        using var store = SecretStore.Open(_folder, new KeyProtection.Kek(new byte[32]));
        store.Change("wu", secrets => (secrets with { CodeAppKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" }, true));
        foreach (var file in Directory.GetFiles(_folder))
        {
            var body = Convert.FromBase64String(File.ReadAllText(file).Split('\n')[3][5..]);
            Assert.DoesNotContain("GEZDGNBV", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        }
    }
}
