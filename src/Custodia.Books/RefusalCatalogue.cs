using System.Reflection;

namespace Custodia.Books;

/// <summary>Every reason for which the product refuses something: what the manual lists and the tests go through.</summary>
public static class RefusalCatalogue
{
    /// <summary>The codes that the public static fields of these types declare, in the order of their code.</summary>
    public static IReadOnlyList<RefusalCode> Of(params IEnumerable<Type> declaringTypes) =>
    [
        .. declaringTypes
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(RefusalCode))
            .Select(field => (RefusalCode)field.GetValue(null)!)
            .OrderBy(code => code.Code, StringComparer.Ordinal),
    ];
}
