using Custodia.Commitments.Queries;

namespace Custodia.Commitments.Tests;

/// <summary>What a reader of the sources asks is answered by search, among the first records, with the source named.</summary>
public sealed class QuestionTests : IDisposable
{
    private readonly StateJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    /// <summary>A question as it is typed; the record that answers it; what the answer says; who says so.</summary>
    public static TheoryData<string, string, string, string> Questions => new()
    {
        // The summits.
        { "How many States came to the 2010 summit?", "nss2010-states", "47", "S4" },
        { "How many leaders attended the 2010 summit?", "nss2010-leaders", "37", "S0" },
        { "Leaders and representatives whom the host met in 2010", "nss2010-met-by-host", "47", "S4" },
        { "How many organisations were at the 2012 summit?", "nss2012-organisations", "4", "S4" },
        { "How many States at the 2014 summit?", "nss2014-states", "53", "S1" },
        { "Who was host of the 2014 summit?", "nss2014-host", "Mark Rutte", "S4" },
        { "When and where was the summit in Seoul?", "nss2012-host", "26–27 March 2012", "S4" },
        { "Which States with nuclear power were absent in 2010?", "nss2010-absent-power-states", "Slovenia", "S0" },
        { "Who came for the United Kingdom in 2010, leader or minister?", "nss2010-uk-minister", "foreign secretary", "S0" },
        { "How many action plans were made in 2016?", "nss2016-action-plans", "5", "domain" },
        // Documents and paragraphs.
        { "How many paragraphs has the communiqué of The Hague?", "nss2014-paragraphs", "36", "S1" },
        { "Which paragraph of The Hague speaks of the Amendment in force?", "C14-09", "no. 9", "S1" },
        { "How many headings does the Hague communiqué have?", "c14-headings", "17", "computed" },
        // Instruments and resolutions.
        { "When did the Pelindaba treaty enter into force?", "pelindaba-in-force-july", "2009-07-15", "treaty-text" },
        { "On which dates is Pelindaba said to have entered into force?", "pelindaba-in-force-july", "2009-08-14", "S2" },
        { "How many articles has ICSANT?", "icsant-articles", "28", "S0" },
        { "To when did resolution 1810 extend the mandate of the 1540 Committee?", "UNSCR-1810", "2011", "S0" },
        { "To which year does resolution 2663 extend the 1540 mandate?", "UNSCR-2663", "2032", "domain" },
        { "What was the vote on resolution 1887?", "unscr-1887-vote", "15–0", "S2" },
        { "How many States must ratify before the CTBT enters into force?", "ctbt-annex-2", "44", "treaty-text" },
        { "By which day are BWC confidence-building measures due?", "BWC-CBM", "12 months", "domain" },
        { "When did New START end?", "new-start-expiry-2026", "2026-02-05", "new-start-sheets" },
        { "Limit on warheads of New START", "new-start-warheads", "1550", "S2" },
        { "When was the agreement of 1955 dated?", "agreement-1955-april", "1955-07-18", "regulator" },
        // Services, circulars, numbers.
        { "Who sponsors INFCIRC/912 on civil HEU?", "IC912", "Norway", "public" },
        { "Who sponsors the circular on insider threats?", "IC908", "United States", "public" },
        { "How many IPPAS missions by 2014?", "ippas-2014-missions", "62", "S1" },
        { "Which States hosted the first IPPAS missions?", "ippas-first", "Bulgaria and Slovenia", "public" },
        { "How many incidents confirmed 1993–2008 in the ITDB?", "itdb-1993-2008", "more than 1500", "S2" },
        { "How many warheads in the stockpile of the United States?", "us-stockpile-2010", "5113", "S2" },
        // 正體中文。
        { "2010 年峰會有幾國與會？", "nss2010-states", "47", "S4" },
        { "2010 年有多少領袖出席峰會？", "nss2010-leaders", "37", "S0" },
        { "2012 年核安全峰會有幾國參加？", "nss2012-states", "53", "S4" },
        { "2012 年峰會與會國際組織有幾個？", "nss2012-organisations", "4", "S4" },
        { "2010 年美國總統舉行幾場雙邊會談？", "nss2010-bilateral", "約旦", "S0" },
        { "2014 年峰會由誰主辦？", "nss2014-host", "呂特", "S4" },
        { "哪些核電國家未出席 2010 年峰會？", "nss2010-absent-power-states", "保加利亞", "S0" },
        { "誰未獲邀請參加 2010 年峰會？", "nss2010-not-invited", "白俄羅斯", "S0" },
        { "首爾峰會在何時舉行？", "NSS2012", "2012-03-26", "S4" },
        { "海牙公報共有幾條？", "nss2014-paragraphs", "36", "S1" },
        { "最後文件篇幅幾頁？", "revcon-2010-pages-28", "31", "act" },
        { "2010 年審議大會最後文件有多少行動？", "revcon-2010-actions", "64", "S2" },
        { "2010 年審議大會何時開始（首日）？", "revcon-2010-from", "2010-05-03", "S2" },
        { "佩林達巴條約何時生效？", "pelindaba-in-force-july", "2009-07-15", "treaty-text" },
        { "中亞無核武器區條約的生效日？", "semipalatinsk-in-force", "2009-03-21", "S2" },
        { "第 1810 號決議將 1540 委員會任期延長至何年？", "UNSCR-1810", "2011", "S0" },
        { "第 1977 號決議延長任期到哪一年？", "UNSCR-1977", "2021", "domain" },
        { "第 1887 號決議表決結果？", "unscr-1887-vote", "15–0", "S2" },
        { "制止核恐怖主義行為國際公約有幾條？", "icsant-articles", "28", "S0" },
        { "制止核恐怖行為公約哪一條不處理國家使用？", "icsant-state-use", "4", "S0" },
        { "新戰略武器裁減條約的彈頭裁減幅度是多少？", "new-start-cut-computed", "29.5", "computed" },
        { "美國庫存核彈頭有多少枚？", "us-stockpile-2010", "5113", "S2" },
        { "英國有幾艘三叉戟潛艦？", "uk-submarines-2010", "4", "S0" },
        { "截至 2014 年 IPPAS 累計任務幾次？", "ippas-2014-missions", "62", "S1" },
        { "首份綜合支援計畫何年核定？", "inssp-first", "2006", "public" },
        { "1993–2008 年確認的竊盜與遺失事件有多少？", "itdb-1993-2008", "超過 1500", "S2" },
        { "減少民用高濃縮鈾通告的提案國是誰？", "IC912", "挪威", "public" },
        { "國家核偵測架構通告由哪國提案？", "IC905", "芬蘭", "public" },
        { "台灣第二批運回用過核燃料是哪一年？", "frr-snf-taiwan-2009", "2009", "S0" },
        { "台灣有幾部運轉中核能機組？", "taiwan-units-running", "6", "S0" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_is_answered_first_with_its_source(string question, string id, string answer, string source)
    {
        var first = Ask(question)[0];
        Assert.True(id == first.Id, string.Join(' ', Ask(question).Take(6).Select(row => row.Id)));
        Assert.Contains(answer, first.Answer.En + " " + first.Answer.Zh, StringComparison.Ordinal);
        Assert.Contains(first.Sources, citation => citation.Source == source);
    }

    [Fact]
    public void There_are_60_questions_30_of_them_in_Chinese()
    {
        List<string> asked = [.. Questions.Select(row => row.Data.Item1)];
        Assert.Equal(60, asked.Distinct().Count());
        Assert.Equal(30, asked.Count(question => question.Any(letter => letter is >= '\u4E00' and <= '\u9FFF')));
    }

    [Fact]
    public void Words_that_no_record_has_find_nothing() => Assert.Empty(Ask("zyxwv qqqq"));

    private IReadOnlyList<RegisterEntry> Ask(string question) =>
        Registry.Ask(_journal.Book, new RegisterQuery(question), _journal.Now).Value!.Rows;
}
