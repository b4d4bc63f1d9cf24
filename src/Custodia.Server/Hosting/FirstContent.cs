using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Commands;
using Custodia.Materials.Tables;
using Custodia.People.Commands;
using Custodia.People.Roles;

namespace Custodia.Server.Hosting;

/// <summary>What a new data folder begins with. It comes in as everything does: by commands.</summary>
public static class FirstContent
{
    /// <summary>Whom the journal names for what the program itself brings in.</summary>
    internal const string Actor = "custodia";

    private static readonly Caller Custodia = Caller.House(Actor);

    /// <summary>Adopts the code tables and roles that come with the product and, if asked for, brings in the sample State.</summary>
    /// <param name="folder">Just made.</param>
    /// <param name="withSample">Whether to bring in the sample State.</param>
    /// <param name="say">Told what is being done, a line at a time.</param>
    /// <param name="cancellation">Stops between two commands.</param>
    public static async Task Fill(DataFolder folder, bool withSample, Action<string> say, CancellationToken cancellation = default)
    {
        var adopt = folder.Materials.Catalogue.Commands.Single(command => command.Name == "adopt-tables");
        var tables = new AdoptCodeTables(CodeTablesFile.Shipped);
        var outcome = await folder.Node.Execute(folder.Materials, adopt, tables, Custodia, Guid.NewGuid(), cancellation: cancellation);
        if (outcome is not Outcome.Recorded)
            throw new InvalidOperationException("The code tables that come with the product were refused.");
        await AdoptRoles(folder, cancellation);
        say($"New data folder {folder.Root}: adopted the code tables {CodeTablesFile.Shipped.Edition}.");
        if (!withSample)
            return;
        await new SampleContent(folder, Custodia, say).Bring(cancellation);
        await new SampleBalances(folder, Custodia).Bring(cancellation);
        await new SampleActs(folder, Custodia).Bring(cancellation);
        await new SampleDocuments(folder, Custodia).Bring(cancellation);
        await new SampleLaw(folder, Custodia).Bring(cancellation);
        await new SampleCooperation(folder, Custodia).Bring(cancellation);
        await new SampleDeclarations(folder, Custodia).Bring(cancellation);
        await new SamplePublication(folder, Custodia).Bring(cancellation);
        await new SampleStaff(folder, Custodia).Bring(cancellation);
        folder.MarkAsSample();
        await new SampleMissions(folder).Bring(cancellation);
    }

    private static async Task AdoptRoles(DataFolder folder, CancellationToken cancellation)
    {
        var adopt = folder.People.Catalogue.Commands.Single(command => command.Name == "adopt-role");
        foreach (var role in BuiltInRoles.All)
        {
            var outcome = await folder.Node.Execute(
                folder.People, adopt, new AdoptRole(role), Custodia, Guid.NewGuid(), cancellation: cancellation);
            if (outcome is not Outcome.Recorded)
                throw new InvalidOperationException($"The role {role.Id} that comes with the product was refused.");
        }
    }
}
