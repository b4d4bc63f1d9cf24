using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Ledger;

namespace Custodia.Server.Reading;

/// <summary>Under which key a received file is kept: that of its MBA, so that it is erased with what it says.</summary>
internal static class ReceivedFiles
{
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
