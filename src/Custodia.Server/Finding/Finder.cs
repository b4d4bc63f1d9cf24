using Custodia.Books;
using Custodia.Server.Components;

namespace Custodia.Server.Finding;

/// <summary>What a reader looks for.</summary>
/// <param name="Text">Any name or a part of it.</param>
/// <param name="Size">Most rows of a group.</param>
/// <param name="AsOf">From where to look; links keep it.</param>
public sealed record FindRequest(string Text, int Size, AsOfQuery AsOf);

/// <summary>Something that was found, and where it leads.</summary>
/// <param name="Title">Its name in the reader's language.</param>
/// <param name="Detail">What tells it from others, or <c>null</c>.</param>
/// <param name="Href">Path of the page that serves it.</param>
/// <param name="Card">Path of its glossary card, where it is a term that a page serves; else <c>null</c>.</param>
/// <param name="DetailLanguage">The language of the detail; <c>null</c>: the reader's.</param>
public sealed record Found(string Title, string? Detail, string Href, string? Card = null, string? DetailLanguage = null);

/// <summary>Things of one kind that were found.</summary>
/// <param name="Title">What they are, in the reader's language.</param>
/// <param name="Rows">The best of them first; may be empty.</param>
public sealed record FoundGroup(string Title, IReadOnlyList<Found> Rows);

/// <summary>A place where things are found. Each is registered by one line, in the order of the answer.</summary>
public interface IFindSource
{
    /// <summary>What it has, group by group.</summary>
    Answer<IReadOnlyList<FoundGroup>> Find(FindRequest request);
}

/// <summary>What was found everywhere.</summary>
/// <param name="Groups">The groups that are not empty.</param>
/// <param name="Refusals">Why a source did not answer; empty where all did.</param>
public sealed record Findings(IReadOnlyList<FoundGroup> Groups, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Nothing was asked.</summary>
    public static Findings None { get; } = new([], []);

    /// <summary>All that was found, in the order of the groups.</summary>
    public IEnumerable<Found> Rows => Groups.SelectMany(group => group.Rows);
}

/// <summary>Finds anything by name, in all sources.</summary>
public sealed class Finder(IEnumerable<IFindSource> sources)
{
    /// <summary>Asks every source; of a blank text there is nothing to ask.</summary>
    public Findings Find(FindRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Text) || !request.AsOf.IsValid)
            return Findings.None;
        var answers = sources.Select(source => source.Find(request)).ToList();
        return new Findings(
            [.. answers.SelectMany(answer => answer.Value ?? []).Where(group => group.Rows.Count > 0)],
            [.. answers.SelectMany(answer => answer.Refusals)]);
    }
}

/// <summary>Registers the sources.</summary>
internal static class FindServices
{
    public static void AddFinding(this IServiceCollection services, bool hasBooks)
    {
        services.AddScoped<IFindSource, TermSource>();
        services.AddScoped<IFindSource, PageSource>();
        if (hasBooks)
        {
            services.AddScoped<IFindSource, MaterialsSource>();
            services.AddScoped<IFindSource, CommitmentsSource>();
            services.AddScoped<IFindSource, MissionsSource>();
            services.AddScoped<IFindSource, ArmsControlSource>();
            services.AddScoped<IFindSource, PeopleSource>();
        }

        services.AddScoped<Finder>();
    }
}
