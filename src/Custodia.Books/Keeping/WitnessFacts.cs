namespace Custodia.Books.Keeping;

/// <summary>A witness was registered: from then on its cosignatures are taken.</summary>
/// <param name="Name">Name of its key, and so of the witness.</param>
/// <param name="Organisation">Who it is, in words.</param>
/// <param name="Key">Its verifier key line (C2SP signed-note, type 0x04).</param>
/// <param name="From">First day on which its cosignatures count (UTC).</param>
/// <param name="Url">Where it takes checkpoints (C2SP tlog-witness, submission prefix), or <c>null</c>: it comes for them.</param>
public sealed record WitnessRegistered(string Name, string Organisation, string Key, DateOnly From, string? Url) : Fact;

/// <summary>The registration of a witness ended.</summary>
/// <param name="Name">Name of the witness.</param>
/// <param name="LastDay">Last day on which its cosignatures count (UTC).</param>
public sealed record WitnessEnded(string Name, DateOnly LastDay) : Fact;

/// <summary>A witness cosigned a checkpoint of this journal.</summary>
/// <param name="Witness">Name of the witness.</param>
/// <param name="Size">Size of the checkpoint.</param>
/// <param name="Root">Its root, in hexadecimal.</param>
/// <param name="Time">When the witness signed, by its own clock (UTC).</param>
/// <param name="Signature">The signature line, as it stands on the checkpoint.</param>
public sealed record CheckpointCosigned(string Witness, long Size, string Root, DateTimeOffset Time, string Signature) : Fact;
