using Custodia.Books;
using Custodia.Books.Approvals;

namespace Custodia.Commitments.Law;

/// <summary>The commands and queries of the book of law.</summary>
public static class LawCatalogue
{
    private const string Read = CommitmentsPermissions.Read;
    private const string Record = CommitmentsPermissions.Record;

    /// <summary>The catalogue.</summary>
    public static Catalogue Instance { get; } = new Catalogue()
        .Command<LawBook, EnactLaw>("enact-law", Record,
            new("Record an act, regulation or standard; two persons.", "登載法律、法規命令或標準（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<EnactLaw>())
        .Command<LawBook, RepealLaw>("repeal-law", Record,
            new("Record that an act, regulation or standard ended; two persons.", "登載法規廢止（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<RepealLaw>())
        .Command<LawBook, ReviewLaw>("review-law", Record,
            new("Record that an act, regulation or standard was reviewed; two persons.", "登載法規檢討（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<ReviewLaw>())
        .Command<LawBook, AddClause>("add-clause", Record,
            new("Record a clause of an act, regulation or standard; two persons.", "登載條文（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<AddClause>())
        .Command<LawBook, AmendClause>("amend-clause", Record,
            new("Record that a clause was amended; two persons.", "登載條文修正（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<AmendClause>())
        .Command<LawBook, EndClause>("end-clause", Record,
            new("Record that a clause ended; two persons.", "登載條文刪除（雙人核可）。"), LawDecisions.Decide, Books.Access.Target.State, Always<EndClause>())
        .Command<LawBook, MapDuty>("map-duty", Record,
            new("Map a duty to the clause that carries it out, with control and evidence; two persons.",
                "將義務對應至施行之條文，並附管制措施與佐證（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<MapDuty>())
        .Command<LawBook, UnmapDuty>("unmap-duty", Record,
            new("End a mapping of a duty to a clause; two persons.", "解除義務與條文之對應（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<UnmapDuty>())
        .Command<LawBook, RecordMeasure>("record-measure", Record,
            new("Record an equivalent measure for a duty that does not bind the State; two persons.", "登載非拘束義務之等效措施（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<RecordMeasure>())
        .Command<LawBook, EndMeasure>("end-measure", Record,
            new("End an equivalent measure; two persons.", "終止等效措施（雙人核可）。"), LawDecisions.Decide, Books.Access.Target.State, Always<EndMeasure>())
        .Command<LawBook, RecordIndependence>("record-independence", Record,
            new("Record which clause provides for an item of the regulator's independence; two persons.", "登載保障管制獨立性之條文（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<RecordIndependence>())
        .Command<LawBook, TakeBackLaw>("take-back", Record,
            new("Take back an entry of this book that was recorded wrongly; two persons.", "撤回本帳簿登載錯誤之分錄（雙人核可）。"),
            LawDecisions.Decide, Books.Access.Target.State, Always<TakeBackLaw>())
        .Query<LawBook, ActsQuery, ActList>("acts", Read,
            new("The acts, regulations and standards, with their review.", "法律、法規命令與標準及其檢討情形。"), Acts.Ask, Books.Access.Target.None)
        .Query<LawBook, ActQuery, ActView>("act", Read,
            new("One act, regulation or standard, with its clauses and history.", "單一法規及其條文與沿革。"), Acts.Ask, Books.Access.Target.None)
        .Query<LawBook, ClausesQuery, ClauseList>("clauses", Read,
            new("The clauses in force, and the duties that they carry out.", "施行中之條文及其施行之義務。"), Acts.Ask, Books.Access.Target.None)
        .Query<LawBook, CoverageQuery, CoverageList>("coverage", Read,
            new("Which duties a clause in force carries out, instrument by instrument, and where there is none.",
                "各文書之義務由何條文施行，及其缺口。"), Coverage.Ask, Books.Access.Target.None)
        .Query<LawBook, OffencesQuery, OffenceMatrix>("offences", Read,
            new("The offence matrix: each element of the offences of the conventions against the law in force.",
                "罪刑對照：各公約罪刑要件與施行中之國內法。"), Offences.Ask, Books.Access.Target.None)
        .Query<LawBook, IndependenceQuery, IndependenceList>("independence", Read,
            new("What in law makes the regulator independent, item by item.", "管制獨立性之法律保障，逐項檢核。"),
            Independence.Ask, Books.Access.Target.None);

    private static TwoPersons<LawBook, T> Always<T>() where T : class => TwoPersons<LawBook, T>.Always(CommitmentsPermissions.Approve);
}
