using System.Security.Cryptography;
using System.Text;
using Custodia.Journal.Sealing;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Journal.Tests.Sealing;

public sealed class SealedBodyTests : IDisposable
{
    // Fixed fields, then "keeper", "sources", "received" and "sources", each led by its length.
    private const int HeadBytes = 52 + 7 + 8 + 9 + 8;

    private readonly TemporaryFolder _folder = new();
    private readonly FileKeyRing _keys;

    public SealedBodyTests()
    {
        _keys = FileKeyRing.Open(_folder["compartments"], new KeyProtection.None(), new SettableTime());
        _keys.Add("sources");
    }

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Any_body_opens_to_what_was_sealed() =>
        Prop.ForAll<byte[]>(body => Plain(Open(Entry(7, body))).AsSpan().SequenceEqual(body))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_sealed_form_is_the_key_id_the_nonce_the_ciphertext_and_the_tag_of_plain_aes_gcm()
    {
        // The same bytes opened with the framework's cipher alone, the key read from its file.
        var body = "{\"mass\":1}"u8.ToArray();
        var entry = Entry(0, body);
        var sealedBody = entry.AsSpan(HeadBytes);
        var record = Assert.Single(_keys.Records);
        var line = File.ReadAllLines(_folder[$"compartments/{record.Id}.key"])[^1];
        using var cipher = new AesGcm(Convert.FromBase64String(line["key ".Length..]), 16);
        var plain = new byte[body.Length];
        cipher.Decrypt(
            sealedBody.Slice(16, 12), sealedBody.Slice(28, body.Length), sealedBody[^16..], plain,
            entry.AsSpan(0, HeadBytes));

        Assert.Equal(body, plain);
        Assert.Equal(record.Id.ToString(), Convert.ToHexStringLower(sealedBody[..16]));
    }

    [Fact]
    public void The_same_body_is_sealed_differently_each_time() =>
        Assert.NotEqual(Entry(1, "{}"u8.ToArray()), Entry(1, "{}"u8.ToArray()));

    [Fact]
    public void No_sealed_entry_with_a_flipped_bit_opens()
    {
        var entry = Entry(5, "{\"a\":1}"u8.ToArray());
        for (var bit = 0; bit < entry.Length * 8; bit++)
        {
            entry[bit / 8] ^= (byte)(1 << bit % 8);
            if (bit / 8 >= HeadBytes + KeyId.Length)
                Assert.Throws<SealedBodyException>(() => Open(entry));
            else if (EntryCodec.TryDecode(entry, out var read) == EntryFault.None && read.Header.IsSealed)
                AssertDoesNotOpen(entry);
            entry[bit / 8] ^= (byte)(1 << bit % 8);
        }

        Assert.Equal("{\"a\":1}"u8, Plain(Open(entry)));
    }

    [Fact]
    public void A_body_moved_to_another_entry_does_not_open_and_the_failure_names_that_entry()
    {
        var here = Entry(5, "{\"a\":1}"u8.ToArray());
        var there = Entry(6, "{\"a\":2}"u8.ToArray());
        here.AsSpan(HeadBytes).CopyTo(there.AsSpan(HeadBytes));

        var failure = Assert.Throws<SealedBodyException>(() => Open(there));

        Assert.Equal(6, failure.Sequence);
    }

    [Fact]
    public void A_body_that_is_too_short_to_be_sealed_or_is_not_sealed_is_refused()
    {
        var entry = EntryCodec.Decode(Entry(5, []));
        var cut = entry with { Bytes = entry.Bytes[..^1] };
        var plain = entry with { Header = entry.Header with { IsSealed = false } };

        Assert.Equal(5, Assert.Throws<SealedBodyException>(() => SealedBody.Open(_keys, in cut)).Sequence);
        Assert.Throws<ArgumentException>(() => SealedBody.Open(_keys, in plain));
    }

    [Fact]
    public void The_overhead_is_the_one_that_the_entry_format_states() =>
        Assert.Equal(EntryCodec.SealOverhead, CompartmentKey.Overhead);

    [Fact]
    public void After_a_rotation_old_bodies_still_open_and_new_ones_take_the_new_key()
    {
        var old = Entry(1, "old"u8.ToArray());
        var second = _keys.Add("sources");
        var fresh = Entry(2, "new"u8.ToArray());

        Assert.Equal("old", Encoding.UTF8.GetString(Plain(Open(old))));
        Assert.Equal(second.Id, KeyId.Read(fresh.AsSpan(HeadBytes)));
        Assert.Equal("new", Encoding.UTF8.GetString(Plain(Open(fresh))));
    }

    [Fact]
    public void A_body_whose_key_was_destroyed_is_withheld_for_ever_and_others_still_open()
    {
        var old = Entry(1, "old"u8.ToArray());
        var first = Assert.Single(_keys.Records).Id;
        _keys.Add("sources");
        var fresh = Entry(2, "new"u8.ToArray());

        _keys.Destroy(first);

        Assert.Equal(WithheldReason.KeyDestroyed, Withheld(Open(old)));
        Assert.Equal("new", Encoding.UTF8.GetString(Plain(Open(fresh))));
        using var again = FileKeyRing.Open(_folder["compartments"], new KeyProtection.None(), new SettableTime());
        Assert.Equal(WithheldReason.KeyDestroyed, Withheld(SealedBody.Open(again, EntryCodec.Decode(old))));
    }

    [Fact]
    public void Whoever_still_holds_a_destroyed_key_can_neither_open_nor_seal_with_it()
    {
        var key = _keys.Current("sources")!;
        var sealedBytes = new byte[3 + CompartmentKey.Overhead];
        key.Seal([], "abc"u8, sealedBytes);

        _keys.Destroy("sources");

        Assert.Equal(Unsealing.KeyDestroyed, key.Open([], sealedBytes, new byte[3]));
        Assert.Equal(
            KeyRingException.Erased, Assert.Throws<KeyRingException>(() => key.Seal([], "abc"u8, sealedBytes)).Code);
    }

    private byte[] Entry(long sequence, byte[] body)
    {
        var time = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
        var header = new EntryHeader(
            sequence, time, Guid.Empty, 0, "keeper", "sources", "received", 1, "sources", IsSealed: true);
        var batch = new EntryBatch();
        batch.AddSealed(in header, body, _keys.Current("sources")!.Seal);
        return batch[0].ToArray();
    }

    private OpenedBody Open(byte[] entry) => SealedBody.Open(_keys, EntryCodec.Decode(entry));

    // Where the bit moves the key id, the ring says that it has no such key.
    private void AssertDoesNotOpen(byte[] entry)
    {
        try
        {
            Assert.Equal(WithheldReason.NoKey, Withheld(Open(entry)));
        }
        catch (SealedBodyException failure)
        {
            Assert.Equal(EntryCodec.Decode(entry).Header.Sequence, failure.Sequence);
        }
    }

    private static byte[] Plain(OpenedBody body) => Assert.IsType<OpenedBody.Plain>(body).Bytes.ToArray();

    private static WithheldReason Withheld(OpenedBody body) => Assert.IsType<OpenedBody.Withheld>(body).Reason;
}
