using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Server.Access;
using Custodia.Server.SignIn;

namespace Custodia.Server.Hosting;

/// <summary>Somebody of the sample State who gives commands, with a token that is revoked at the end.</summary>
internal sealed class SampleCaller : IDisposable
{
    private readonly DataFolder _folder;
    private readonly ApiTokens _tokens;
    private readonly string _name;
    private readonly string _token;
    private readonly string _id;

    public SampleCaller(DataFolder folder, string name)
    {
        (_folder, _name) = (folder, name);
        _tokens = new ApiTokens(TokenCallers.Options(folder, folder.Time), folder.Secrets, folder.Time);
        var made = _tokens.Make(name, "sample", ["read", "write"], TimeSpan.FromHours(1), name).Value!;
        (_token, _id) = (made.Text, made.Kept.Id);
    }

    /// <summary>Gives a command, which is taken or proposed. Who came in last is who is in, so each time the door is gone through anew.</summary>
    public Task Give(object command, CancellationToken cancellation) =>
        Give(_folder, command, TokenCallers.Admit(_folder, _token, _folder.Time)!, cancellation);

    /// <summary>Gives a command as anybody.</summary>
    /// <exception cref="InvalidOperationException">It is refused: the sample is wrong.</exception>
    public static async Task Give(DataFolder folder, object command, Caller caller, CancellationToken cancellation)
    {
        var (book, definition) = folder.Node.Books.SelectMany(book => book.Catalogue.Commands, (book, given) => (book, given))
            .Single(pair => pair.given.Input == command.GetType());
        var outcome = await folder.Node.Execute(book, definition, command, caller, Guid.NewGuid(), cancellation: cancellation);
        if (outcome is Outcome.Refused refused)
            throw new InvalidOperationException($"The sample was refused at {definition.Name}: {refused.Refusals[0]}");
    }

    public void Dispose() => _tokens.Revoke(_name, _id, _name);
}
