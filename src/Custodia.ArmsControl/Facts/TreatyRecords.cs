using Custodia.Books;

namespace Custodia.ArmsControl.Facts;

/// <summary>A party to New START.</summary>
public enum Party
{
    /// <summary>The United States.</summary>
    Us,

    /// <summary>Russia.</summary>
    Ru,
}

/// <summary>What the treaty counts.</summary>
public enum Measure
{
    /// <summary>Deployed missiles and heavy bombers.</summary>
    Vehicles,

    /// <summary>Warheads on them; a heavy bomber counts as one.</summary>
    Warheads,

    /// <summary>Launchers and heavy bombers, deployed or not.</summary>
    Launchers,
}

/// <summary>What an item is.</summary>
public enum ItemCategory
{
    /// <summary>A launcher of intercontinental ballistic missiles.</summary>
    IcbmLauncher,

    /// <summary>A launcher of submarine-launched ballistic missiles.</summary>
    SlbmLauncher,

    /// <summary>A heavy bomber.</summary>
    HeavyBomber,
}

/// <summary>What a notification says of its items.</summary>
public enum NotificationType
{
    /// <summary>The item was delivered: it counts, and is not deployed.</summary>
    Delivered,

    /// <summary>A missile with its warheads was loaded into the launcher; the bomber was deployed.</summary>
    Deployed,

    /// <summary>The missile carries another number of warheads.</summary>
    WarheadsChanged,

    /// <summary>The missile was unloaded; the bomber is deployed no more.</summary>
    Withdrawn,

    /// <summary>The missile was launched, so its launcher is empty.</summary>
    Launched,

    /// <summary>The item stands elsewhere; the counts do not change.</summary>
    Moved,

    /// <summary>The item, not deployed, was converted so that it carries no nuclear arms, and leaves the counts.</summary>
    Converted,

    /// <summary>The item, not deployed, was eliminated.</summary>
    Eliminated,
}

/// <summary>An inspection's type (Article XI).</summary>
public enum InspectionType
{
    /// <summary>Of deployed and non-deployed arms.</summary>
    One,

    /// <summary>Of non-deployed arms only.</summary>
    Two,
}

/// <summary>What a notification says of one item.</summary>
/// <param name="Uid">Its unique identifier.</param>
/// <param name="Category">Of what is delivered: what it is.</param>
/// <param name="Warheads">Of what is loaded: how many warheads the missile carries. A bomber has none here: it counts as one.</param>
public sealed record ItemChange(
    [Meaning("Unique identifier", "識別編號")] string Uid,
    [Meaning("What is delivered", "交付項目類別")] ItemCategory? Category = null,
    [Meaning("Warheads that the missile carries", "飛彈所載彈頭數")] int? Warheads = null);

/// <summary>Records a notification that changes the state of items.</summary>
/// <param name="Party">Whose items.</param>
/// <param name="Number">Its number, once only for a party.</param>
/// <param name="Type">What happened.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="Sent">The day on which it was sent.</param>
/// <param name="Items">The items.</param>
/// <param name="Note">A note.</param>
public sealed record RecordNotification(
    [Meaning("Whose items", "締約方")] Party Party,
    [Meaning("Number of the notification", "通知編號")] string Number,
    [Meaning("What happened", "事由")] NotificationType Type,
    [Meaning("Day on which it happened", "發生日")] DateOnly On,
    [Meaning("Day on which it was sent", "發送日")] DateOnly Sent,
    [Meaning("Items", "項目")] IReadOnlyList<ItemChange> Items,
    [Meaning("Note", "備註")] string? Note = null);

/// <summary>Takes back a notification that was recorded wrongly.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record TakeBackNotification(
    [Meaning("Entry that recorded it", "原登載分錄")] long Entry,
    [Meaning("Why", "理由")] string Reason);

/// <summary>Records the totals that a party declared in an exchange.</summary>
/// <param name="Party">Whose.</param>
/// <param name="AsOf">The day of the data.</param>
/// <param name="Sent">The day on which they were sent.</param>
/// <param name="Vehicles">Deployed missiles and heavy bombers.</param>
/// <param name="Warheads">Warheads on them, a bomber counting one.</param>
/// <param name="Launchers">Launchers and heavy bombers, deployed or not.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Correction">Why it corrects what was recorded of that day before.</param>
public sealed record RecordExchange(
    [Meaning("Whose totals", "締約方")] Party Party,
    [Meaning("Day of the data", "資料基準日")] DateOnly AsOf,
    [Meaning("Day on which it was sent", "發送日")] DateOnly Sent,
    [Meaning("Deployed missiles and heavy bombers", "部署飛彈與重型轟炸機")] int Vehicles,
    [Meaning("Warheads on them, one for each bomber", "其上之彈頭，每架轟炸機計一枚")] int Warheads,
    [Meaning("Launchers and heavy bombers, deployed or not", "部署與非部署之發射架與重型轟炸機")] int Launchers,
    [Meaning("Document that shows it", "證明文件")] string Document,
    [Meaning("Why it corrects what was recorded before", "更正原因")] string? Correction = null);

/// <summary>Records what a party holds against a declared total. The total stays as it is.</summary>
/// <param name="By">Who objects.</param>
/// <param name="Against">Whose total.</param>
/// <param name="On">When.</param>
/// <param name="AsOf">The day of the data.</param>
/// <param name="Measure">Which total.</param>
/// <param name="Items">How many items, it holds, should count as well.</param>
/// <param name="Text">What is held, in own words.</param>
/// <param name="Document">The document that shows it.</param>
public sealed record RecordObjection(
    [Meaning("Who objects", "提出方")] Party By,
    [Meaning("Whose total", "對象")] Party Against,
    [Meaning("Day", "日期")] DateOnly On,
    [Meaning("Day of the data", "資料基準日")] DateOnly AsOf,
    [Meaning("Which total", "項目")] Measure Measure,
    [Meaning("Items that should count as well", "應另計入項數")] int Items,
    [Meaning("What is held", "主張內容")] string Text,
    [Meaning("Document that shows it", "證明文件")] string Document);

/// <summary>Records an inspection.</summary>
/// <param name="By">Who inspected.</param>
/// <param name="Type">Its type.</param>
/// <param name="On">The day on which it began.</param>
/// <param name="Site">The declared site, as it is published.</param>
/// <param name="Declared">How many items were declared there.</param>
/// <param name="Found">How many were found.</param>
/// <param name="Finding">What was noted.</param>
/// <param name="ReportSent">The day on which the report was sent.</param>
public sealed record RecordInspection(
    [Meaning("Who inspected", "視察方")] Party By,
    [Meaning("Type", "類型")] InspectionType Type,
    [Meaning("Day on which it began", "開始日")] DateOnly On,
    [Meaning("Declared site, as published", "已公布之申報地點")] string Site,
    [Meaning("Items declared there", "申報項數")] int Declared,
    [Meaning("Items found", "查得項數")] int Found,
    [Meaning("What was noted", "紀錄")] string? Finding = null,
    [Meaning("Day on which the report was sent", "報告發送日")] DateOnly? ReportSent = null);
