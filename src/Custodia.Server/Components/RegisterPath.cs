using Custodia.Commitments;

namespace Custodia.Server.Components;

/// <summary>The page that serves a record of the register.</summary>
public static class RegisterPath
{
    /// <summary>The page of the record of that kind and id.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id.</param>
    public static string Of(RecordKind kind, string id) => kind switch
    {
        RecordKind.Term => "/glossary/" + id,
        RecordKind.Summit => "/commitments/summits/" + id,
        RecordKind.Document => "/commitments/summits/" + Register.Documents.Find(id)!.Summit,
        RecordKind.Item => "/commitments/items/" + id,
        RecordKind.Instrument or RecordKind.Resolution or RecordKind.Circular => "/commitments/instruments/" + id,
        RecordKind.State => "/commitments/states?contains=" + id,
        // A fact stands on the page of what it is about.
        RecordKind.Fact when Register.Systems.Find(Register.Facts.Find(id)!.Subject) is { } subject => "/commitments/register/" + subject.Id,
        _ => "/commitments/register/" + id,
    };
}
