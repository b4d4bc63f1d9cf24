using Custodia.ArmsControl.Facts;
using Custodia.Books;
using Custodia.Testing;

namespace Custodia.ArmsControl.Tests;

/// <summary>What stands in a journal lives for ever: each kind and version against its golden file.</summary>
public sealed class KindTests
{
    private static readonly DateOnly Day = new(2022, 3, 1);

    private static readonly Fact[] Facts =
    [
        new ObligationUndertaken(new("new-start-exchange", Day, "Note 1 照會", Party.Us)),
        new UndertakingEnded(new("hcoc", Day, "Left 退出")),
        new DeclarationSent(new("hcoc", "2025", Day, [new("launches", "2"), new("policy", "None 無")], "Note 2")),
        new DeclarationCorrected(new("hcoc", "2025", Day, [new("launches", "3")], "Note 3", "One was missed 漏列一次")),
        new DeclarationAcknowledged(new("hcoc", "2025", Day, "Contact point 聯絡點", "Note 4")),
        new StatementRecorded(new("XA", StatementKind.Stockpile, Day, "None 無", "Speech 1", "As long as others do 以他國為條件", 0, Day)),
        new StatementWithdrawn(new(17, Day, "Replaced 取代")),
        new NotificationRecorded(new(Party.Ru, "N-1", NotificationType.Deployed, Day, Day, [new("U-1", ItemCategory.IcbmLauncher, 3)], "備註")),
        new NotificationTakenBack(17, "Wrong item 項目有誤"),
        new ExchangeRecorded(new(Party.Us, Day, Day, 686, 1515, 800, "Fact sheet", "Misread 誤讀")),
        new ObjectionRecorded(new(Party.Ru, Party.Us, Day, Day, Measure.Launchers, 56, "Not confirmed 無法確認", "Statement")),
        new InspectionRecorded(new(Party.Us, InspectionType.One, Day, "Base 基地", 3, 3, "None 無", Day)),
    ];

    public static TheoryData<string> Names => [.. ArmsControlKinds.Table.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_that_was_ever_written_is_read_and_the_newest_is_written_byte_for_byte(string name) =>
        GoldenKinds.Check(ArmsControlKinds.Table.Find(name)!, Facts);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_with_a_property_that_no_version_has_is_refused(string name) =>
        GoldenKinds.CheckStrange(ArmsControlKinds.Table.Find(name)!);
}
