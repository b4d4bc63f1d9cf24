using System.Text.Json;
using Custodia.People.Facts;

namespace Custodia.People.Roles;

/// <summary>
/// The roles that come with the product: what people of the field do, as data. A new journal adopts them; from then on they
/// are the State's own and changed by two persons. Those without a permission wait for the book that their work is in.
/// </summary>
public static class BuiltInRoles
{
    /// <summary>The roles.</summary>
    public static IReadOnlyList<Role> All { get; } = Read();

    private static IReadOnlyList<Role> Read()
    {
        using var stream = typeof(BuiltInRoles).Assembly.GetManifestResourceStream("roles.json")!;
        return JsonSerializer.Deserialize(stream, PeopleJson.Default.IReadOnlyListRole)!;
    }
}
