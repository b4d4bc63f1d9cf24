using System.Text.Json;
using System.Text.Json.Serialization;

namespace Custodia.Commitments;

/// <summary>The files of the register, which are part of the program: one record a line.</summary>
internal static class RegisterFile
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
        using var file = typeof(RegisterFile).Assembly.GetManifestResourceStream($"register/{name}.json")
            ?? throw new InvalidOperationException($"The program was built without register/{name}.json.");
        return JsonSerializer.Deserialize<T[]>(file, Options)!;
    }
}
