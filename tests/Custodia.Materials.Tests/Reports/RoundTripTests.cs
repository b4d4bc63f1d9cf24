using Custodia.Materials.Reports;
using Custodia.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Materials.Tests.Reports;

public sealed class RoundTripTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./: ";

    private static readonly DateOnly FirstDay = new(1970, 1, 1);

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, 50_000).Select(FirstDay.AddDays);

    private static readonly Gen<EntryReference?> Pointer =
        from report in Gen.Choose(1, 999_999)
        from entry in Gen.Choose(1, 999_999)
        select (EntryReference?)new EntryReference(report, entry);

    private static readonly Gen<Weight> AnyWeight =
        from material in Gen.Elements("N", "D", "T", "P", "U", "E/G", "E/K", "E/J")
        from element in Gen.Choose(-100_000_000, 1_000_000_000)
        from fissile in Gen.Choose(-100, 10_000_000)
        let code = MaterialCode.TryParse(material, out var parsed) ? parsed : default
        select new Weight(code, new(
            code.Unit == MassUnit.Kilogram ? Mass.FromKilograms(element) : Mass.FromGrams(element),
            code.Isotope == '\0' ? Mass.Zero : Mass.FromGrams(fissile)));

    [Fact]
    public void A_labelled_report_that_was_written_is_read_back_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Document(hasExtra: true).ToArbitrary(),
            document => RoundTrips(Texts.Labelled, document)));

    [Fact]
    public void A_fixed_report_that_was_written_is_read_back_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Document(hasExtra: false).ToArbitrary(),
            document => RoundTrips(Texts.Fixed, document)));

    [Fact]
    public void Whatever_text_is_taken_is_written_again_byte_for_byte_and_no_text_is_too_strange_to_refuse()
    {
        var mutated =
            from document in Document(hasExtra: true)
            from codec in Gen.Elements(Texts.Labelled, Texts.Fixed)
            from edits in Gen.Choose(1, 3)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select (codec,
                Mutate(codec.Of(codec == Texts.Fixed ? Plain(document) : document), edits, new System.Random(seed)));
        var taken = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(mutated.ToArbitrary(), sample =>
        {
            var (codec, text) = sample;
            var answer = codec.Read(text);
            if (!answer.IsGiven)
                return answer.Refusals.Count is > 0 and <= ReportLimits.Refusals;
            taken++;
            return codec.Write(answer.Value).Value == text;
        }));
        Assert.True(taken > 0, "Some mutations change only a value and must be taken.");
    }

    [Fact]
    public void An_unknown_label_is_kept_and_written_back_where_it_stood()
    {
        var text = Texts.Labelled.Of(Examples.Icr27)
            .Replace("207:", "005: kept \n207:", StringComparison.Ordinal)
            .Replace("411:TW", "411:TW\n999:\n1004:a:b", StringComparison.Ordinal);
        var read = Texts.Labelled.Read(text).Value!;
        Assert.Equal([new ExtraLabel(2, "005", " kept ")], read.Extra);
        Assert.Equal([new ExtraLabel(6, "999", ""), new ExtraLabel(7, "1004", "a:b")], read.Entries[2].Extra);
        Assert.Equal(text, Texts.Labelled.Of(read));
    }

    [Fact]
    public void The_order_of_weights_is_kept()
    {
        var entry = Examples.Pil5.Entries[0];
        var pil = Examples.Pil5 with { Entries = [entry with { Weights = [.. entry.Weights.Reverse()] }] };
        Assert.All([Texts.Labelled, Texts.Fixed], codec => Assert.Equal(pil, codec.Read(codec.Of(pil)).Value));
    }

    [Fact]
    public void A_profile_can_ask_for_other_line_ends_dates_and_decimals()
    {
        var profile = Texts.Read(Texts.ChangedJson("iaea-c10-labelled-draft", json =>
        {
            json["lineEnd"] = "crlf";
            json["dateFormat"] = "DDMMYYYY";
            json["decimals"] = 3;
        }));
        var codec = ReportCodec.For(profile.Value!);
        var document = Examples.Icr27 with
        {
            Entries = [Examples.Icr27.Entries[0] with { Weights = [Weight.Of('N', Mass.FromGrams(-1_500)),
                Weight.Of('P', Mass.FromGrams(0.125m))] }],
        };
        var text = codec.Of(document);
        Assert.Contains("412:04062026\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("610:-1.5K\r\n700:0.125G\r\n", text, StringComparison.Ordinal);
        Assert.Equal(document, codec.Read(text).Value);
    }

    [Fact]
    public void A_remark_is_wrapped_into_the_lines_of_a_note()
    {
        Assert.Equal("one two\nthree\nabcdefgh\nij", ConciseNote.Wrap(" one  two\r\nthree abcdefghij ", 8));
        Assert.Null(ConciseNote.Wrap(" \n", 8));
    }

    private static bool RoundTrips(IReportCodec codec, ReportDocument document)
    {
        var text = codec.Of(document);
        var read = codec.Read(text).Value;
        return document.Equals(read) && codec.Of(read) == text;
    }

    /// <summary>What the fixed layout has no columns for, left out.</summary>
    private static ReportDocument Plain(ReportDocument document) =>
        document with { Extra = [], Entries = [.. document.Entries.Select(entry => entry with { Extra = [] })] };

    private static string Mutate(string text, int edits, System.Random random)
    {
        for (var edit = 0; edit < edits && text.Length > 1; edit++)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 6), text.Length - at);
            var letter = random.Next(5) == 0 ? (char)random.Next(0, 0x3000) : Letters[random.Next(Letters.Length)];
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
                2 => text.Insert(at, letter.ToString()),
                3 => text[..at],
                _ => text.Remove(at, 1).Insert(at, letter.ToString()),
            };
        }

        return text;
    }

    private static Gen<string> Word(int most) =>
        from length in Gen.Choose(1, most)
        from letters in Gen.Elements(Letters.ToCharArray()).ArrayOf(length)
        let text = new string(letters).Trim()
        select text.Length == 0 ? "A" : text;

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : class =>
        Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static Gen<string?> Note => Maybe(Gen.NonEmptyListOf(Word(60)).Select(lines => string.Join('\n', lines)));

    private static Gen<IReadOnlyList<ExtraLabel>> Extra(bool hasExtra) => hasExtra
        ? Gen.OneOf(
            Gen.Constant<IReadOnlyList<ExtraLabel>>([]),
            Word(20).Select(value =>
                (IReadOnlyList<ExtraLabel>)[new(1, "999", value), new(3, "1004", ""), new(4, "999", " " + value)]))
        : Gen.Constant<IReadOnlyList<ExtraLabel>>([]);

    private static Gen<ReportEntry> Entry(ReportType type, bool hasExtra)
    {
        var isIcr = type == ReportType.Icr;
        var hasBatch = type != ReportType.Mbr;
        return
            from status in Gen.Elements(Enum.GetValues<EntryStatus>())
            from corrects in Gen.OneOf(Gen.Constant<EntryReference?>(null), Pointer)
            from date in Day
            from partner in Maybe(Gen.Elements("XACA", "XB", "F"))
            from code in Gen.Elements("RD", "SD", "LN", "PB")
            from batch in Word(20)
            from shipperBatch in Maybe(Word(20))
            from items in Gen.Choose(0, 999_999)
            from weights in AnyWeight.ListOf()
            from note in Note
            from extra in Extra(hasExtra)
            select new ReportEntry(1)
            {
                Status = status,
                Corrects = corrects,
                Date = isIcr ? date : null,
                From = isIcr ? partner : null,
                To = isIcr ? partner : null,
                Code = type == ReportType.Pil ? null : code,
                Kmp = hasBatch ? "1" : null,
                Batch = hasBatch ? batch : null,
                ShipperBatch = isIcr ? shipperBatch : null,
                Items = hasBatch ? items : null,
                Description = hasBatch ? "U6CF" : null,
                Basis = hasBatch ? "M" : null,
                Weights = [.. weights.DistinctBy(weight => weight.Material)],
                Note = note,
                Extra = type == ReportType.Mbr ? [] : extra,
            };
    }

    private static Gen<ReportDocument> Document(bool hasExtra) =>
        from type in Gen.Elements(Enum.GetValues<ReportType>())
        from number in Gen.Choose(1, 999_999)
        from fromDay in Day
        from toDay in Day
        from date in Gen.OneOf(Gen.Constant<DateOnly?>(null), Day.Select(day => (DateOnly?)day))
        from note in Note
        from extra in Extra(hasExtra)
        from entries in Entry(type, hasExtra).ListOf()
        select new ReportDocument(type, "XA", "XA-F", "XAFB", number, type == ReportType.Pil ? toDay : fromDay, toDay)
        {
            Date = date,
            Note = note,
            Extra = extra,
            Entries = [.. entries.Select((entry, index) => entry with { Number = index + 1 })],
        };
}
