namespace Custodia.Statistics.Cases;

/// <summary>Tables that belong together; what stands in them whoever calls says: nothing here opens a file.</summary>
/// <param name="file">The content of a file, null if there is none of that name.</param>
internal sealed class TableFolder(Func<string, byte[]?> file)
{
    /// <summary>What is wrong with the tables that were read.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Takes each row of a table; none once anything is wrong, since what follows rests on it.</summary>
    public void Read(string name, string header, string perhaps, Action<TableRow> take)
    {
        if (Faults.Count > 0)
            return;
        if (file(name) is not { } csv)
        {
            Faults.Add(new Fault(FaultCodes.FileMissing, "").At(name));
            return;
        }

        var table = new TextTable(name, header, perhaps);
        if (table.Read(csv, take) == 0 && table.Faults.Count == 0)
            table.Faults.Add(new Fault(FaultCodes.TooFew, "", "≥ 1", "0").At(name, 1, 1));
        Faults.AddRange(table.Faults);
    }
}
