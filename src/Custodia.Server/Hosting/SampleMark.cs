using Custodia.Books;
using Custodia.Materials;
using Custodia.People;
using Custodia.Sample;

namespace Custodia.Server.Hosting;

/// <summary>
/// DIR/journal/sample says that a folder holds the sample State, whose accounts everybody knows. It is believed only where
/// the journal bears it out: the program itself named the sample State before anybody was registered. No entry can be put
/// before others, so a folder that began otherwise never becomes one.
/// </summary>
internal static class SampleMark
{
    /// <summary>Name of the State in the sample's books.</summary>
    public static readonly Bilingual StateName = new("Sample State", "示範國");

    /// <summary>Whether the file is there, is of this journal, and the journal bears it out.</summary>
    public static bool IsBorneOut(FolderLayout layout, string origin, MaterialsBook materials, PeopleBook people) =>
        File.Exists(layout.Sample) && File.ReadAllText(layout.Sample) == TextOf(origin)
        && materials.State is var (stamp, named)
        && stamp.Actor == FirstContent.Actor
        && (named.Code, named.NameEn, named.NameZh) == (SampleState.Code, StateName.En, StateName.Zh)
        && people.Holders.Values.All(holder => holder.Stamp.Sequence > stamp.Sequence);

    /// <summary>Writes the file.</summary>
    public static void Write(FolderLayout layout, string origin) => FolderLayout.WriteSecret(layout.Sample, TextOf(origin));

    private static string TextOf(string origin) => $"custodia sample 1 {origin}\n";
}
