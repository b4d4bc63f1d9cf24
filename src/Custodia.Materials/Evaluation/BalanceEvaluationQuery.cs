using Custodia.Books;
using Custodia.Statistics.Balances;

namespace Custodia.Materials.Evaluation;

/// <summary>Asks how the closed balances of a bulk MBA stand against the errors of measurement.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Material">The account.</param>
/// <param name="Isotope">Whether the isotope of the account is evaluated in place of its element.</param>
/// <param name="K">Reference value of Page's test.</param>
/// <param name="Alpha">Probability of any false alarm of a test over all balances.</param>
/// <param name="Model">How often the random error of a flow was drawn.</param>
/// <param name="UseAccepted">Whether lines without a method count with the accepted error of the kind of facility.</param>
/// <param name="Goal">Grams whose loss in one balance is to be found; left out: a significant quantity.</param>
/// <param name="Loss">A loss to be supposed; left out: none. Nothing of it is recorded.</param>
/// <param name="LossFrom">Day on which the supposed loss begins.</param>
/// <param name="LossTo">Last day of the supposed loss; left out: all of it on the first.</param>
public sealed record BalanceEvaluationQuery(
    [Meaning("MBA code", "物料平衡區代碼")] string Mba,
    [Meaning("Material, such as E/G", "物料，如 E/G")] MaterialCode Material,
    [Meaning("Evaluate the isotope, not the element", "評估同位素而非元素")] bool Isotope = false,
    [Meaning("Reference value k of Page's test, 0 to 5", "Page 檢定之參考值 k，0 至 5")] decimal K = 0.5m,
    [Meaning("Probability of any false alarm of a test over all balances", "各檢定於全部平衡期間之誤警機率")] decimal Alpha = 0.05m,
    [Meaning("Random error of each item, or of the total", "隨機誤差：逐件或總量")] RandomErrorModel Model = RandomErrorModel.Item,
    [Meaning("Use the accepted error of the facility type where lines have no method", "無量測方法之分錄採用該類設施之公認誤差")] bool UseAccepted = false,
    [Meaning("Grams whose loss is to be found; left out: a significant quantity", "欲偵測之損失公克數；未填則為一顯著量")] decimal? Goal = null,
    [Meaning("Grams of a supposed loss; nothing is recorded", "假設損失之公克數；不予登載")] decimal? Loss = null,
    [Meaning("First day of the supposed loss", "假設損失之首日")] DateOnly? LossFrom = null,
    [Meaning("Last day of the supposed loss", "假設損失之末日")] DateOnly? LossTo = null);
