using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Journal.Tests;

public sealed class EntryCodecTests
{
    private static readonly EntryHeader Golden = new(
        258,
        new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.Zero).AddMicroseconds(4),
        new Guid("00112233-4455-6677-8899-aabbccddeeff"),
        new UInt128(0x0102030405060708, 0x090a0b0c0d0e0f10),
        "林",
        "materials",
        "inventory-change",
        2,
        "",
        false);

    [Fact]
    public void The_stored_form_is_the_documented_one()
    {
        // Written out by hand from the table in docs/formats/journal.md.
        const string Expected =
            "01" + "00" + "0000000000000102" + "000660BEE89E38C4" + "00112233445566778899AABBCCDDEEFF"
            + "0102030405060708090A0B0C0D0E0F10" + "0002" + "03E69E97" + "096D6174657269616C73"
            + "10696E76656E746F72792D6368616E6765" + "00" + "7B7D";
        Assert.Equal(Expected, Convert.ToHexString(Encode(Golden, "{}"u8)));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var entry = EntryCodec.Decode(Encode(Golden, "{\"a\":1}"u8));
        Assert.Equal(Golden, entry.Header);
        Assert.Equal("{\"a\":1}"u8.ToArray(), entry.Body.ToArray());
        Assert.Equal(entry.Bytes.Length, entry.HeaderBytes.Length + entry.Body.Length);
    }

    [Fact]
    public void A_name_that_recurs_is_the_same_string()
    {
        var bytes = Encode(Golden, "{}"u8);
        Assert.Same(EntryCodec.Decode(bytes).Header.Kind, EntryCodec.Decode(bytes.ToArray()).Header.Kind);
    }

    [Fact]
    public void Reading_an_entry_whose_names_are_known_allocates_nothing()
    {
        var bytes = Encode(Golden, "{}"u8);
        EntryCodec.TryDecode(bytes, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeat = 0; repeat < 1000; repeat++)
            EntryCodec.TryDecode(bytes, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_sealed_body_is_bound_to_the_bytes_before_it()
    {
        var batch = new EntryBatch();
        byte[] associated = [];
        batch.AddSealed(Golden, "secret"u8, (envelope, plain, destination) =>
        {
            associated = envelope.ToArray();
            Assert.Equal(plain.Length + EntryCodec.SealOverhead, destination.Length);
            destination.Fill(0xEE);
        });
        var entry = EntryCodec.Decode(batch[0]);
        Assert.True(entry.Header.IsSealed);
        Assert.Equal(associated, entry.HeaderBytes.ToArray());
        Assert.Equal(Enumerable.Repeat((byte)0xEE, 6 + EntryCodec.SealOverhead), entry.Body.ToArray());
    }

    [Fact]
    public void Each_field_out_of_its_limits_is_refused_by_name()
    {
        Refused(EntryFault.Sequence, Golden with { Sequence = -1 });
        Refused(EntryFault.RecordedAt, Golden with { RecordedAt = DateTimeOffset.UnixEpoch.AddTicks(-10) });
        Refused(EntryFault.RecordedAt, Golden with { RecordedAt = DateTimeOffset.UnixEpoch.AddTicks(1) });
        Refused(EntryFault.RecordedAt, Golden with { RecordedAt = Golden.RecordedAt.ToOffset(TimeSpan.FromHours(8)) });
        Refused(EntryFault.Version, Golden with { Version = -1 });
        Refused(EntryFault.Version, Golden with { Version = JournalLimits.MaxKindVersion + 1 });
        Refused(EntryFault.Actor, Golden with { Actor = "" });
        Refused(EntryFault.Actor, Golden with { Actor = new string('a', JournalLimits.MaxActorBytes + 1) });
        Refused(EntryFault.Actor, Golden with { Actor = "a\nb" });
        Refused(EntryFault.Actor, Golden with { Actor = "\uD800" });
        Refused(EntryFault.Book, Golden with { Book = "" });
        Refused(EntryFault.Book, Golden with { Book = new string('b', JournalLimits.MaxBookBytes + 1) });
        Refused(EntryFault.Kind, Golden with { Kind = "" });
        Refused(EntryFault.Kind, Golden with { Kind = new string('k', JournalLimits.MaxKindBytes + 1) });
        Refused(EntryFault.Compartment, Golden with { Compartment = new string('核', 17) });

        static void Refused(EntryFault fault, EntryHeader header) =>
            Assert.Equal(fault, Assert.Throws<EntryFormatException>(() => Encode(header, "{}"u8)).Fault);
    }

    [Fact]
    public void Names_of_the_largest_size_are_kept()
    {
        var header = Golden with
        {
            Actor = new string('a', JournalLimits.MaxActorBytes),
            Book = new string('b', JournalLimits.MaxBookBytes),
            Kind = new string('k', JournalLimits.MaxKindBytes),
            Compartment = new string('核', JournalLimits.MaxCompartmentBytes / 3),
        };
        Assert.Equal(header, EntryCodec.Decode(Encode(header, "{}"u8)).Header);
    }

    [Fact]
    public void An_entry_is_at_most_65_535_bytes()
    {
        var room = JournalLimits.MaxEntryBytes - EntryCodec.EncodeHeader(Golden, new byte[EntryCodec.MaxHeaderBytes]);
        Assert.Equal(JournalLimits.MaxEntryBytes, Encode(Golden, new byte[room]).Length);
        Assert.Equal(
            EntryFault.TooLong, Assert.Throws<EntryFormatException>(() => Encode(Golden, new byte[room + 1])).Fault);
        Assert.Equal(EntryFault.TooLong, EntryCodec.TryDecode(new byte[JournalLimits.MaxEntryBytes + 1], out _));
    }

    [Theory]
    [InlineData(0, 2, EntryFault.UnknownFormat)]
    [InlineData(1, 2, EntryFault.UnknownFlags)]
    [InlineData(2, 0x80, EntryFault.Sequence)]
    [InlineData(10, 0x04, EntryFault.RecordedAt)]
    [InlineData(52, 0, EntryFault.Actor)]
    [InlineData(52, 65, EntryFault.TooShort)]
    [InlineData(53, 0xFF, EntryFault.Actor)]
    [InlineData(56, 33, EntryFault.TooShort)]
    [InlineData(57, 0x07, EntryFault.Book)]
    [InlineData(66, 0, EntryFault.Kind)]
    [InlineData(83, 49, EntryFault.TooShort)]
    [InlineData(1, 1, EntryFault.SealedBody)]
    public void A_hostile_byte_is_named(int offset, byte value, EntryFault fault)
    {
        var bytes = Encode(Golden, "{}"u8);
        bytes[offset] = value;
        Assert.Equal(fault, EntryCodec.TryDecode(bytes, out _));
    }

    [Fact]
    public void Any_bytes_give_an_entry_or_a_named_fault()
    {
        var golden = Encode(Golden, "{}"u8);
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            ArbMap.Default.ArbFor<PositiveInt>(),
            (noise, place) =>
            {
                var mutated = golden[..(place.Get * 31 % (golden.Length + 1))].Concat(noise).ToArray();
                var fault = EntryCodec.TryDecode(mutated, out var entry);
                return fault != EntryFault.None
                    || EntryCodec.TryDecode(Encode(entry.Header, entry.Body.Span), out _) == EntryFault.None;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        for (var length = 0; length < golden.Length - 2; length++)
            Assert.Equal(EntryFault.TooShort, EntryCodec.TryDecode(golden.AsMemory(0, length), out _));
    }

    [Fact]
    public void A_batch_takes_no_bytes_that_are_not_an_entry()
    {
        var batch = new EntryBatch();
        Assert.Throws<EntryFormatException>(() => batch.Add(new byte[70]));
        batch.Add(Encode(Golden, "{}"u8));
        Assert.Equal(1, batch.Count);
    }

    [Fact]
    public void A_batch_is_limited_in_entries_and_in_bytes()
    {
        var batch = new EntryBatch();
        for (var index = 0; index < JournalLimits.MaxBatchEntries; index++)
            batch.Add(Golden, default);
        Assert.Throws<BatchLimitException>(() => batch.Add(Golden, default));
        batch.Truncate(0);
        var large = new byte[65_000];
        while (batch.ByteCount + large.Length + EntryCodec.MaxHeaderBytes < JournalLimits.MaxBatchBytes)
            batch.Add(Golden, large);
        Assert.Throws<BatchLimitException>(() => batch.Add(Golden, large));
        Assert.InRange(
            batch.ByteCount, JournalLimits.MaxBatchBytes - JournalLimits.MaxEntryBytes, JournalLimits.MaxBatchBytes);
    }

    private static byte[] Encode(EntryHeader header, ReadOnlySpan<byte> body)
    {
        var batch = new EntryBatch();
        batch.Add(in header, body);
        return batch[0].ToArray();
    }
}
