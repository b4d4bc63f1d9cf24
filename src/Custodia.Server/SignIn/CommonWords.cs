namespace Custodia.Server.SignIn;

/// <summary>
/// Words that people put into passwords: our own list, of the kinds that studies of leaked passwords name (words for
/// secrets, affection, seasons, names, sports, animals, the trade itself). Longer words come by their parts.
/// </summary>
internal static class CommonWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. """
           password passwort passwd passphrase pass word secret secure security login logon signin access admin administrator root
           user guest test tester demo sample example default changeme change letmein welcome hello hallo bonjour hola
           master super superman superuser system server service computer internet network windows linux android google office
           database oracle mysql docker github azure cloud router wifi wireless backup temp temporary public private
           qwerty qwertz azerty asdf zxcv iloveyou ilove love lover forever friend friends family mother father mama papa baby
           babygirl honey sweet sunshine princess prince angel heaven devil dragon monster monkey tiger lion eagle falcon
           panther phoenix wolf bear dolphin turtle butterfly flower rose lily orchid jasmine summer winter spring autumn
           january february march april june july august september october november december monday tuesday wednesday thursday
           friday saturday sunday morning evening midnight football baseball basketball soccer hockey tennis golf yankees
           lakers arsenal chelsea liverpool madrid barcelona batman spiderman starwars startrek pokemon pikachu naruto matrix
           harry potter hobbit gandalf shadow hunter killer ninja samurai warrior knight ranger captain pirate cowboy rocket
           thunder lightning storm freedom liberty victory winner champion success happy smile lucky money dollar gold silver
           diamond crystal platinum ferrari porsche mercedes toyota honda yamaha mustang corvette harley chocolate cookie
           coffee cheese banana apple orange cherry pepper ginger sugar candy pizza charlie michael michelle jennifer jessica
           ashley daniel andrew joshua matthew robert thomas william jordan george david james john maria anna peter paul kevin
           taiwan taipei formosa china america london paris berlin tokyo vienna geneva woaini aini wangyi mima guanli nihao
           xiaoming zhongguo taiwanese
           nuclear atomic atom uranium plutonium thorium reactor fission fusion neutron proton isotope radiation radioactive
           safeguards safety inspector inspection operator regulator authority ministry government police customs border
           material balance journal ledger register account accountancy accounting officer control monitor station plant
           密碼 口令 管理員 登入 安全 保安 核子 核能 原子 鈾 鈽 你好 我愛你 歡迎 台灣 臺灣 臺北 台北 中華民國
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];
}
