using Custodia.ArmsControl.Facts;
using Custodia.Books;

namespace Custodia.ArmsControl.Declarations;

/// <summary>An undertaking as it stands in the book.</summary>
/// <param name="stamp">The entry that recorded it.</param>
/// <param name="content">What was undertaken.</param>
internal sealed class KeptUndertaking(Stamp stamp, Undertake content)
{
    public Stamp Stamp { get; } = stamp;

    public Undertake Content { get; } = content;

    /// <summary>The entry that ended it, and the day.</summary>
    public (long Entry, DateOnly Until) Ended { get; set; } = (long.MaxValue, DateOnly.MaxValue);

    /// <summary>Whether the State has it, as a view knows it, on the last day that counts.</summary>
    public bool IsHeld(View view) =>
        view.Sees(Stamp.Sequence, Content.From) && (Until(view) == DateOnly.MaxValue || view.AsOf < Until(view));

    /// <summary>Until when, as a view knows it.</summary>
    public DateOnly Until(View view) => view.Knows(Ended.Entry) ? Ended.Until : DateOnly.MaxValue;
}

/// <summary>A declaration of a period: its versions, the oldest first, and who acknowledged it.</summary>
internal sealed class KeptDeclaration
{
    public List<DeclarationVersion> Versions { get; } = [];

    public List<(Stamp Stamp, AcknowledgeDeclaration Content)> Acknowledgements { get; } = [];

    /// <summary>The versions that a view takes in.</summary>
    public List<DeclarationVersion> SeenAt(View view) => [.. Versions.Where(version => view.Sees(version.Entry, version.Sent))];
}

/// <summary>What a declaration said when it was sent or corrected.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Sent">The day on which it was sent.</param>
/// <param name="Fields">What it says.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Reason">Of a correction: why.</param>
public sealed record DeclarationVersion(long Entry, DateOnly Sent, IReadOnlyList<FieldValue> Fields, string Document, string? Reason);

/// <summary>A statement as it stands in the book.</summary>
/// <param name="stamp">The entry that recorded it.</param>
/// <param name="content">What was said.</param>
internal sealed class KeptStatement(Stamp stamp, RecordArmsStatement content)
{
    public Stamp Stamp { get; } = stamp;

    public RecordArmsStatement Content { get; } = content;

    /// <summary>The entry that withdrew it, the day and the reason.</summary>
    public (long Entry, DateOnly On, string Reason) Withdrawn { get; set; } = (long.MaxValue, DateOnly.MaxValue, "");
}
