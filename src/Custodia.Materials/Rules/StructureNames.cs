using Custodia.Books;

namespace Custodia.Materials.Rules;

/// <summary>The names that a part of the structure bears in both languages.</summary>
internal static class StructureNames
{
    private const int MaxName = 120;

    /// <summary>Refuses a name that is missing or too long.</summary>
    public static void Check(string en, string zh, Place place, List<Refusal> refusals)
    {
        foreach (var (field, name) in new[] { ("nameEn", en), ("nameZh", zh) })
        {
            if (!GivenText.IsTaken(name, MaxName))
                refusals.Add(MaterialsRefusals.NameMissing.At(place.At(field)));
        }
    }
}
