using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Commitments.Law;
using static Custodia.Commitments.Law.RuleStyle;

namespace Custodia.Server.Hosting;

/// <summary>
/// The law of the sample State, invented like the State itself: most duties of the security treaties have a clause; extradition, mutual
/// help and contributing to the crime of a group have none, threats have no penalty, and one regulation is past its review.
/// </summary>
internal sealed class SampleLaw(DataFolder folder, Caller house)
{
    private const string Act = "NSA-2012";
    private const string Code = "PC-2009";
    private const string Protection = "PPR-2013";
    private const string Transport = "TSR-2015";
    private const string Sources = "RSS-2016";

    private static readonly EnactLaw[] Laws =
    [
        new(Code, LawKind.Act, "Penal Code, part on nuclear crimes", "刑法核子犯罪章", "Act 3 of 2009", Day("2009-04-01"), 10),
        new(Act, LawKind.Act, "Nuclear Security Act", "核子保安法", "Act 12 of 2012", Day("2012-07-01"), 5),
        new(Protection, LawKind.Regulation, "Regulation on physical protection", "實體防護規則", "Regulation 41 of 2013", Day("2013-09-01"), 5),
        new(Transport, LawKind.Regulation, "Regulation on security in transport", "運送保安規則", "Regulation 7 of 2015", Day("2015-01-01"), 5),
        new(Sources, LawKind.Standard, "Standard on the security of radioactive sources", "射源保安標準", "Standard 2 of 2016", Day("2016-03-01"), 4),
    ];

    private static readonly (string Law, string On)[] Reviews =
    [
        (Code, "2019-03-11"), (Act, "2017-06-15"), (Act, "2022-06-20"), (Protection, "2018-08-20"), (Transport, "2019-11-30"),
        (Transport, "2024-11-25"), (Sources, "2020-02-10"), (Sources, "2024-02-20"),
    ];

    // What the clauses say, and the duties that they carry out; a star: with evidence.
    private static readonly (string Law, string Number, RuleStyle? Style, string En, string Zh, string? PenaltyEn, string? PenaltyZh,
        string Duties)[] Clauses =
    [
        (Act, "1", null, "The State answers for protecting all nuclear material and facilities under its jurisdiction.", "國家對其管轄之全部核物料與核設施負防護之責。", null, null, "ACPPNM-2A.1* ACPPNM-2A.3.A*"),
        (Act, "2", null, "A framework of law and rules governs protection, with licensing, inspection and enforcement.", "實體防護以法規規範，並有核照、檢查與執法。", null, null, "ACPPNM-2A.2* ACPPNM-2A.3.C* UNSCR1540-OP8b"),
        (Act, "3", null, "The Regulatory Office is the competent authority; it takes no instruction from those who promote or operate.", "管制署為主管機關，不受推廣或營運者指揮。", null, null, "ACPPNM-2A.3.D* CoC-20*"),
        (Act, "4.1", null, "The budget of the Office is voted on its own, and fees do not go through a ministry.", "管制署預算單獨審議，規費不經部會。", null, null, ""),
        (Act, "4.2", null, "Parliament confirms the head of the Office, for six years.", "署長經國會同意任命，任期六年。", null, null, ""),
        (Act, "4.3", null, "The head of the Office is removed only for reasons that this Act states.", "署長非有本法所定事由不得免職。", null, null, ""),
        (Act, "5", Prescriptive, "The first duty to protect rests with the holder of the licence.", "防護之首要責任在執照持有者。", null, null, "ACPPNM-2A.3.E*"),
        (Act, "6", Prescriptive, "Nothing is exported, imported or let through without assurance that it will be protected on its way.", "未獲途中防護之保證者，不得輸出、輸入或過境。", null, null, "CPPNM-4* NPT-3.2 UNSCR1540-OP3d"),
        (Act, "7", Prescriptive, "The Office is the point of contact, and makes that known at each change.", "管制署為聯絡點，變更時並予通知。", null, null, "CPPNM-5.1* ACPPNM-5.1* ICSANT-7.4*"),
        (Act, "8", PerformanceBased, "Theft, sabotage or a credible threat is told without delay to the States that it may concern, and recovery is helped.", "竊取、破壞或可信之威脅應即通知可能受影響之國家，並協助追回。", null, null, "CPPNM-5.2* ACPPNM-5.3"),
        (Act, "9", Prescriptive, "What is received in confidence under a treaty is marked, kept and shown as its owner asks.", "依條約秘密取得之資訊，應依提供者之要求標示、保管與揭露。", null, null, "CPPNM-6* ACPPNM-6* ICSANT-7.2*"),
        (Act, "10", PerformanceBased, "Protection stands up to the threat as it was last evaluated; the evaluation is renewed each year.", "實體防護應足以因應最近一次之威脅評估，評估每年更新。", null, null, "ACPPNM-2A.3.G*"),
        (Act, "11", Prescriptive, "Laws that carry out a treaty are sent to its depositary within three months.", "施行條約之法規應於三個月內送存放機關。", null, null, "CPPNM-14.1 ACPPNM-14.1"),
        (Act, "14", Prescriptive, "All nuclear material in peaceful use is accounted for and under safeguards.", "和平用途之全部核物料應予衡算並納入保防。", null, null, "NPT-3.1* CSA-7* UNSCR1540-OP3a*"),
        (Act, "15", null, "Nobody makes, acquires or moves a nuclear weapon, or helps with it.", "任何人不得製造、取得、移轉核武器或予以協助。", "10 years to life", "十年以上有期徒刑或無期徒刑", "NPT-2* UNSCR1540-OP2* UNSCR1540-OP1"),
        (Code, "240", null, "Handling nuclear or radioactive material without right, so that somebody is harmed or may be.", "無權處理核物料或放射性物質，致生或可能致生傷害者。", "5 to 20 years", "五年以上二十年以下有期徒刑", "ACPPNM-7.1a* ICSANT-2.1b* CPPNM-7.1*"),
        (Code, "241", null, "Theft of nuclear material.", "竊取核物料者。", "2 to 10 years", "二年以上十年以下有期徒刑", "ACPPNM-7.1b* ACPPNM-7.1c*"),
        (Code, "242", null, "Carrying nuclear material across the border without a licence.", "未經許可攜運核物料出入國境者。", "3 to 12 years", "三年以上十二年以下有期徒刑", "ACPPNM-7.1d* UNSCR1540-OP3c"),
        (Code, "243", null, "Possessing radioactive material, or making or possessing a device, with intent to harm.", "意圖加害而持有放射性物質，或製造、持有裝置者。", "5 to 20 years", "五年以上二十年以下有期徒刑", "ICSANT-2.1a*"),
        (Code, "244", null, "Damaging a nuclear facility, or interfering with its operation, so that radioactivity may be released.", "毀損核設施或妨害其運轉，致有放射性釋出之虞者。", "7 years to life", "七年以上有期徒刑或無期徒刑", "ACPPNM-7.1e* ICSANT-2.1b*"),
        (Code, "245", null, "Demanding material, a device or a facility by threat or force.", "以威脅或武力強索物質、裝置或設施者。", "5 to 15 years", "五年以上十五年以下有期徒刑", "ACPPNM-7.1f* ICSANT-2.2b*"),
        (Code, "246", null, "Threatening to use material or to damage a facility is forbidden.", "禁止威脅使用核物料、放射性物質或毀損核設施。", null, null, "ACPPNM-7.1g ICSANT-2.2a"),
        (Code, "247", null, "The attempt is punished as the offence.", "未遂犯罰之，依既遂之刑處斷。", "As the offence", "依本罪之刑", "ACPPNM-7.1h* ICSANT-2.3*"),
        (Code, "248", null, "Whoever takes part, or has others do it, is punished as the offender.", "共犯、教唆或指使他人者，依正犯處斷。", "As the offence", "依本罪之刑", "ACPPNM-7.1i* ACPPNM-7.1j* ICSANT-2.4a* ICSANT-2.4b*"),
        (Code, "249", null, "Courts weigh the gravity of nuclear crimes; no sentence is suspended.", "量刑應審酌核子犯罪之嚴重性，不得宣告緩刑。", "2 years to life", "二年以上有期徒刑或無期徒刑", "CPPNM-7.2* ACPPNM-7.2* ICSANT-5*"),
        (Code, "250", null, "Courts have jurisdiction over offences in the territory, on ships and aircraft, and by nationals.", "於領域內、本國船舶或航空器上之犯罪，及國民之犯罪，法院有管轄權。", null, null, "CPPNM-8* ICSANT-9*"),
        (Code, "251", null, "No political, religious or other motive justifies a nuclear crime.", "不得以政治、宗教或其他動機阻卻核子犯罪之違法。", null, null, "ICSANT-6"),
        (Code, "252", null, "An offender who is found in the State and not handed over is prosecuted.", "於境內發現而未移送他國之犯罪嫌疑人，應予追訴。", null, null, "CPPNM-9* CPPNM-10* ICSANT-10 ICSANT-11*"),
        (Code, "253", null, "Everyone who is proceeded against has counsel and may inform the consulate.", "受追訴者得選任辯護人並通知領事館。", null, null, "CPPNM-12 ICSANT-12"),
        (Protection, "4", Prescriptive, "Requirements follow the category of the material, and what follows from sabotage.", "防護要求依核物料等級與遭破壞之後果分級。", null, null, "ACPPNM-2A.3.H*"),
        (Protection, "6", Prescriptive, "Material of category I stands in an inner area, within a protected and a limited area.", "第一級核物料應置於內區，其外為保護區與限制區。", null, null, "ACPPNM-2A.3.I*"),
        (Protection, "8", PerformanceBased, "An intrusion is detected and assessed in time for the response to stop it; tests show it each year.", "入侵應及時偵測與評估，使應變力量足以制止；每年以測試證明。", null, null, "ACPPNM-2A.3.I* ACPPNM-2A.3.J"),
        (Protection, "9", PerformanceBased, "Contingency plans work when they are exercised, at least once a year.", "應變計畫應於至少每年一次之演練中證明有效。", null, null, "ACPPNM-2A.3.K*"),
        (Protection, "11", Prescriptive, "Operators keep a programme of security culture and report on it.", "營運者應維持核子保安文化計畫並提出報告。", null, null, "ACPPNM-2A.3.F"),
        (Protection, "12", Prescriptive, "Information that could harm protection is classified.", "洩漏將損及防護之資訊應予列密。", null, null, "ACPPNM-2A.3.L*"),
        (Transport, "3", Prescriptive, "Material in international transport is protected at the levels of its category.", "國際運送中之核物料依其等級防護。", null, null, "CPPNM-3* UNSCR1540-OP3b"),
        (Transport, "5", PerformanceBased, "Responsibility passes to another State only when it has taken the shipment over.", "運送責任於他國接收後始行移轉。", null, null, "ACPPNM-2A.3.B*"),
        (Sources, "2", Prescriptive, "The register holds every source of categories 1 and 2.", "登記冊應納入全部第一、二類射源。", null, null, "CoC-11*"),
        (Sources, "4", PerformanceBased, "Removal of a source is detected and answered before it succeeds.", "射源遭移走應於得逞前偵測並應處。", null, null, "ICSANT-8*"),
        (Sources, "6", Prescriptive, "Sources of categories 1 and 2 cross the border only with notice and, where due, consent.", "第一、二類射源進出口應事前通知，必要時取得同意。", null, null, "CoC-23*"),
    ];

    // To whom the Office reports is not said: the checklist of its independence has a gap there.
    private static readonly object[] Later =
    [
        Provision(IndependenceItem.Budget, "4.1"), Provision(IndependenceItem.Appointment, "4.2"), Provision(IndependenceItem.Removal, "4.3"),
        Provision(IndependenceItem.Separation, "3"),
        new AmendClause(Code, "241", Day("2016-07-01"), "Theft, robbery, embezzlement or fraudulent obtaining of nuclear or radioactive material.",
            "竊盜、強盜、侵占或詐欺取得核物料或放射性物質者。", "Act 9 of 2016", Prescriptive, "3 to 15 years", "三年以上十五年以下有期徒刑"),
        new EndClause(Code, "251", Day("2019-12-31"), "Act 8 of 2019; the general part of the code was thought to be enough"),
        new RecordMeasure("ICSANT-7.1a", "A standing task force of police, customs and the Office follows up every sign of preparation.", "由警察、海關與管制署組成常設小組，追查一切準備行為之跡象。",
            Day("2011-02-01"), Document: "XA-TF-2011", Sha256: Digest("XA-TF-2011")),
        new RecordMeasure("ICSANT-18", "Seized material goes to the Office's store, under safeguards, within two days.", "扣押之物質應於二日內移入管制署貯存庫，並納入保防。",
            Day("2014-05-01"), Act, "14", "XA-STORE-2014", Digest("XA-STORE-2014")),
    ];

    /// <summary>Brings it in: laws, clauses, duties, then what changed later.</summary>
    public async Task Bring(CancellationToken cancellation)
    {
        foreach (var command in Commands())
        {
            var definition = folder.Law.Catalogue.Commands.Single(known => known.Input == command.GetType());
            var outcome = await folder.Node.Execute(folder.Law, definition, command, house, Guid.NewGuid(), cancellation: cancellation);
            if (outcome is not Outcome.Recorded)
                throw new InvalidOperationException($"The sample's law was not taken: {command}: {outcome}");
        }
    }

    private static IEnumerable<object> Commands()
    {
        foreach (var law in Laws)
            yield return law;
        foreach (var (law, number, style, en, zh, penaltyEn, penaltyZh, duties) in Clauses)
        {
            yield return new AddClause(law, number, Laws.Single(known => known.Id == law).From, en, zh, style, penaltyEn, penaltyZh);
            foreach (var duty in duties.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return Mapping(duty, law, number);
        }

        foreach (var (law, on) in Reviews)
            yield return new ReviewLaw(law, Day(on), $"XA-{law}-REVIEW-{on[..4]}");
        foreach (var command in Later)
            yield return command;
    }

    private static RecordIndependence Provision(IndependenceItem item, string clause) =>
        new(item, Act, clause, $"XA-{Act}-{clause}", Digest($"XA-{Act}-{clause}"));

    private static MapDuty Mapping(string duty, string law, string number)
    {
        var document = $"XA-{law}-{number}";
        return duty.EndsWith('*')
            ? new MapDuty(duty[..^1], law, number, Control(law), document, Digest(document))
            : new MapDuty(duty, law, number);
    }

    private static string Control(string law) => law switch
    {
        Code => "gv-04",
        Protection => "pt-01",
        Transport => "gv-07",
        Sources => "tg-04",
        _ => "gv-03",
    };

    private static string Digest(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
