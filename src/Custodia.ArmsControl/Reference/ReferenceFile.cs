using System.Text.Json;
using System.Text.Json.Serialization;

namespace Custodia.ArmsControl.Reference;

/// <summary>How far a public fact was checked against its source.</summary>
public enum Mark
{
    /// <summary>Read in the source.</summary>
    Checked,

    /// <summary>Some of its figures were read in the source, the others are from memory.</summary>
    Partly,

    /// <summary>From memory: to be read again in the source.</summary>
    Recalled,

    /// <summary>What those who work in the field know; no single source was read.</summary>
    Domain,

    /// <summary>Set by this product, because the instrument names none.</summary>
    Product,
}

/// <summary>How exactly a day is known: of a month or year, its first stands for it.</summary>
public enum DatePrecision
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the year.</summary>
    Year,
}

/// <summary>The public facts that are part of the program: one record a line.</summary>
internal static class ReferenceFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The records of a file.</summary>
    /// <param name="name">Its name without the ending.</param>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    /// <exception cref="JsonException">It is not what the record says.</exception>
    internal static IReadOnlyList<T> Read<T>(string name)
    {
        using var file = typeof(ReferenceFile).Assembly.GetManifestResourceStream($"arms-control/{name}.json")
            ?? throw new InvalidOperationException($"The program was built without arms-control/{name}.json.");
        return JsonSerializer.Deserialize<T[]>(file, Options)!;
    }
}
