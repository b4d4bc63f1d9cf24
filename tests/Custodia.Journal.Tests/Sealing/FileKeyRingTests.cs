using System.Security.Cryptography;
using System.Text;
using Custodia.Journal.Sealing;

namespace Custodia.Journal.Tests.Sealing;

public sealed class FileKeyRingTests : IDisposable
{
    private static readonly KeyProtection NoProtection = new KeyProtection.None();

    private readonly TemporaryFolder _folder = new();
    private readonly SettableTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_compartment_is_sealed_exactly_from_its_first_key_on()
    {
        using var ring = Open();
        Assert.Null(ring.Current("people"));

        ring.Add("people");

        Assert.NotNull(ring.Current("people"));
        Assert.Null(ring.Current("People"));
        Assert.Null(ring.Current(""));
    }

    [Fact]
    public void The_newest_generation_is_current_even_if_the_clock_went_back()
    {
        using var ring = Open();
        ring.Add("people");
        _time.Now -= TimeSpan.FromDays(1);
        var second = ring.Add("people");
        using var again = Open();

        Assert.Equal(second.Id, again.Current("people")!.Record.Id);
        Assert.Equal([1, 2], again.Records.Select(key => key.Generation));
    }

    [Fact]
    public void A_compartment_without_a_key_left_refuses_to_be_written_in_the_clear_until_it_gets_a_new_key()
    {
        using var ring = Open();
        ring.Add("people");
        ring.Add("people");
        Assert.Equal(2, ring.Destroy("people"));

        Assert.Equal(KeyRingException.Erased, Assert.Throws<KeyRingException>(() => ring.Current("people")).Code);
        using var again = Open();
        Assert.Equal(KeyRingException.Erased, Assert.Throws<KeyRingException>(() => again.Current("people")).Code);
        Assert.Equal(3, again.Add("people").Generation);
        Assert.NotNull(again.Current("people"));
    }

    [Fact]
    public void Destroying_leaves_no_key_file_and_a_mark_with_the_time()
    {
        using var ring = Open();
        var key = ring.Add("people");
        _time.Now += TimeSpan.FromHours(1);

        ring.Destroy(key.Id);
        ring.Destroy(key.Id);

        Assert.Equal([$"{key.Id}.destroyed"], Names());
        Assert.Equal(_time.Now, Assert.Single(ring.Records).Destroyed);
        Assert.IsType<KeyLookup.Destroyed>(ring.Find(key.Id));
    }

    [Fact]
    public void A_destruction_interrupted_after_its_mark_is_finished_at_the_next_opening()
    {
        string path;
        byte[] content;
        using (var ring = Open())
        {
            path = _folder[$"compartments/{ring.Add("people").Id}.key"];
            content = File.ReadAllBytes(path);
            ring.Destroy("people");
        }

        WriteSecret(path, content);
        using var again = Open();

        Assert.False(File.Exists(path));
        Assert.NotNull(Assert.Single(again.Records).Destroyed);
    }

    [Fact]
    public void A_key_file_that_was_never_finished_is_removed()
    {
        string path;
        using (var ring = Open())
            path = _folder[$"compartments/{ring.Add("people").Id}.key"];
        WriteSecret(path + ".tmp", File.ReadAllBytes(path));

        using var again = Open();

        Assert.Equal([Path.GetFileName(path)], Names());
        Assert.NotNull(again.Current("people"));
    }

    [Fact]
    public void An_unknown_key_cannot_be_destroyed()
    {
        using var ring = Open();
        Assert.Equal(KeyRingException.Unknown, Assert.Throws<KeyRingException>(() => ring.Destroy(new KeyId(1))).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a\nb")]
    [InlineData("核核核核核核核核核核核核核核核核核")]
    public void A_compartment_name_that_cannot_stand_in_an_entry_or_a_key_file_is_refused(string name)
    {
        using var ring = Open();
        Assert.Equal(KeyRingException.Name, Assert.Throws<KeyRingException>(() => ring.Add(name)).Code);
    }

    [Fact]
    public void Folder_and_files_are_for_their_owner_alone()
    {
        using var ring = Open();
        var key = _folder[$"compartments/{ring.Add("people").Id}.key"];
        if (OperatingSystem.IsWindows())
        {
            Assert.True(File.Exists(key));
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(_folder["compartments"]));
        File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.GroupRead);
        Assert.Equal(KeyRingException.Permissions, Assert.Throws<KeyRingException>(Open).Code);
    }

    [Fact]
    public void Wrapped_keys_open_with_the_same_secret_and_with_no_other()
    {
        var kek = RandomNumberGenerator.GetBytes(32);
        KeyProtection[] protections = [new KeyProtection.Kek(kek), new KeyProtection.Passphrase("correct horse")];
        foreach (var protection in protections)
        {
            KeyId id;
            using (var ring = Open(protection))
                id = ring.Add("people").Id;
            using (var again = Open(protection))
                Assert.Equal(id, again.Current("people")!.Record.Id);

            KeyProtection other = protection is KeyProtection.Kek
                ? new KeyProtection.Kek(RandomNumberGenerator.GetBytes(32))
                : new KeyProtection.Passphrase("wrong horse");
            Assert.Equal(KeyRingException.WrongUnlock, Assert.Throws<KeyRingException>(() => Open(other)).Code);
            Assert.Equal(KeyRingException.Locked, Assert.Throws<KeyRingException>(Open).Code);
            Directory.Delete(_folder["compartments"], recursive: true);
        }
    }

    [Fact]
    public void All_keys_of_a_ring_with_a_passphrase_share_one_salt_and_state_the_iterations()
    {
        var passphrase = new KeyProtection.Passphrase("correct horse");
        using (var ring = Open(passphrase))
            ring.Add("people");
        using (var ring = Open(passphrase))
            ring.Add("sources");

        var methods = Directory.EnumerateFiles(_folder["compartments"]).Select(path => File.ReadAllLines(path)[5]);

        Assert.StartsWith("wrap pbkdf2-sha512 210000 ", Assert.Single(methods.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrapped_key_cannot_be_given_to_another_compartment()
    {
        var kek = new KeyProtection.Kek(RandomNumberGenerator.GetBytes(32));
        using (var ring = Open(kek))
            ring.Add("people");
        var path = Directory.EnumerateFiles(_folder["compartments"]).Single();
        var text = File.ReadAllText(path).Replace("compartment people", "compartment public", StringComparison.Ordinal);
        File.WriteAllText(path, text);

        Assert.Equal(KeyRingException.WrongUnlock, Assert.Throws<KeyRingException>(() => Open(kek)).Code);
    }

    [Fact]
    public void A_changed_byte_of_a_plain_key_file_is_found_or_changes_only_what_is_said_about_the_key()
    {
        using (var ring = Open())
            ring.Add("people");
        var path = Directory.EnumerateFiles(_folder["compartments"]).Single();
        var good = File.ReadAllText(path);
        var start = good.IndexOf("\nkey ", StringComparison.Ordinal) + 5;
        for (var i = start; i < good.Length; i++)
        {
            // In the last character of base64 the low bits say nothing: the highest is the one to change.
            var changed = new StringBuilder(good) { [i] = good[i] == 'A' ? 'g' : 'A' }.ToString();
            File.WriteAllText(path, changed);
            Assert.Equal(KeyRingException.Malformed, Assert.Throws<KeyRingException>(Open).Code);
        }
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        using (var ring = Open())
            ring.Add("people");
        var path = Directory.EnumerateFiles(_folder["compartments"]).Single();
        var good = File.ReadAllText(path);
        for (var length = 0; length < good.Length; length++)
        {
            File.WriteAllText(path, good[..length]);
            Assert.Equal(KeyRingException.Malformed, Assert.Throws<KeyRingException>(Open).Code);
        }
    }

    [Fact]
    public void The_environment_comes_before_the_passphrase_and_no_protection_is_last()
    {
        var kek = Convert.ToBase64String(new byte[32]);
        Assert.IsType<KeyProtection.Kek>(KeyProtection.Choose(_ => kek, "words"));
        Assert.IsType<KeyProtection.Passphrase>(KeyProtection.Choose(_ => null, "words"));
        Assert.IsType<KeyProtection.None>(KeyProtection.Choose(_ => "", ""));
        foreach (var bad in new[] { "AAAA", "not base64", Convert.ToBase64String(new byte[33]) })
        {
            var failure = Assert.Throws<KeyRingException>(() => KeyProtection.Choose(_ => bad, null));
            Assert.Equal(KeyRingException.Environment, failure.Code);
        }
    }

    private FileKeyRing Open() => Open(NoProtection);

    private FileKeyRing Open(KeyProtection protection) =>
        FileKeyRing.Open(_folder["compartments"], protection, _time);

    private IEnumerable<string?> Names() =>
        Directory.EnumerateFiles(_folder["compartments"]).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static void WriteSecret(string path, byte[] content)
    {
        File.WriteAllBytes(path, content);
        Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
