using System.Text.Json.Serialization;
using Custodia.Books;

namespace Custodia.ArmsControl.Facts;

/// <summary>The State took an obligation on.</summary>
public sealed record ObligationUndertaken(Undertake Undertaking) : Fact;

/// <summary>The State is free of an obligation.</summary>
public sealed record UndertakingEnded(EndUndertaking End) : Fact;

/// <summary>A declaration was sent.</summary>
public sealed record DeclarationSent(SendDeclaration Declaration) : Fact;

/// <summary>A declaration was corrected.</summary>
public sealed record DeclarationCorrected(CorrectDeclaration Correction) : Fact;

/// <summary>A declaration was acknowledged.</summary>
public sealed record DeclarationAcknowledged(AcknowledgeDeclaration Acknowledgement) : Fact;

/// <summary>A State said something of its arms or policy.</summary>
public sealed record StatementRecorded(RecordArmsStatement Statement) : Fact;

/// <summary>A statement was withdrawn.</summary>
public sealed record StatementWithdrawn(WithdrawArmsStatement Withdrawal) : Fact;

/// <summary>A party notified what became of its items.</summary>
public sealed record NotificationRecorded(RecordNotification Notification) : Fact;

/// <summary>A notification that was recorded wrongly was taken back.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why.</param>
public sealed record NotificationTakenBack(long Entry, string Reason) : Fact;

/// <summary>A party declared its totals.</summary>
public sealed record ExchangeRecorded(RecordExchange Exchange) : Fact;

/// <summary>A party objected to a total.</summary>
public sealed record ObjectionRecorded(RecordObjection Objection) : Fact;

/// <summary>A party inspected.</summary>
public sealed record InspectionRecorded(RecordInspection Inspection) : Fact;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ObligationUndertaken))]
[JsonSerializable(typeof(UndertakingEnded))]
[JsonSerializable(typeof(DeclarationSent))]
[JsonSerializable(typeof(DeclarationCorrected))]
[JsonSerializable(typeof(DeclarationAcknowledged))]
[JsonSerializable(typeof(StatementRecorded))]
[JsonSerializable(typeof(StatementWithdrawn))]
[JsonSerializable(typeof(NotificationRecorded))]
[JsonSerializable(typeof(NotificationTakenBack))]
[JsonSerializable(typeof(ExchangeRecorded))]
[JsonSerializable(typeof(ObjectionRecorded))]
[JsonSerializable(typeof(InspectionRecorded))]
internal sealed partial class ArmsControlJson : JsonSerializerContext;

/// <summary>The names of the book's facts in the journal: a format.</summary>
public static class ArmsControlKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("obligation-undertaken", ArmsControlJson.Default.ObligationUndertaken)
        .Add("undertaking-ended", ArmsControlJson.Default.UndertakingEnded)
        .Add("declaration-sent", ArmsControlJson.Default.DeclarationSent)
        .Add("declaration-corrected", ArmsControlJson.Default.DeclarationCorrected)
        .Add("declaration-acknowledged", ArmsControlJson.Default.DeclarationAcknowledged)
        .Add("arms-statement-recorded", ArmsControlJson.Default.StatementRecorded)
        .Add("arms-statement-withdrawn", ArmsControlJson.Default.StatementWithdrawn)
        .Add("arms-notification-recorded", ArmsControlJson.Default.NotificationRecorded)
        .Add("arms-notification-taken-back", ArmsControlJson.Default.NotificationTakenBack)
        .Add("exchange-recorded", ArmsControlJson.Default.ExchangeRecorded)
        .Add("objection-recorded", ArmsControlJson.Default.ObjectionRecorded)
        .Add("treaty-inspection-recorded", ArmsControlJson.Default.InspectionRecorded);
}
