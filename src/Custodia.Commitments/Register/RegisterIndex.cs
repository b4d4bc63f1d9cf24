using Custodia.Books;

namespace Custodia.Commitments;

/// <summary>The kind of record that was found.</summary>
public enum RecordKind
{
    /// <summary>A row of <see cref="Register.Systems"/>.</summary>
    System,

    /// <summary>A term of the <see cref="Glossary"/> that is no row of the register.</summary>
    Term,

    /// <summary>A summit.</summary>
    Summit,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A promise.</summary>
    Item,

    /// <summary>An instrument.</summary>
    Instrument,

    /// <summary>A resolution.</summary>
    Resolution,

    /// <summary>A gift basket.</summary>
    Circular,

    /// <summary>A programme with a name of its own.</summary>
    Programme,

    /// <summary>An action of the 2010 Review Conference.</summary>
    NptAction,

    /// <summary>A declaration.</summary>
    Declaration,

    /// <summary>A duty.</summary>
    Duty,

    /// <summary>A State.</summary>
    State,

    /// <summary>A group of States.</summary>
    Group,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>A regime or partnership.</summary>
    Regime,

    /// <summary>An organisation.</summary>
    Body,
}

/// <summary>A record that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Rank">How well its name answers.</param>
/// <param name="Name">The name or words that do.</param>
public sealed record RegisterMatch(RecordKind Kind, string Id, SearchRank Rank, string Name);

/// <summary>The names of all records, folded for search; and the words of what is told of them, for questions.</summary>
internal static class RegisterIndex
{
    /// <summary>Most records that are found by their words alone.</summary>
    private const int MostByWords = 20;

    private static readonly (RegisterEntry Entry, string Name, string Folded)[] Names =
        [.. from entry in RegisterEntries.All from name in entry.Names select (entry, name, HanFold.Fold(name))];

    private static readonly WordIndex Words = new(RegisterEntries.All);

    /// <inheritdoc cref="Register.Find"/>
    internal static IReadOnlyList<RegisterMatch> Find(string text)
    {
        var sought = HanFold.Fold(text);
        if (sought.Length == 0)
            return [];
        return
        [
            .. (from name in Names
                let rank = SearchText.Match(name.Folded, sought)
                where rank is not null
                orderby rank, name.Entry.Kind > RecordKind.Term, name.Folded.Length
                select new RegisterMatch(name.Entry.Kind, name.Entry.Id, rank.Value, name.Name))
                .Concat(Words.Best(sought).Take(MostByWords)
                    .Select(entry => new RegisterMatch(entry.Kind, entry.Id, SearchRank.Words, entry.Name.En)))
                .DistinctBy(match => (match.Kind, match.Id)),
        ];
    }
}
