using System.Globalization;
using Custodia.Materials;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Measurement;
using Custodia.Quantities;
using Custodia.Statistics.Balances;
using Microsoft.Extensions.Localization;

namespace Custodia.Server.Language;

/// <summary>How measurement methods and evaluated balances are worded.</summary>
public static class EvaluationWording
{
    /// <summary>What a method measures.</summary>
    public static string Of(IStringLocalizer<Text> text, MeasuredQuantity measures) => measures switch
    {
        MeasuredQuantity.Bulk => text["Method.Bulk"],
        MeasuredQuantity.Sampling => text["Method.Sampling"],
        MeasuredQuantity.Element => text["Method.Element"],
        MeasuredQuantity.Isotope => text["Method.Isotope"],
        MeasuredQuantity.Nda => text["Method.Nda"],
        _ => throw new ArgumentOutOfRangeException(nameof(measures)),
    };

    /// <summary>A test that gives an alarm.</summary>
    public static string Of(IStringLocalizer<Text> text, AlarmTest test) => test switch
    {
        AlarmTest.Muf => "MUF",
        AlarmTest.Cumuf => "CUMUF",
        AlarmTest.Sitmuf => "SITMUF",
        AlarmTest.Page => text["Evaluation.PageTest"],
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    /// <summary>How the MUF of a balance stands by itself.</summary>
    public static string Alone(IStringLocalizer<Text> text, Standing alone) => alone switch
    {
        Standing.Quiet => text["Evaluation.VerdictQuiet"],
        Standing.Warning => text["Evaluation.VerdictWarning"],
        Standing.Alarm => text["Evaluation.VerdictAlarm"],
        _ => throw new ArgumentOutOfRangeException(nameof(alone)),
    };

    /// <summary>That a test gives an alarm that is open, and in which balance first.</summary>
    public static string First(IStringLocalizer<Text> text, AlarmTest test, DateOnly to) => test switch
    {
        AlarmTest.Muf => text["Evaluation.FirstMuf", Wording.Day(to)],
        AlarmTest.Cumuf => text["Evaluation.FirstCumuf", Wording.Day(to)],
        AlarmTest.Sitmuf => text["Evaluation.FirstSitmuf", Wording.Day(to)],
        AlarmTest.Page => text["Evaluation.FirstPage", Wording.Day(to)],
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    /// <summary>A method with its name; the accepted error in its own words.</summary>
    public static string Method(IStringLocalizer<Text> text, MethodPart method) => method.Measures is null
        ? text["Evaluation.Accepted"]
        : $"{method.Code} {Wording.Name(method.NameEn, method.NameZh)}";

    /// <summary>Whether a better method alone would meet the goal.</summary>
    public static string Of(IStringLocalizer<Text> text, MethodPart method) => method.Verdict switch
    {
        GoalVerdict.Met => text["Evaluation.GoalMet"],
        GoalVerdict.Improve => text["Evaluation.Divide", Plain(method.Factor!.Value)],
        GoalVerdict.NotAlone => text["Evaluation.NotAlone"],
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>Why a balance has no error of its own.</summary>
    public static string Of(IStringLocalizer<Text> text, SingularReason reason) => reason switch
    {
        SingularReason.NoRandomError => text["Evaluation.NoRandomError"],
        SingularReason.Repeated => text["Evaluation.Repeated"],
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>The errors of a method: relative in percent, additive in grams.</summary>
    public static string Of(decimal percent, decimal grams) => (percent, grams) switch
    {
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.######} %"),
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"{grams:#,##0.######} g"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{percent:0.######} % + {grams:#,##0.######} g"),
    };

    /// <summary>The unit in which an account is reported, or its isotope.</summary>
    public static MassUnit Unit(MaterialCode material, bool isotope) => isotope ? MassUnit.Gram : material.Unit;

    /// <summary>The figure of a mass in a unit.</summary>
    public static double In(MassUnit unit, double grams) => unit == MassUnit.Kilogram ? grams / 1000 : grams;

    /// <summary>A figure for people: four digits or more, none that nobody reads.</summary>
    public static string Plain(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("#,##0;−#,##0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0.#;−0.#", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.##;−0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####;−0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>A figure for programs.</summary>
    public static string? Raw(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
