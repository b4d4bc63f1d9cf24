using System.Text;
using Custodia.Books;
using Custodia.People.Facts;

namespace Custodia.Server.SignIn;

/// <summary>
/// The first two officers. As long as nobody can sign in, <c>custodia up</c> prints a one-time code; who has it, has the console of
/// the machine, and may create them. Its digest is in DIR/keys/setup.code; a new start makes a new code.
/// </summary>
public sealed class FirstRun(SignInOptions options, SecretStore store, Credentials credentials, string file) : IDisposable
{
    /// <summary>How many officers: administration is watched by two from the first day.</summary>
    public const int Officers = 2;

    /// <summary>Longest name of a person, in characters.</summary>
    public const int MaxNameLength = 100;

    private const int CodeBits = 100;

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Whether nobody can sign in yet.</summary>
    public bool IsDue => !store.All.Any(secrets =>
        secrets.CanSignIn && options.Accounts.Find(secrets.Person) is { IsActive: true, IsDevice: false });

    /// <summary>Makes a new code, in place of one made before; null where the first run is over.</summary>
    public string? IssueCode()
    {
        if (!IsDue)
        {
            File.Delete(file);
            return null;
        }

        var code = OneTimeCode.New(CodeBits);
        Hosting.FolderLayout.WriteSecret(file, OneTimeCode.Digest(code) + "\n");
        return code;
    }

    /// <summary>Creates the officers with their passwords. The code is used up when it returns none.</summary>
    /// <returns>The refusals, each in a field such as <c>password2</c>; none: done.</returns>
    public async Task<IReadOnlyList<Refusal>> Complete(
        string code, IReadOnlyList<FirstOfficer> officers, string? address, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(officers.Count, Officers);
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (!IsDue || !IsCode(code))
            {
                options.Journal.SignInFailed(null, SignInFailure.OneTimeCode, address);
                return [SignInRefusals.OneTimeCode.In("code")];
            }

            List<Refusal> refusals = [.. officers.SelectMany((officer, index) => Check(officer, index + 1))];
            if (officers[0].Person == officers[1].Person)
                refusals.Add(SignInRefusals.PersonId.In("person2"));
            if (refusals.Count > 0)
                return refusals;
            var created = await options.CreateOfficers(
                [.. officers.Select(officer => new NewOfficer(officer.Person, officer.Name))], cancellation);
            // The books name fields of their commands; the form has none of those names.
            if (created.Count > 0)
                return [.. created.Select(refusal => refusal with { Place = default })];
            foreach (var officer in officers)
                await credentials.SetPassword(officer.Person, officer.Password, officer.Person, name: officer.Name, cancellation: cancellation);
            File.Delete(file);
            return [];
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private bool IsCode(string code) =>
        File.Exists(file) && OneTimeCode.IsSame(File.ReadAllText(file, Encoding.UTF8).Trim(), OneTimeCode.Digest(code));

    private IEnumerable<Refusal> Check(FirstOfficer officer, int number)
    {
        if (!Holder.IsId(officer.Person))
            yield return SignInRefusals.PersonId.In($"person{number}");
        if (string.IsNullOrWhiteSpace(officer.Name.En) || officer.Name.En.Length > MaxNameLength)
            yield return SignInRefusals.Missing.In($"nameEn{number}");
        if (string.IsNullOrWhiteSpace(officer.Name.Zh) || officer.Name.Zh.Length > MaxNameLength)
            yield return SignInRefusals.Missing.In($"nameZh{number}");
        foreach (var refusal in credentials.Check(officer.Person, officer.Password, officer.Name))
            yield return refusal with { Place = Place.OfField($"password{number}") };
    }
}

/// <summary>An officer as the first run is given them.</summary>
/// <param name="Person">The id to sign in with.</param>
/// <param name="Name">The name in both languages.</param>
/// <param name="Password">The password.</param>
public sealed record FirstOfficer(string Person, Bilingual Name, string Password);
