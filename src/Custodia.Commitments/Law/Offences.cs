using Custodia.Books;

namespace Custodia.Commitments.Law;

/// <summary>Asks how national law carries out the offences of the conventions.</summary>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record OffencesQuery([Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>What is missing.</summary>
public enum OffenceGap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No clause is mapped to it.</summary>
    NoClause,

    /// <summary>The clause is not in force.</summary>
    NotInForce,

    /// <summary>The clause states no penalty.</summary>
    NoPenalty,
}

/// <summary>
/// The offence matrix: every element of Article 2 of ICSANT and of Article 7 of the amended CPPNM, and what follows from the
/// offences, against what national law has in force.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">Convention by convention, in the order of its articles.</param>
public sealed record OffenceMatrix(DateOnly Day, IReadOnlyList<OffenceRow> Rows);

/// <summary>An element of the offences.</summary>
/// <param name="Convention">Id of the instrument to whose offences it belongs.</param>
/// <param name="Duty">Id of the duty.</param>
/// <param name="Article">The article.</param>
/// <param name="Element">What of an offence it is.</param>
/// <param name="TextEn">In English.</param>
/// <param name="TextZh">In Chinese.</param>
/// <param name="IsCovered">Whether a clause in force has it, with a penalty where it needs one.</param>
/// <param name="Gap">What is missing.</param>
/// <param name="NeedsPenalty">Whether it makes something punishable.</param>
/// <param name="Clauses">The clauses in force that have it.</param>
/// <param name="Penalties">Of those, the ones that state a penalty.</param>
/// <param name="Jurisdiction">The clauses in force that establish jurisdiction over it; null where that does not apply.</param>
public sealed record OffenceRow(string Convention, string Duty, string Article, OffenceElement Element, string TextEn, string TextZh,
    bool IsCovered, OffenceGap Gap, bool NeedsPenalty, IReadOnlyList<MappedClause> Clauses, IReadOnlyList<MappedClause> Penalties,
    IReadOnlyList<MappedClause>? Jurisdiction);

/// <summary>Answers how national law carries out the offences of the conventions.</summary>
public static class Offences
{
    // The amendment replaced the list of offences; jurisdiction, prosecution, extradition and assistance stayed as they were.
    private static readonly IReadOnlyList<(string Convention, IReadOnlyList<Duty> Elements)> All =
    [
        ("icsant", ElementsOf("icsant")), ("cppnm-amendment", [.. ElementsOf("cppnm-amendment"), .. ElementsOf("cppnm")]),
    ];

    /// <summary>Answers <see cref="OffencesQuery"/>.</summary>
    public static Answer<OffenceMatrix> Ask(LawBook book, OffencesQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        return LawDay.On<OffenceMatrix>(query.Day, view, day =>
        {
            var standing = new DutyStanding(book, day, view);
            return new OffenceMatrix(day,
            [
                .. from convention in All
                   let jurisdiction = convention.Elements.Where(duty => duty.Element == OffenceElement.Jurisdiction)
                       .SelectMany(duty => standing.Clauses(duty.Id)).Where(clause => clause.IsInForce).ToList()
                   from duty in convention.Elements
                   select Row(convention.Convention, duty, standing.Clauses(duty.Id), jurisdiction),
            ]);
        });
    }

    private static OffenceRow Row(string convention, Duty duty, List<MappedClause> mapped, List<MappedClause> jurisdiction)
    {
        var element = duty.Element!.Value;
        var isPunishable = element <= OffenceElement.Penalty;
        List<MappedClause> inForce = [.. mapped.Where(clause => clause.IsInForce)];
        List<MappedClause> penalties = isPunishable ? [.. inForce.Where(clause => clause.PenaltyEn is not null)] : [];
        var gap = mapped.Count == 0 ? OffenceGap.NoClause
            : inForce.Count == 0 ? OffenceGap.NotInForce
            : isPunishable && penalties.Count == 0 ? OffenceGap.NoPenalty
            : OffenceGap.None;
        return new OffenceRow(convention, duty.Id, duty.Article, element, duty.Text.En, duty.Text.Zh, gap == OffenceGap.None, gap,
            isPunishable, inForce, penalties, isPunishable ? jurisdiction : null);
    }

    private static List<Duty> ElementsOf(string instrument) =>
        [.. Register.Instruments.Find(instrument)!.Duties.Where(duty => duty.Element is not null)];
}
