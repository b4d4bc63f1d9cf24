using System.Security.Cryptography;
using Custodia.Journal.Sealing;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Journal.Tests.Sealing;

public sealed class SecretFolderTests : IDisposable
{
    private static readonly KeyProtection Kek = new KeyProtection.Kek(RandomNumberGenerator.GetBytes(32));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again_whole_whatever_it_is()
    {
        foreach (var protection in (KeyProtection[])[new KeyProtection.None(), Kek, new KeyProtection.Passphrase("a phrase of many words")])
        {
            var path = _folder[protection.GetType().Name];
            using var secrets = SecretFolder.Open(path, protection);
            Prop.ForAll<byte[]>(content =>
            {
                secrets.Write("one", content);
                return secrets.Read("one").AsSpan().SequenceEqual(content);
            }).QuickCheckThrowOnFailure();
            secrets.Write("two", new byte[SecretFolder.MaxBytes]);
            using var again = SecretFolder.Open(path, protection);
            Assert.Equal(["one", "two"], again.Names);
            Assert.Equal(SecretFolder.MaxBytes, again.Read("two").Length);
            Assert.Throws<ArgumentOutOfRangeException>(() => again.Write("two", new byte[SecretFolder.MaxBytes + 1]));
        }
    }

    [Fact]
    public void A_wrapped_secret_stands_nowhere_in_its_file_and_needs_its_own_key()
    {
        using (var secrets = Open(Kek))
            secrets.Write("one", "the eagle has landed"u8);

        var text = File.ReadAllText(PathOf("one"));
        Assert.DoesNotContain("eagle", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("the eagle"u8), text, StringComparison.Ordinal);
        using var none = Open(new KeyProtection.None());
        Assert.Equal(KeyRingException.Locked, Code(() => none.Read("one")));
        using var other = Open(new KeyProtection.Kek(RandomNumberGenerator.GetBytes(32)));
        Assert.Equal(KeyRingException.WrongUnlock, Code(() => other.Read("one")));
    }

    [Fact]
    public void A_file_that_takes_the_name_of_another_does_not_open()
    {
        using var secrets = Open(Kek);
        secrets.Write("one", "1"u8);
        File.Copy(PathOf("one"), PathOf("two"));
        Assert.Equal(KeyRingException.Malformed, Code(() => secrets.Read("two")));

        File.WriteAllText(PathOf("two"), File.ReadAllText(PathOf("one")).Replace("name one", "name two", StringComparison.Ordinal));
        Assert.Equal(KeyRingException.WrongUnlock, Code(() => secrets.Read("two")));
    }

    [Fact]
    public void Any_changed_byte_of_a_wrapped_file_is_found()
    {
        using var secrets = Open(Kek);
        secrets.Write("one", "what people sign in with"u8);
        var bytes = File.ReadAllBytes(PathOf("one"));
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            File.WriteAllBytes(PathOf("one"), changed);
            var code = Code(() => secrets.Read("one"));
            Assert.True(code is KeyRingException.Malformed or KeyRingException.WrongUnlock or KeyRingException.Locked, $"byte {at}: {code}");
        }
    }

    [Fact]
    public void Secrets_that_others_of_the_machine_could_read_are_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var secrets = Open(Kek);
        secrets.Write("one", "1"u8);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("one")));
        File.SetUnixFileMode(PathOf("one"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal(KeyRingException.Permissions, Code(() => secrets.Read("one")));

        File.SetUnixFileMode(_folder["people"], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Assert.Equal(KeyRingException.Permissions, Code(() => Open(Kek)));
        File.SetUnixFileMode(_folder["people"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void What_was_broken_off_is_removed_and_what_is_deleted_is_gone()
    {
        using var secrets = Open(Kek);
        secrets.Write("one", "1"u8);
        File.WriteAllText(PathOf("one") + ".tmp", "half");
        using var again = Open(Kek);
        Assert.False(File.Exists(PathOf("one") + ".tmp"));
        again.Delete("one");
        again.Delete("one");
        Assert.Empty(again.Names);
        Assert.Throws<FileNotFoundException>(() => again.Read("one"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("A")]
    [InlineData("a.b")]
    public void A_name_cannot_lead_out_of_the_folder(string name)
    {
        using var secrets = Open(Kek);
        Assert.Throws<ArgumentException>(() => secrets.Write(name, "1"u8));
    }

    private static string Code(Action act) => Assert.Throws<KeyRingException>(act).Code;

    private SecretFolder Open(KeyProtection protection) => SecretFolder.Open(_folder["people"], protection);

    private string PathOf(string name) => Path.Combine(_folder["people"], name + ".secret");
}
