using System.Reflection;
using Custodia.Books.Access;
using Custodia.Books.Approvals;

namespace Custodia.Books;

/// <summary>
/// The commands and queries of a book: each is declared once, here, and every face (HTTP, command line, page) is made from
/// the declaration. A face adds no rule of its own.
/// </summary>
public sealed class Catalogue
{
    private readonly List<CommandDefinition> _commands = [];
    private readonly List<QueryDefinition> _queries = [];

    /// <summary>All commands, in the order of their declaration.</summary>
    public IReadOnlyList<CommandDefinition> Commands => _commands;

    /// <summary>All queries, in the order of their declaration.</summary>
    public IReadOnlyList<QueryDefinition> Queries => _queries;

    /// <summary>Declares a command.</summary>
    /// <param name="name">Its name: <c>verb-noun</c>, the last part of its address and its command-line verb.</param>
    /// <param name="permission">What a person must hold to give it.</param>
    /// <param name="summary">What it does, one sentence.</param>
    /// <param name="decide">The rule: pure.</param>
    /// <param name="targets">Where it acts: the permission must hold at each, and content must be open.</param>
    /// <param name="twoPersons">When a second person has to approve it; null: never.</param>
    public Catalogue Command<TBook, TCommand>(string name, string permission, Bilingual summary,
        Func<TBook, TCommand, DecisionContext, Decision> decide, Func<TBook, TCommand, IEnumerable<Target>> targets,
        TwoPersons<TBook, TCommand>? twoPersons = null)
        where TBook : Book
        where TCommand : class
    {
        _commands.Add(new CommandDefinition<TBook, TCommand>(name, permission, summary, decide, targets, twoPersons));
        return this;
    }

    /// <summary>Declares a query.</summary>
    /// <param name="name">Its name: a noun, the last part of its address and its command-line verb.</param>
    /// <param name="permission">What a person must hold to ask it.</param>
    /// <param name="summary">What it answers, one sentence.</param>
    /// <param name="ask">The fold's reading: pure.</param>
    /// <param name="targets">What it asks about; <see cref="Target.None{TBook,TInput}"/> where the answer itself leaves
    /// out what its reader may not see (<see cref="View.Of"/>).</param>
    public Catalogue Query<TBook, TQuery, TResult>(string name, string permission, Bilingual summary,
        Func<TBook, TQuery, View, Answer<TResult>> ask, Func<TBook, TQuery, IEnumerable<Target>> targets)
        where TBook : Book
        where TQuery : class
    {
        _queries.Add(new QueryDefinition<TBook, TQuery, TResult>(name, permission, summary, ask, targets));
        return this;
    }
}

/// <summary>What commands and queries have in common.</summary>
/// <param name="name">Name within the book.</param>
/// <param name="permission">What a person must hold.</param>
/// <param name="summary">One sentence in both languages.</param>
/// <param name="input">The record that holds the input.</param>
public abstract class Definition(string name, string permission, Bilingual summary, Type input)
{
    /// <summary>Name within the book.</summary>
    public string Name { get; } = name;

    /// <summary>What a person must hold.</summary>
    public string Permission { get; } = permission;

    /// <summary>One sentence in both languages.</summary>
    public Bilingual Summary { get; } = summary;

    /// <summary>The record that holds the input.</summary>
    public Type Input { get; } = input;

    /// <summary>The fields of the input, in order, with what they mean.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; } = FieldDefinition.Of(input);

    /// <summary>Where an input of it acts, or what it asks about.</summary>
    internal abstract IEnumerable<Target> TargetsOf(Book book, object input);
}

/// <summary>One field of a command or query.</summary>
/// <param name="Property">The property of the input record.</param>
/// <param name="IsRequired">Whether it may not be left out.</param>
/// <param name="Meaning">What it means, in both languages.</param>
public sealed record FieldDefinition(PropertyInfo Property, bool IsRequired, Bilingual Meaning)
{
    /// <summary>Its name in JSON: the property's name in camel case.</summary>
    public string Name { get; } = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Property.Name);

    /// <summary>The fields of a record, in order.</summary>
    public static IReadOnlyList<FieldDefinition> Of(Type input)
    {
        var nullability = new NullabilityInfoContext();
        var parameters = input.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();
        return
        [
            .. from property in input.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.CanWrite
               let parameter = parameters.FirstOrDefault(p => p.Name == property.Name)
               let meaning = property.GetCustomAttribute<MeaningAttribute>() ?? parameter?.GetCustomAttribute<MeaningAttribute>()
               let required = parameter is { HasDefaultValue: false }
                   && nullability.Create(property).WriteState != NullabilityState.Nullable
               select new FieldDefinition(property, required, meaning?.Text ?? new Bilingual("", "")),
        ];
    }
}

/// <summary>Says in both languages what a field means.</summary>
/// <param name="en">In English.</param>
/// <param name="zh">In Chinese.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MeaningAttribute(string en, string zh) : Attribute
{
    /// <summary>In English.</summary>
    public string En { get; } = en;

    /// <summary>In Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>Both.</summary>
    public Bilingual Text => new(En, Zh);
}

/// <summary>Does something with a definition whose types are known at compile time: how a face maps it.</summary>
/// <typeparam name="T">What is made of it.</typeparam>
public interface IDefinitionVisitor<out T>
{
    /// <summary>Meets a command.</summary>
    T Visit<TBook, TCommand>(CommandDefinition<TBook, TCommand> definition) where TBook : Book where TCommand : class;

    /// <summary>Meets a query.</summary>
    T Visit<TBook, TQuery, TResult>(QueryDefinition<TBook, TQuery, TResult> definition)
        where TBook : Book where TQuery : class;
}

/// <summary>A command of a book.</summary>
public abstract class CommandDefinition(string name, string permission, Bilingual summary, Type input)
    : Definition(name, permission, summary, input)
{
    /// <summary>What the second person must hold, where the command can need one; else null.</summary>
    public abstract string? ApprovalPermission { get; }

    /// <summary>Shows the definition, with its types, to a visitor.</summary>
    public abstract T Accept<T>(IDefinitionVisitor<T> visitor);

    /// <summary>Decides a command of this kind on the book.</summary>
    internal abstract Decision Decide(Book book, object command, DecisionContext context);

    /// <summary>Whether this command, on the book as it stands, needs a second person.</summary>
    internal abstract bool NeedsTwoPersons(Book book, object command);
}

/// <inheritdoc/>
public sealed class CommandDefinition<TBook, TCommand>(string name, string permission, Bilingual summary,
    Func<TBook, TCommand, DecisionContext, Decision> decide, Func<TBook, TCommand, IEnumerable<Target>> targets,
    TwoPersons<TBook, TCommand>? twoPersons) : CommandDefinition(name, permission, summary, typeof(TCommand))
    where TBook : Book
    where TCommand : class
{
    /// <inheritdoc/>
    public override string? ApprovalPermission => twoPersons?.Permission;

    /// <inheritdoc/>
    public override T Accept<T>(IDefinitionVisitor<T> visitor) => visitor.Visit(this);

    internal override Decision Decide(Book book, object command, DecisionContext context) =>
        decide((TBook)book, (TCommand)command, context);

    internal override IEnumerable<Target> TargetsOf(Book book, object input) => targets((TBook)book, (TCommand)input);

    internal override bool NeedsTwoPersons(Book book, object command) =>
        twoPersons is not null && twoPersons.Applies((TBook)book, (TCommand)command);
}

/// <summary>A query of a book.</summary>
public abstract class QueryDefinition(string name, string permission, Bilingual summary, Type input, Type result)
    : Definition(name, permission, summary, input)
{
    /// <summary>The record that holds the answer.</summary>
    public Type Result { get; } = result;

    /// <summary>Shows the definition, with its types, to a visitor.</summary>
    public abstract T Accept<T>(IDefinitionVisitor<T> visitor);
}

/// <inheritdoc/>
public sealed class QueryDefinition<TBook, TQuery, TResult>(string name, string permission, Bilingual summary,
    Func<TBook, TQuery, View, Answer<TResult>> ask, Func<TBook, TQuery, IEnumerable<Target>> targets)
    : QueryDefinition(name, permission, summary, typeof(TQuery), typeof(TResult))
    where TBook : Book
    where TQuery : class
{
    /// <inheritdoc/>
    public override T Accept<T>(IDefinitionVisitor<T> visitor) => visitor.Visit(this);

    internal Answer<TResult> Ask(Book book, TQuery query, View view) => ask((TBook)book, query, view);

    internal override IEnumerable<Target> TargetsOf(Book book, object input) => targets((TBook)book, (TQuery)input);
}
