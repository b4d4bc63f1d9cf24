using System.Text.Json.Serialization;

namespace Custodia.Books.Keeping;

/// <summary>
/// The names of the book's facts in the journal. Names, and the JSON behind them, are a format: the golden files of the
/// tests hold every version that was ever written.
/// </summary>
public static class JournalKinds
{
    /// <summary>The table.</summary>
    public static KindTable Table { get; } = new KindTable()
        .Add("witness-registered", JournalJson.Default.WitnessRegistered)
        .Add("witness-ended", JournalJson.Default.WitnessEnded)
        .Add("checkpoint-cosigned", JournalJson.Default.CheckpointCosigned)
        .Add("key-rotated", JournalJson.Default.KeyRotated)
        .Add("keys-destroyed", JournalJson.Default.KeysDestroyed);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(WitnessRegistered))]
[JsonSerializable(typeof(WitnessEnded))]
[JsonSerializable(typeof(CheckpointCosigned))]
[JsonSerializable(typeof(KeyRotated))]
[JsonSerializable(typeof(KeysDestroyed))]
internal sealed partial class JournalJson : JsonSerializerContext;
