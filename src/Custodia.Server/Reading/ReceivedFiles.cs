using Custodia.Books;
using Custodia.Journal.Blobs;
using Custodia.Journal.Sealing;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;
using Custodia.Server.Hosting;

namespace Custodia.Server.Reading;

/// <summary>Keeps received files, each under the key of its MBA, so that it is erased with what it says.</summary>
internal static class ReceivedFiles
{
    /// <summary>Keeps a file as it was received; refused where its compartment was erased.</summary>
    /// <returns>Its address: the SHA-256 of it.</returns>
    public static async Task<Answer<BlobId>> Keep(DataFolder folder, Stream file, string compartment, CancellationToken cancellation)
    {
        try
        {
            return await folder.Blobs.PutAsync(file, compartment, cancellation);
        }
        catch (KeyRingException exception)
        {
            return BooksRefusals.CompartmentErased.At(default, found: exception.Message);
        }
    }

    /// <summary>The compartment of a file by the command that it became; of one that could not be read, of several.</summary>
    public static string CompartmentOf(Answer<object> command) => command.IsGiven ? CompartmentOf(command.Value) : FileReceived.Several;

    /// <summary>The compartment of a file by the command that it became.</summary>
    public static string CompartmentOf(object command)
    {
        var mbas = command switch
        {
            RecordChanges changes => changes.Changes.Select(row => row.Value.Mba).Distinct().ToList(),
            OpenBook opening => [opening.Mba],
            TakeInventory inventory => [inventory.Mba],
            _ => [],
        };
        return mbas.Count == 1 ? mbas[0] : FileReceived.Several;
    }
}
