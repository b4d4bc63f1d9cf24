using Custodia.Proofs;

namespace Custodia.Books.Keeping;

/// <summary>
/// The book of the journal (日誌): what is kept about the journal itself. It knows the witnesses and what they cosigned,
/// and what was done to the keys of compartments.
/// </summary>
/// <param name="origin">Name of the journal, as its checkpoints have it.</param>
/// <param name="rootAt">
/// The root of the journal when it had so many entries, or null where it never had. A function of the entries alone, so
/// that a decision stays one of books and command.
/// </param>
/// <param name="keysOf">What the key ring says of a compartment: keys are the one thing that is not in the journal.</param>
public sealed class JournalBook(string origin, Func<long, Hash?> rootAt, Func<string, CompartmentKeys> keysOf) : Book
{
    private readonly List<(Stamp Stamp, Fact Fact)> _keyChanges = [];

    /// <summary>Its name.</summary>
    public const string BookName = "journal";

    /// <inheritdoc/>
    public override string Name => BookName;

    /// <inheritdoc/>
    public override KindTable Kinds => JournalKinds.Table;

    /// <inheritdoc/>
    public override Catalogue Catalogue => JournalCatalogue.Instance;

    /// <inheritdoc/>
    public override string ReadPermission => "journal.read";

    /// <summary>What was done to keys, by entry: <see cref="KeyRotated"/> and <see cref="KeysDestroyed"/>.</summary>
    public IReadOnlyList<(Stamp Stamp, Fact Fact)> KeyChanges => _keyChanges;

    /// <summary>Name of the journal.</summary>
    public string Origin => origin;

    /// <summary>The witnesses.</summary>
    public WitnessRegister Witnesses { get; } = new();

    /// <summary>The root when the journal had so many entries, or null where it never had.</summary>
    public Hash? RootAt(long size) => rootAt(size);

    /// <summary>What the key ring says of a compartment.</summary>
    public CompartmentKeys KeysOf(string compartment) => keysOf(compartment);

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
            case KeyRotated or KeysDestroyed:
                _keyChanges.Add((stamp, fact));
                break;
            default:
                throw new InvalidOperationException($"The book of the journal has no fold for {fact.GetType().Name}.");
        }
    }
}
