using System.Collections.Frozen;
using Custodia.Books;

namespace Custodia.Commitments;

/// <summary>
/// Names folded for search as <see cref="SearchText"/> does, and with traditional characters brought to the simplified ones, so
/// that a text in either script finds the other. That way round is one to one for the words of the field; the other is not.
/// </summary>
internal static class HanFold
{
    /// <summary>A traditional character and its simplified one, by turns: those that the register uses.</summary>
    internal const string Pairs =
        "並并亞亚佈布併并來来侖仑係系個个倫伦偵侦傘伞備备傳传傷伤僅仅價价儕侪優优兒儿內内兩两冊册凍冻別别則则劃划劑剂動动務务勞劳勢势勵励區区協协參参叢丛員员問问啟启喬乔單单嚇吓嚴严國国圍围圖图團团執执報报場场" +
        "壇坛壓压壞坏壽寿夠够奧奥學学實实審审寫写將将專专尋寻對对導导屆届層层屬属島岛師师帳帐庫库廠厂廢废廣广張张強强彈弹後后徑径從从徵征徹彻惡恶態态慮虑應应戰战採采換换擁拥擇择擊击擔担據据擬拟擴扩攔拦攜携敘叙" +
        "數数斷断於于時时暫暂曆历書书會会東东條条棄弃業业極极構构標标機机橫横檢检權权歐欧歡欢歷历毀毁氣气決决沒没況况減减測测湯汤準准溝沟滅灭滯滞滿满潛潜濃浓濟济灣湾災灾為为烏乌無无營营爾尔狀状獨独獲获獻献現现" +
        "環环產产畫划當当療疗發发盜盗盡尽監监盤盘眾众確确碼码礎础礙碍礦矿禦御禮礼種种稱称竊窃競竞範范簡简簽签籃篮籤签紀纪約约納纳紐纽級级終终組组結结絕绝絡络統统經经綜综維维網网緊紧線线緝缉締缔編编緩缓練练縮缩" +
        "縱纵總总績绩織织繩绳繪绘續续罰罚羅罗義义習习聯联聲声職职脅胁脫脱腦脑膠胶臺台與与興兴舉举舊旧艦舰華华蓋盖薩萨蘇苏蘭兰處处號号術术衛卫補补裝装製制複复見见規规視视觀观觸触訂订計计訊讯討讨訓训記记訪访設设" +
        "許许訴诉註注詐诈評评詞词詢询試试話话該该誌志認认語语誠诚誤误說说課课調调談谈請请論论諮谘諾诺謹谨證证識识譯译議议譴谴護护變变讓让貝贝負负財财貢贡販贩責责貳贰費费資资賓宾質质賴赖購购賽赛蹤踪車车軍军軟软" +
        "軸轴較较載载輕轻輛辆輪轮輸输輻辐轄辖轉转轟轰辦办農农進进運运過过達达遙遥遞递適适遲迟選选遺遗還还邊边醫医釋释鈽钚鈾铀鉬钼銷销錄录鍵键鏈链鏡镜鑑鉴長长門门閉闭開开閒闲間间閱阅關关附补陣阵陳陈陸陆階阶際际" +
        "隨随險险雖虽雙双離离難难電电韓韩響响頁页項项順顺須须預预頓顿領领頭头題题額额願愿類类顧顾顯显風风飛飞餘余馬马駐驻驗验驟骤骯肮髒脏體体魯鲁鮮鲜麥麦點点";

    private static readonly FrozenDictionary<char, char> Simplified =
        Enumerable.Range(0, Pairs.Length / 2).ToFrozenDictionary(i => Pairs[2 * i], i => Pairs[(2 * i) + 1]);

    /// <summary>The form in which names and a sought text are compared.</summary>
    internal static string Fold(string text) =>
        string.Concat(SearchText.Fold(text).Select(letter => Simplified.GetValueOrDefault(letter, letter)));
}
