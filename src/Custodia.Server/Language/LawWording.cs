using Custodia.Books;
using Custodia.Commitments;
using Custodia.Commitments.Law;

namespace Custodia.Server.Language;

/// <summary>The words for what the book of law and the register of instruments say, in the reader's language.</summary>
public static class LawWording
{
    /// <summary>What kind of law it is.</summary>
    public static string Of(LawKind kind) => Wording.Of(kind switch
    {
        LawKind.Act => new Bilingual("Act", "法律"),
        LawKind.Regulation => new("Regulation", "法規命令"),
        LawKind.Standard => new("Standard", "標準"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>Whether it is in force.</summary>
    public static string Of(ForceState state) => Wording.Of(state switch
    {
        ForceState.ToCome => new Bilingual("Not yet in force", "尚未施行"),
        ForceState.InForce => new("In force", "施行中"),
        ForceState.Ended => new("Ended", "已終止"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    /// <summary>How it stands towards its cycle of review.</summary>
    public static string Of(ReviewState state) => Wording.Of(state switch
    {
        ReviewState.Current => new Bilingual("Reviewed in time", "檢討未逾期"),
        ReviewState.Overdue => new("Review overdue", "檢討逾期"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    /// <summary>How a clause states what it requires.</summary>
    public static string Of(RuleStyle style) => Wording.Of(style switch
    {
        RuleStyle.PerformanceBased => new Bilingual("Performance-based", "效能"),
        RuleStyle.Prescriptive => new("Prescriptive", "規範"),
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    });

    /// <summary>What lays the duty.</summary>
    public static string Of(DutySource source) => Wording.Of(source switch
    {
        DutySource.Instrument => new Bilingual("Treaty, agreement or code", "條約、協定或準則"),
        DutySource.Resolution => new("Security Council resolution", "安理會決議"),
        DutySource.Circular => new("Joint statement", "聯合聲明"),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    });

    /// <summary>What of an offence it is.</summary>
    public static string Of(OffenceElement element) => Wording.Of(element switch
    {
        OffenceElement.Act => new Bilingual("Act", "行為"),
        OffenceElement.Threat => new("Threat", "威脅"),
        OffenceElement.Attempt => new("Attempt", "未遂"),
        OffenceElement.Participation => new("Complicity", "共犯"),
        OffenceElement.Organising => new("Organising or instigating", "組織或教唆"),
        OffenceElement.Contribution => new("Contributing to a group", "協助犯罪團體"),
        OffenceElement.Penalty => new("Penalties", "刑罰"),
        OffenceElement.Motive => new("No political excuse", "不得以政治理由免責"),
        OffenceElement.Jurisdiction => new("Jurisdiction", "管轄權"),
        OffenceElement.Prosecution => new("Extradite or prosecute", "引渡或起訴"),
        OffenceElement.Extradition => new("Extradition", "引渡"),
        OffenceElement.Assistance => new("Mutual legal assistance", "司法互助"),
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    });

    /// <summary>What makes a regulator independent.</summary>
    public static string Of(IndependenceItem item) => Wording.Of(item switch
    {
        IndependenceItem.Budget => new Bilingual("A budget of its own", "預算獨立"),
        IndependenceItem.Appointment => new("Appointment kept from interests", "任命不受利益影響"),
        IndependenceItem.Removal => new("Removal only for stated reasons", "免職限法定事由"),
        IndependenceItem.ReportingLine => new("Reporting line past operators and promoters", "陳報不經營運者或推廣機關"),
        IndependenceItem.Separation => new("Apart from promotion", "與推廣職能分離"),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    });

    /// <summary>What is missing.</summary>
    public static string Of(OffenceGap gap) => Wording.Of(gap switch
    {
        OffenceGap.None => new Bilingual("Covered", "已涵蓋"),
        OffenceGap.NoClause => new("Gap: no clause", "缺口：無條文"),
        OffenceGap.NotInForce => new("Gap: clause not in force", "缺口：條文未施行"),
        OffenceGap.NoPenalty => new("Gap: no penalty", "缺口：無罰則"),
        _ => throw new ArgumentOutOfRangeException(nameof(gap)),
    });

    /// <summary>What kind of instrument it is.</summary>
    public static string Of(InstrumentKind kind) => Wording.Of(kind switch
    {
        InstrumentKind.Binding => new Bilingual("Treaty", "條約"),
        InstrumentKind.NuclearWeaponFreeZone => new("Nuclear-weapon-free zone", "無核武器區"),
        InstrumentKind.ArmsControl => new("Arms-control treaty", "軍備管制條約"),
        InstrumentKind.Safeguards => new("Safeguards agreement", "保防協定"),
        InstrumentKind.Supply => new("Supply agreement", "供應協定"),
        InstrumentKind.Political => new("Political commitment", "政治承諾"),
        InstrumentKind.Guidance => new("Guidance", "導則"),
        InstrumentKind.DomesticLaw => new("Act of another State", "他國法律"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>Where an instrument stands by itself.</summary>
    public static string Of(InstrumentStatus status) => Wording.Of(status switch
    {
        InstrumentStatus.InForce => new Bilingual("In force", "生效"),
        InstrumentStatus.NotInForce => new("Agreed, not in force", "已議定，尚未生效"),
        InstrumentStatus.NotNegotiated => new("Not negotiated", "尚未談判"),
        InstrumentStatus.NonBinding => new("Applied without binding", "不具拘束力"),
        InstrumentStatus.Superseded => new("Replaced by another", "已為他約取代"),
        InstrumentStatus.Terminated => new("Ended by a party", "經締約方終止"),
        InstrumentStatus.Expired => new("Ran out", "期滿失效"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    });
}
