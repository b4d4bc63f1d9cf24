using System.IO.Compression;
using Custodia.Materials.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.Materials.Tests.Files;

public sealed class DamagedFileTests
{
    private static readonly Gen<(int Place, byte Value)[]> Damage =
        Gen.Choose(0, int.MaxValue - 1).SelectMany(place => Gen.Choose(0, 255).Select(value => (place, (byte)value)))
            .ArrayOf().Select(changes => changes.Take(8).ToArray());

    [Fact]
    public void A_damaged_csv_file_is_read_or_refused_and_never_throws() => Check(
        FileWriter.Csv(FileLayouts.Changes, Given.Changes, "zh"));

    [Fact]
    public void A_damaged_workbook_is_read_or_refused_and_never_throws() => Check(
        FileWriter.Xlsx(FileLayouts.Changes, Given.Changes, "en"));

    [Fact]
    public void Damage_inside_the_sheet_of_a_workbook_is_read_or_refused_and_never_throws()
    {
        var good = FileWriter.Xlsx(FileLayouts.Changes, Given.Changes, "en");
        Prop.ForAll(Damage.ToArbitrary(), damage =>
        {
            using var stream = new MemoryStream();
            stream.Write(good);
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            {
                foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
                    DamagePart(entry, damage);
            }

            ReadsOrRefuses(stream.ToArray());
        }).QuickCheckThrowOnFailure();
    }

    private static void Check(byte[] good) =>
        Prop.ForAll(Damage.ToArbitrary(), damage => ReadsOrRefuses(Damaged(good, damage))).Check(
            Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void DamagePart(ZipArchiveEntry entry, (int Place, byte Value)[] damage)
    {
        using var part = entry.Open();
        using var content = new MemoryStream();
        part.CopyTo(content);
        part.SetLength(0);
        part.Write(Damaged(content.ToArray(), damage));
    }

    private static byte[] Damaged(byte[] good, (int Place, byte Value)[] damage)
    {
        var bytes = good.ToArray();
        foreach (var (place, value) in damage)
            bytes[place % bytes.Length] = value;
        return damage.Length % 3 == 2 ? bytes[..(damage[0].Place % bytes.Length)] : bytes;
    }

    private static void ReadsOrRefuses(byte[] file)
    {
        var answer = Given.Read(Given.Bytes(file));
        Assert.Equal(answer.IsGiven, answer.Refusals.Count == 0);
    }
}
