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
}

/// <summary>A record that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Rank">How well its name answers.</param>
/// <param name="Name">The name or words that do.</param>
public sealed record RegisterMatch(RecordKind Kind, string Id, SearchRank Rank, string Name);

/// <summary>The names of all records, folded for search.</summary>
internal static class RegisterIndex
{
    private static readonly (RecordKind Kind, string Id, string Name, string Folded)[] Names =
        [.. from record in All() from name in record.Names select (record.Kind, record.Id, name, HanFold.Fold(name))];

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
                orderby rank, name.Kind > RecordKind.Term, name.Folded.Length
                select new RegisterMatch(name.Kind, name.Id, rank.Value, name.Name)).DistinctBy(match => (match.Kind, match.Id)),
        ];
    }

    private static IEnumerable<(RecordKind Kind, string Id, IEnumerable<string> Names)> All() =>
    [
        .. Glossary.All.Select(term =>
            (Register.Systems.Find(term.Id) is null ? RecordKind.Term : RecordKind.System, term.Id, Glossary.NamesOf(term))),
        .. Register.Summits.Select(summit => Of(RecordKind.Summit, summit.Id, summit.Name)),
        .. Register.Documents.Select(document => Of(RecordKind.Document, document.Id, document.Name)),
        .. Register.Items.Select(item => Of(RecordKind.Item, item.Id, item.Text)),
        .. Register.Instruments.Select(instrument => Of(RecordKind.Instrument, instrument.Id, instrument.Title)),
        .. Register.Resolutions.Select(resolution =>
            Of(RecordKind.Resolution, resolution.Id, resolution.Topic, FormattableString.Invariant($"{resolution.Number}"))),
        .. Register.Circulars.Select(circular => Of(RecordKind.Circular, circular.Id, circular.Name, circular.Circular)),
        .. Register.Programmes.Where(programme => programme.Name is not null)
            .Select(programme => Of(RecordKind.Programme, programme.Id, programme.Title)),
        .. Register.NptActions.Select(action => Of(RecordKind.NptAction, action.Id, action.Text)),
        .. Register.Declarations.Select(declaration => Of(RecordKind.Declaration, declaration.Id, declaration.Text)),
        .. Register.Duties.Select(duty => Of(RecordKind.Duty, duty.Id, duty.Text)),
        .. Register.States.Select(state => Of(RecordKind.State, state.Code, state.Name)),
        .. Register.Groups.Select(group => Of(RecordKind.Group, group.Id, group.Name)),
        .. Register.Facts.Select(fact => Of(RecordKind.Fact, fact.Id, fact.What, fact.Value)),
    ];

    private static (RecordKind Kind, string Id, IEnumerable<string> Names) Of(RecordKind kind, string id, Words words, params string[] more) =>
        (kind, id, [id, words.En, words.Zh, .. more]);
}
