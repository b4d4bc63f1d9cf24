using Custodia.Materials.Reports;
using Custodia.Quantities;

namespace Custodia.Materials.Tests.Reports;

/// <summary>Worked examples: a fabrication plant XAFB, its supplier XACA and the reactor XARA of the fictitious State XA.</summary>
internal static class Examples
{
    public static ReportDocument Icr27 { get; } = Report(ReportType.Icr, 27, new(2026, 6, 1), new(2026, 6, 30)) with
    {
        Entries =
        [
            Change(1, "RD", new(2026, 6, 4), "XACA", "XAFB", "1", "CYL0417", 2, "U6CF", "N", Leu(3_040_000, 133_760)) with { ShipperBatch = "CYL0417" },
            Change(2, "SD", new(2026, 6, 11), "XAFB", "XARA", "2", "FA2606-01", 4, "EASF", "M", Leu(1_840_000, 80_960)),
            Change(3, "TW", new(2026, 6, 18), "XAFB", "XAFB", "3", "WD2606", 12, "AMDW", "M", Leu(900, 40)),
            Change(4, "DI", new(2026, 6, 20), "XACA", "XAFB", "1", "CYL0417", 2, "U6CF", "N", Leu(3_040_000 - 3_039_100, 40)),
        ],
    };

    public static ReportDocument Icr28 { get; } = Report(ReportType.Icr, 28, new(2026, 7, 1), new(2026, 7, 31)) with
    {
        Entries =
        [
            Icr27.Entries[1] with
            {
                Number = 1,
                Status = EntryStatus.Correction,
                Corrects = new(27, 2),
                Weights = [Leu(1_841_200, 81_013)],
                Note = "Weighing of 2026-06-11 was entered with a wrong tare.\nSource data sheet 2606-114.",
            },
        ],
    };

    public static ReportDocument Pil12 { get; } = Report(ReportType.Pil, 12, new(2026, 6, 30), new(2026, 6, 30)) with
    {
        Entries =
        [
            Item(1, "A", "UF6-STOCK", 6, "U6CF", "L", Leu(9_120_000, 401_280)),
            Item(2, "B", "POW-2606", 122, "PHDF", "T", Leu(2_443_200, 107_501)),
            Item(3, "C", "SCR-2606", 43, "SNDF", "M", Leu(215_000, 9_460)),
        ],
    };

    public static ReportDocument Mbr12 { get; } = BuildMbr12();

    public static ReportDocument Icr31 { get; } = Report(ReportType.Icr, 31, new(2029, 9, 1), new(2029, 9, 30), "XA-R", "XARA") with
    {
        Entries =
        [
            Burnt(1, "LN", Leu(1_841_200 - 1_731_950, 81_013 - 13_900)),
            Burnt(2, "NP", Weight.Of('P', Mass.FromGrams(20_250))),
        ],
    };

    public static ReportDocument Pil5 { get; } = Report(ReportType.Pil, 5, new(2029, 9, 30), new(2029, 9, 30), "XA-R", "XARA") with
    {
        Entries =
        [
            Item(1, "C", "FA2606-01", 4, "EASI", "L", Weight.Of('P', Mass.FromGrams(20_250))) with
            {
                Weights = [Weight.Of('P', Mass.FromGrams(20_250)), Leu(1_731_950, 13_900)],
            },
        ],
    };

    public static Weight Leu(long uranium, long fissile) => Weight.Enriched(Mass.FromGrams(uranium), Mass.FromGrams(fissile));

    public static ReportDocument Report(ReportType type, int number, DateOnly from, DateOnly to, string facility = "XA-F", string mba = "XAFB") =>
        new(type, "XA", facility, mba, number, from, to);

    public static ReportEntry Change(int number, string code, DateOnly date, string from, string to, string kmp, string batch,
        int items, string description, string basis, Weight weight) => new(number)
        {
            Code = code,
            Date = date,
            From = from,
            To = to,
            Kmp = kmp,
            Batch = batch,
            Items = items,
            Description = description,
            Basis = basis,
            Weights = [weight],
        };

    public static ReportEntry Line(int number, string name, Weight weight) => new(number) { Code = name, Weights = [weight] };

    private static ReportEntry Burnt(int number, string code, Weight weight) =>
        Change(number, code, new(2029, 9, 15), "XARA", "XARA", "2", "FA2606-01", 4, "EASI", "N", weight);

    private static ReportEntry Item(int number, string kmp, string batch, int items, string description, string basis, Weight weight) =>
        new(number) { Kmp = kmp, Batch = batch, Items = items, Description = description, Basis = basis, Weights = [weight] };

    /// <summary>BE = PB + RD − SD − TW, BA = BE − DI, PE = the sum of the PIL, MF = BA − PE.</summary>
    private static ReportDocument BuildMbr12()
    {
        var beginning = Leu(9_000_000, 396_000);
        var received = Leu(30_400_000, 1_337_600);
        var shipped = Leu(27_600_000, 1_214_400);
        var waste = Leu(15_000, 660);
        var difference = Leu(900, 40);
        var book = With(beginning.Amount + received.Amount - shipped.Amount - waste.Amount);
        var adjusted = With(book.Amount - difference.Amount);
        var held = With(Pil12.Entries.Aggregate(Amount.Zero, (sum, entry) => sum + entry.Weights[0].Amount));
        return Report(ReportType.Mbr, 12, new(2025, 7, 1), new(2026, 6, 30)) with
        {
            Entries =
            [
                Line(1, "PB", beginning), Line(2, "RD", received), Line(3, "SD", shipped), Line(4, "TW", waste),
                Line(5, "BE", book), Line(6, "DI", difference), Line(7, "BA", adjusted), Line(8, "PE", held),
                Line(9, "MF", With(adjusted.Amount - held.Amount)),
            ],
        };
    }

    private static Weight With(Amount amount) => new(new('E', 'G'), amount);
}
