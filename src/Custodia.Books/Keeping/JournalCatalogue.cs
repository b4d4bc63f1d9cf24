using Custodia.Books.Access;
using Custodia.Books.Approvals;

namespace Custodia.Books.Keeping;

/// <summary>The commands and queries of the book of the journal: what every face offers.</summary>
public static class JournalCatalogue
{
    private const string Witnesses = "journal.witnesses";
    private const string Keys = "journal.keys";

    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<JournalBook, RegisterWitness>("register-witness", Witnesses,
            new("Register a witness by its key.", "以金鑰登記見證者。"), WitnessDecisions.Decide, Target.State)
        .Command<JournalBook, EndWitness>("end-witness", Witnesses,
            new("End the registration of a witness.", "終止見證者之登記。"), WitnessDecisions.Decide, Target.State)
        .Command<JournalBook, RecordCosignature>("record-cosignature", "journal.cosign",
            new("Record a witness's cosignature of a checkpoint.", "登載見證者對檢查點之副署。"), CosignatureDecisions.Decide, Target.State)
        .Query<JournalBook, WitnessesQuery, WitnessList>("witnesses", "journal.read",
            new("The witnesses, and what each cosigned last.", "見證者及其最近之副署。"), WitnessQueries.Ask, Target.None)
        .Command<JournalBook, RotateKey>("rotate-key", Keys,
            new("Give a compartment a new key.", "更換區隔之金鑰。"), KeyDecisions.Decide, Target.State)
        .Command<JournalBook, DestroyKeys>("destroy-key", Keys,
            new("Destroy the keys of a compartment: what is sealed in it is erased for ever; two persons.",
                "銷毀區隔之金鑰：其中封存內容永久抹除（雙人核可）。"), KeyDecisions.Decide, Target.State,
            TwoPersons<JournalBook, DestroyKeys>.Always("journal.approve"));
}
