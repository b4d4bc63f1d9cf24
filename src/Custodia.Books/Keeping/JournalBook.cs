using Custodia.Proofs;

namespace Custodia.Books.Keeping;

/// <summary>
/// The book of the journal (日誌): what is kept about the journal itself. It knows the witnesses and what they cosigned.
/// </summary>
/// <param name="origin">Name of the journal, as its checkpoints have it.</param>
/// <param name="rootAt">
/// The root of the journal when it had so many entries, or null where it never had. A function of the entries alone, so
/// that a decision stays one of books and command.
/// </param>
public sealed class JournalBook(string origin, Func<long, Hash?> rootAt) : Book
{
    /// <summary>Its name.</summary>
    public const string BookName = "journal";

    /// <inheritdoc/>
    public override string Name => BookName;

    /// <inheritdoc/>
    public override KindTable Kinds => JournalKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => JournalCatalogue.Instance;

    /// <summary>Name of the journal.</summary>
    public string Origin => origin;

    /// <summary>The witnesses.</summary>
    public WitnessRegister Witnesses { get; } = new();

    /// <summary>The root when the journal had so many entries, or null where it never had.</summary>
    public Hash? RootAt(long size) => rootAt(size);

    /// <inheritdoc/>
    protected override void Apply(in Stamp stamp, Fact fact)
    {
        switch (fact)
        {
            case WitnessRegistered registered:
                Witnesses.Apply(stamp, registered);
                break;
            case WitnessEnded ended:
                Witnesses.Apply(stamp, ended);
                break;
            case CheckpointCosigned cosigned:
                Witnesses.Apply(stamp, cosigned);
                break;
            default:
                throw new InvalidOperationException($"The book of the journal has no fold for {fact.GetType().Name}.");
        }
    }
}
