namespace Custodia.Commitments.Missions;

/// <summary>A publication of guidance against which a State can hold its practice.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is about, in our words.</param>
/// <param name="Confidence">How far number and subject were checked.</param>
public sealed record Publication(string Id, Words Name, Confidence Confidence);

/// <summary>The publications of the Nuclear Security Series that the product knows.</summary>
public static class GuidanceLibrary
{
    /// <summary>All, in the order of their numbers.</summary>
    public static IReadOnlyList<Publication> All { get; } = RegisterFile.Read<Publication>("guidance");

    /// <summary>The publication of that id, or <c>null</c>.</summary>
    public static Publication? Find(string id) => All.FirstOrDefault(known => known.Id == id);
}
