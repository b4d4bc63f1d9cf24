using System.Text;
using System.Text.Json.Nodes;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Books.Faces;
using Custodia.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Custodia.Api.Tests;

/// <summary>Whatever a command or query is given, it is taken, answered, or refused in both languages: nothing of it is a failure.</summary>
public sealed class HostileInputTests(StateServer server) : IClassFixture<StateServer>
{
    private const int MostOfEach = 120;

    private static readonly Caller House = Caller.House("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_field_of_a_command_or_query_is_a_failure_whatever_it_holds()
    {
        var face = server.App.Services.GetRequiredService<CatalogueFace>();
        var random = new Random(20261121);
        var wrong = new List<string>();
        foreach (var (book, definition) in Definitions(server))
        {
            var sample = Sample(definition, server);
            var inputs = Hostile.Inputs(sample).ToArray();
            random.Shuffle(inputs);
            foreach (var input in inputs.Take(MostOfEach).Concat(Hostile.Ends(sample.ToJsonString())).Concat(Hostile.Bodies))
            {
                var view = random.Next(4) switch
                {
                    0 => new ViewRequest(DateOnly.MinValue, 0),
                    1 => new ViewRequest(DateOnly.MaxValue, null),
                    _ => default,
                };
                var request = new FaceRequest(House, view, TryOnly: definition is CommandDefinition);
                if (await Problem(face, book, definition, input, request) is { } problem)
                    wrong.Add(problem);
            }
        }

        Assert.True(wrong.Count == 0, Told(wrong));
    }

    [Fact]
    public async Task What_is_taken_at_the_ends_of_time_and_number_is_answered_for_ever()
    {
        await using var state = new StateServer();
        await state.InitializeAsync();
        var face = state.App.Services.GetRequiredService<CatalogueFace>();
        var wrong = new List<string>();
        // What needs another thing first is taken the second time.
        for (var round = 0; round < 2; round++)
        {
            foreach (var (book, definition) in Definitions(state).Where(found => found.Definition is CommandDefinition && !Erases(found.Definition)))
            {
                foreach (var input in Hostile.Ends(StateServer.Text(Matrix.SampleOf(definition.Input, state).Input)))
                {
                    if (await Problem(face, book, definition, input, new FaceRequest(House)) is { } problem)
                        wrong.Add(problem);
                }
            }
        }

        foreach (var (book, definition) in Definitions(state).Where(found => found.Definition is QueryDefinition))
        {
            var sample = StateServer.Text(Matrix.SampleOf(definition.Input, state).Input);
            foreach (var input in Hostile.Ends(sample).Append(sample))
            {
                if (await Problem(face, book, definition, input, new FaceRequest(House)) is { } problem)
                    wrong.Add(problem);
            }
        }

        Assert.DoesNotContain(state.Data.Node.Books, book => book.Fault is not null);
        Assert.True(wrong.Count == 0, Told(wrong));
        await state.Restart();
        Assert.DoesNotContain(state.Data.Node.Books, book => book.Fault is not null);
    }

    private static bool Erases(Definition definition) => definition.Input == typeof(Books.Keeping.DestroyKeys);

    private static IEnumerable<(Book Book, Definition Definition)> Definitions(StateServer state) =>
        from book in state.Data.Node.Books
        from definition in book.Catalogue.Commands.Concat<Definition>(book.Catalogue.Queries)
        select (book, definition);

    // With every field that may be left out, so that each is made hostile.
    private static JsonObject Sample(Definition definition, StateServer state)
    {
        var sample = JsonNode.Parse(StateServer.Text(Matrix.SampleOf(definition.Input, state).Input))!.AsObject();
        foreach (var field in definition.Fields.Where(field => !field.IsRequired))
            sample.TryAdd(field.Name, null);
        return sample;
    }

    private static async Task<string?> Problem(CatalogueFace face, Book book, Definition definition, string input, FaceRequest request)
    {
        string? problem;
        try
        {
            problem = Hostile.Problem(await face.Call(book.Name, definition.Name, Encoding.UTF8.GetBytes(input), request, Cancel));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problem = exception.ToString();
        }

        return problem is null ? null : $"{book.Name}/{definition.Name} {Short(input, 300)} {request.View}: {Short(problem, 900)}";
    }

    // One of each sort: by what was thrown, and where.
    private static string Told(List<string> wrong) => $"{wrong.Count}\n" + string.Join("\n\n", wrong.DistinctBy(text =>
        text.Split('\n').FirstOrDefault(line => line.Contains(" at Custodia.", StringComparison.Ordinal)) ?? text).Take(30));

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most] + "…";
}
