using Custodia.Books;

namespace Custodia.Server.Questions;

/// <summary>Why thresholds or detection probabilities of a sequence of balances are not worked out.</summary>
public static class DetectionRefusals
{
    /// <summary>No probability, or one that no threshold has.</summary>
    public static readonly RefusalCode Alpha = new("statistics.alpha-wrong",
        new("No threshold has this probability of false alarm.", "沒有門檻值對應此誤警機率。"),
        new("Give a probability within the bounds, such as 0.05.", "請填界限內之機率，如 0.05。"));

    /// <summary>Too few or too many periods.</summary>
    public static readonly RefusalCode Periods = new("statistics.periods-wrong",
        new("The number of balance periods is out of bounds.", "平衡期間數超出範圍。"), new("Give a whole number within them.", "請填範圍內之整數。"));

    /// <summary>No reference value.</summary>
    public static readonly RefusalCode Reference = new("statistics.reference-wrong",
        new("Page's reference value is out of bounds.", "Page 檢定之參考值超出範圍。"),
        new("Give half of the standardised loss to be found soonest, such as 0.5.", "請填欲最早發現之標準化損失之半，如 0.5。"));

    /// <summary>None or several patterns.</summary>
    public static readonly RefusalCode Pattern = new("statistics.loss-pattern-wrong",
        new("One pattern of the loss is needed.", "須給定一種損失型態。"),
        new("Give either abrupt, protracted or loss.", "請擇一填寫 abrupt、protracted 或 loss。"));

    /// <summary>A loss outside the balances.</summary>
    public static readonly RefusalCode Loss = new("statistics.loss-outside",
        new("The loss does not lie within the balances.", "損失不在平衡期間內。"), new("Keep within the periods of the case.", "請填案例期間內之值。"));

    /// <summary>A mass.</summary>
    public static readonly RefusalCode Mass = new("statistics.loss-mass-wrong",
        new("A mass lost is below zero, not finite, or none is left.", "損失質量為負、非有限數，或總和為零。"),
        new("Give finite masses, not below zero, with a positive sum.", "請填非負之有限質量，總和須為正。"));

    /// <summary>More lost than there.</summary>
    public static readonly RefusalCode NotThere = new("statistics.loss-not-there",
        new("More is lost from the location than is there.", "該位置之損失超過其存量或流量。"),
        new("Take a smaller mass, or another location.", "請減少損失質量，或改列其他位置。"));

    /// <summary>An element.</summary>
    public static readonly RefusalCode Element = new("statistics.element-unknown",
        new("The case does not have this element.", "案例沒有此元素。"), new("Name one of the case.", "請填案例所列元素。"));

    /// <summary>A location.</summary>
    public static readonly RefusalCode Location = new("statistics.location-unknown",
        new("No inventory or output of this name is in the case.", "案例沒有此存量或輸出位置。"),
        new("Name a location of kind inventory or output.", "請填 inventory 或 output 位置。"));

    /// <summary>A singular covariance.</summary>
    public static readonly RefusalCode Singular = new("statistics.covariance-singular",
        new("A balance has no random error of its own, so that no test of the sequence exists.", "某期平衡沒有自身之隨機誤差，無法檢定序列。"),
        new("Correct the errors of its methods, or the repeated measurement.", "請更正該期方法之誤差或重複之量測。"));

    /// <summary>A size of a simulation.</summary>
    public static readonly RefusalCode Replicates = new("statistics.replicates-wrong",
        new("The number of drawn histories is out of bounds, or too small for so small an alpha.", "模擬次數超出範圍，或不足以估計此誤警機率。"),
        new("Draw at least 100/alpha histories.", "請至少模擬 100/alpha 次。"));

    /// <summary>Threads.</summary>
    public static readonly RefusalCode Threads = new("statistics.threads-wrong",
        new("The number of threads is out of bounds.", "執行緒數超出範圍。"), new("Give 0 for one a processor.", "請填 0，即每處理器一個。"));

    /// <summary>A test that needs more periods.</summary>
    public static readonly RefusalCode TooShort = new("statistics.test-needs-periods",
        new("GEMUF V5B3 has no number in so few periods.", "期間數過少，GEMUF V5B3 無數值。"),
        new("Leave the test out, or take more periods.", "請移除該檢定，或增加期間。"));

    /// <summary>More than a server takes on.</summary>
    public static readonly RefusalCode TooMuch = new("statistics.too-much-work",
        new("This is more than the server works out at once.", "計算量超過伺服器單次上限。"),
        new("Ask for fewer histories, masses or periods, or run the command on a machine of your own.",
            "請減少模擬次數、質量點或期間，或於自有機器執行命令。"));
}
