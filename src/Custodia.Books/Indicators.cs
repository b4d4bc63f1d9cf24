using System.Text.Json;
using System.Text.Json.Nodes;
using Custodia.Books.Faces;

namespace Custodia.Books;

/// <summary>
/// How an indicator is worked out of a book's own queries: declared by the book that keeps what it counts, so that a book
/// which is added brings its indicators with it.
/// </summary>
/// <param name="Id">Id of the indicator, such as <c>IND-M01</c>.</param>
/// <param name="Version">Version of the formula: a change of it is a new version.</param>
/// <param name="Ask">The questions, by the names under which the formula uses their answers.</param>
/// <param name="Value">The formula (see the book of commitments).</param>
/// <param name="Entries">The formula of the numbers of the entries that the value rests on, where the answers name them.</param>
/// <param name="Parts">Of what the value is the sum, where it could tell what one site holds.</param>
/// <param name="Trace">
/// The question whose answer is an <see cref="EntryTrace"/>, where the value is added up of too many entries for its answers to
/// name them: it is asked only where the entries are shown.
/// </param>
public sealed record IndicatorFormula(string Id, int Version, IReadOnlyDictionary<string, IndicatorQuestion> Ask, string Value,
    string? Entries = null, IndicatorParts? Parts = null, IndicatorQuestion? Trace = null);

/// <summary>Of what the value of an indicator is the sum: so that it is shown only where it tells of no single site.</summary>
/// <param name="Rows">The formula of the rows that it adds up.</param>
/// <param name="Site">The field of a row that names its site.</param>
/// <param name="Amount">The field of a row that it adds up.</param>
/// <param name="By">The field of a row by which the sum is shown in parts, too.</param>
public sealed record IndicatorParts(string Rows, string Site, string Amount, string? By = null);

/// <summary>A question of an indicator.</summary>
/// <param name="Query">Book and name of the query: <c>materials/stock</c>.</param>
/// <param name="Input">Its input, as over HTTP; left out: no fields.</param>
public sealed record IndicatorQuestion(string Query, JsonObject? Input = null);

/// <summary>
/// Asks the books by name, as one book's rules ask another: without a reader, so the answer holds all that there is. What of it
/// may be shown is decided by whoever asks. Safe on any thread.
/// </summary>
/// <param name="books">The books that may be asked.</param>
/// <param name="asking">The book whose own queries ask: its lock is held then.</param>
public sealed class BookQuestions(IReadOnlyCollection<Book> books, Book asking)
{
    /// <summary>The book of that name, or <c>null</c>.</summary>
    public Book? Find(string book) => books.FirstOrDefault(known => known.Name == book);

    /// <summary>
    /// The first day as of which any answer can have changed by the entries past the first <paramref name="count"/>.
    /// </summary>
    public DateOnly ChangedSince(long count) => books.Min(book => book.ChangedSince(count));

    /// <summary>How many entries were known at the end of a day; 0 where none was.</summary>
    public long CountAt(DateOnly day) => books.Max(book => book.CountAt(day));

    /// <summary>All formulas that the books declare.</summary>
    public IEnumerable<IndicatorFormula> Formulas => books.SelectMany(book => book.Indicators);

    /// <summary>The query of that name (<c>book/query</c>), or <c>null</c>.</summary>
    public QueryDefinition? Query(string name) => name.Split('/') is [var book, var query]
        ? Find(book)?.Catalogue.Queries.FirstOrDefault(known => known.Name == query)
        : null;

    /// <summary>Asks a query.</summary>
    /// <param name="question">Which, and its input.</param>
    /// <param name="view">From where to look; its reader is left out.</param>
    /// <returns>The answer as JSON, in the form of <see cref="FaceJson"/>.</returns>
    /// <exception cref="KeyNotFoundException">There is no such query.</exception>
    public Answer<JsonElement> Ask(IndicatorQuestion question, View view)
    {
        var definition = Query(question.Query) ?? throw new KeyNotFoundException($"There is no query '{question.Query}'.");
        var book = Find(question.Query.Split('/')[0])!;
        return definition.Accept(new Asking(book, question.Input, view with { Reader = null }, isHeld: book == asking));
    }

    private sealed class Asking(Book book, JsonObject? input, View view, bool isHeld) : IDefinitionVisitor<Answer<JsonElement>>
    {
        public Answer<JsonElement> Visit<TBook, TQuery, TResult>(QueryDefinition<TBook, TQuery, TResult> definition)
            where TBook : Book
            where TQuery : class
        {
            var query = FaceInput.Read<TQuery>(JsonSerializer.SerializeToUtf8Bytes(input ?? []));
            if (!query.IsGiven)
                return Answer<JsonElement>.Refuse(query.Refusals);
            var answer = isHeld
                ? definition.Ask(book, query.Value, view)
                : Node.Ask(book, found => definition.Ask(found, query.Value, view));
            return answer.IsGiven
                ? JsonSerializer.SerializeToElement(answer.Value, FaceJson.Options)
                : Answer<JsonElement>.Refuse(answer.Refusals);
        }

        public Answer<JsonElement> Visit<TBook, TCommand>(CommandDefinition<TBook, TCommand> definition)
            where TBook : Book
            where TCommand : class => throw new InvalidOperationException("A command is given, not asked.");
    }
}
