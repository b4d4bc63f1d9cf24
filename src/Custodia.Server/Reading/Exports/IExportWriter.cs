using Custodia.Server.Components.Tables;

namespace Custodia.Server.Reading.Exports;

/// <summary>Writes a list into a file as its rows come, and keeps none of them.</summary>
internal interface IExportWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    void Row(TableValue[] values);

    /// <summary>Writes where the file is from, and ends it.</summary>
    void End(IReadOnlyList<(string Name, TableValue Value)> provenance);
}
