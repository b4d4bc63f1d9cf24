using Custodia.Books;
using Custodia.Materials.Measurement;
using Custodia.Materials.Structure;
using Custodia.Quantities;
using Custodia.Statistics.Balances;

namespace Custodia.Materials.Evaluation;

/// <summary>
/// The closed balances of an MBA against the errors of measurement. Sums of the ledger are exact; standard deviations are in grams.
/// </summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Material">The account.</param>
/// <param name="Isotope">Whether its isotope was evaluated, or its element.</param>
/// <param name="Periods">The closed balances, the oldest first.</param>
/// <param name="Verdict">What the tests say of them together.</param>
/// <param name="OpenSince">First day of the balance that is not closed yet, and so not evaluated.</param>
/// <param name="Singular">The first balance that has no error of its own, and why; <c>null</c>: each has.</param>
/// <param name="Methods">What each method adds to the variance of each balance, the greatest of the last balance first.</param>
/// <param name="Accepted">What counted in place of methods that no line named; <c>null</c>: nothing.</param>
/// <param name="Tests">The thresholds, each for the asked probability of a false alarm.</param>
/// <param name="Goal">Whether a loss of a significant quantity would be found, and what would have to be bettered.</param>
/// <param name="Detection">How probably losses would be found; <c>null</c> where no balance can be tested.</param>
/// <param name="Loss">The sequence as a supposed loss would make it; <c>null</c>: none was supposed.</param>
/// <param name="Convention">The convention of sign.</param>
/// <param name="Basis">What the figures rest on, to be worked out again.</param>
public sealed record BalanceEvaluation(
    string Mba, MaterialCode Material, bool Isotope, IReadOnlyList<EvaluatedBalance> Periods, EvaluationVerdict Verdict, DateOnly OpenSince,
    SingularPeriod? Singular, IReadOnlyList<MethodPart> Methods, AcceptedError? Accepted, TestLimits? Tests, GoalCheck? Goal,
    DetectionAnswer? Detection, SupposedLoss? Loss, Bilingual Convention, EvaluationBasis Basis);

/// <summary>One closed balance.</summary>
/// <param name="From">First day.</param>
/// <param name="To">PIT date.</param>
/// <param name="Entry">Entry that closed it.</param>
/// <param name="Begin">Physical inventory that opens it.</param>
/// <param name="Increases">X: what came, on the receiver's measurement where there is one; rebatching left out.</param>
/// <param name="Decreases">Y: what went.</param>
/// <param name="End">Physical inventory that closes it.</param>
/// <param name="Muf">MUF = begin + X − Y − end; positive is an apparent loss.</param>
/// <param name="Cumuf">Sum of MUF from the first balance on.</param>
/// <param name="ActiveInventory">X + Y + begin + end, without what one measurement puts on both sides.</param>
/// <param name="Sigma">Standard deviation of MUF, in grams.</param>
/// <param name="SigmaCumuf">Standard deviation of CUMUF, in grams.</param>
/// <param name="Z">MUF / sigma; <c>null</c> where sigma is zero.</param>
/// <param name="Sitmuf">MUF less what the earlier ones led to expect, in its own standard deviations; <c>null</c> from a singular balance on.</param>
/// <param name="ItmufSigma">Standard deviation of MUF given the earlier ones, in grams.</param>
/// <param name="PageUp">Page's sum for losses.</param>
/// <param name="PageDown">Page's sum for gains.</param>
/// <param name="Gemuf">GEMUF V1.</param>
/// <param name="Verdict">What the tests say of it.</param>
/// <param name="Lines">Ledger lines that count.</param>
/// <param name="Measurements">Measurements whose errors count.</param>
/// <param name="Calibrations">The calibrations used: method code and number, from 0.</param>
public sealed record EvaluatedBalance(
    DateOnly From, DateOnly To, long Entry, Mass Begin, Mass Increases, Mass Decreases, Mass End, Mass Muf, Mass Cumuf,
    Mass ActiveInventory, double Sigma, double SigmaCumuf, double? Z, double? Sitmuf, double? ItmufSigma, double? PageUp,
    double? PageDown, double? Gemuf, BalanceVerdict Verdict, int Lines, int Measurements, IReadOnlyList<string> Calibrations);

/// <summary>A balance without an error of its own: nothing that rests on the sequence is said of it and those after it.</summary>
/// <param name="To">Its PIT date.</param>
/// <param name="Reason">Why.</param>
public sealed record SingularPeriod(DateOnly To, SingularReason Reason);

/// <summary>What one method adds to the variance of each balance.</summary>
/// <param name="Code">Method code.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameZh">Its name in Chinese.</param>
/// <param name="Measures">What it measures; <c>null</c> of the accepted error.</param>
/// <param name="Random">Random part for each balance, in g².</param>
/// <param name="Systematic">Systematic part for each balance, in g².</param>
/// <param name="Share">Its part of the variance of the last balance, in percent.</param>
/// <param name="Verdict">Whether bettering it alone would meet the goal.</param>
/// <param name="Factor">By what both its standard deviations would have to be divided for that; <c>null</c> where it alone is not enough.</param>
public sealed record MethodPart(
    string Code, string NameEn, string NameZh, MeasuredQuantity? Measures, IReadOnlyList<double> Random, IReadOnlyList<double> Systematic,
    double Share, GoalVerdict Verdict, double? Factor);

/// <summary>Whether a better method alone would meet the goal.</summary>
public enum GoalVerdict
{
    /// <summary>The goal is met as it is.</summary>
    Met,

    /// <summary>Its standard deviations must fall by the factor.</summary>
    Improve,

    /// <summary>The other methods leave too much.</summary>
    NotAlone,
}

/// <summary>The accepted error of a kind of facility, for lines without a method.</summary>
/// <param name="Facility">The kind of facility.</param>
/// <param name="Fraction">Relative standard deviation of a balance, of its inventory or throughput, whichever is larger.</param>
/// <param name="Lines">How many ledger lines of closed balances have no method.</param>
/// <param name="Sigma">Standard deviation for each balance, in grams.</param>
public sealed record AcceptedError(FacilityKind Facility, decimal Fraction, int Lines, IReadOnlyList<double> Sigma);

/// <summary>Thresholds of the tests.</summary>
/// <param name="K">Reference value of Page's test.</param>
/// <param name="Alpha">Probability of any false alarm, of each test by itself.</param>
/// <param name="Horizon">Over how many balances.</param>
/// <param name="Page">h of Page's test, for losses alone.</param>
/// <param name="Single">Threshold of MUF / sigma of one balance, for losses alone.</param>
/// <param name="Sitmuf">Threshold of SITMUF over the horizon, for losses alone.</param>
/// <param name="Gemuf">Threshold of GEMUF V1 for each balance.</param>
public sealed record TestLimits(
    double K, double Alpha, int Horizon, double Page, double Single, double Sitmuf, IReadOnlyList<double> Gemuf);

/// <summary>The last balance against a loss that is to be found.</summary>
/// <param name="Kind">Type of the material whose significant quantity it is; <c>null</c> where the goal was asked for.</param>
/// <param name="Quantity">The goal, in grams of what is evaluated.</param>
/// <param name="Needed">Greatest sigma with which its loss in one balance is found with 95 %, at 5 % false alarms.</param>
/// <param name="Sigma">Sigma of the last balance.</param>
/// <param name="IsMet">Whether it is small enough.</param>
public sealed record GoalCheck(MaterialType? Kind, double Quantity, double Needed, double Sigma, bool IsMet);

/// <summary>How probably losses would be found by tests that each have the asked probability of a false alarm.</summary>
/// <param name="Abrupt">A loss within the last balance.</param>
/// <param name="Protracted">The same mass spread evenly over all balances.</param>
public sealed record DetectionAnswer(IReadOnlyList<DetectionPoint> Abrupt, IReadOnlyList<DetectionPoint> Protracted);

/// <summary>Probabilities of detection of one loss.</summary>
/// <param name="Loss">The mass lost in all, in grams.</param>
/// <param name="Page">By Page's test, in any balance of the horizon.</param>
/// <param name="Cumuf">By the sum of all MUF at the end.</param>
/// <param name="Best">By the best test that knew the pattern: no test does better.</param>
public sealed record DetectionPoint(double Loss, double Page, double Cumuf, double Best);

/// <summary>What a supposed loss would do.</summary>
/// <param name="Grams">The mass lost in all.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="ByPeriod">Loss in each balance, in grams.</param>
/// <param name="Muf">MUF with the loss, in grams.</param>
/// <param name="Cumuf">CUMUF with the loss, in grams.</param>
/// <param name="Sitmuf">SITMUF with the loss.</param>
/// <param name="PageUp">Page's sum for losses, with the loss.</param>
/// <param name="Gemuf">GEMUF V1 with the loss.</param>
/// <param name="Probability">Probability that Page's test finds it, were the same repeated with other errors.</param>
/// <param name="MeanDelay">Mean time to the PIT at which it is found, in days, where it is found.</param>
public sealed record SupposedLoss(
    double Grams, DateOnly From, DateOnly To, IReadOnlyList<double> ByPeriod, IReadOnlyList<double> Muf, IReadOnlyList<double> Cumuf,
    IReadOnlyList<double> Sitmuf, IReadOnlyList<double> PageUp, IReadOnlyList<double> Gemuf, double Probability, double? MeanDelay);

/// <summary>What an evaluation rests on.</summary>
/// <param name="Method">The method of evaluation and its version.</param>
/// <param name="Model">How often the random error of a flow was drawn.</param>
/// <param name="Values">Which values the variances were worked out with.</param>
/// <param name="Digest">SHA-256 of the readings, methods and options that were evaluated.</param>
public sealed record EvaluationBasis(string Method, RandomErrorModel Model, Bilingual Values, string Digest);
