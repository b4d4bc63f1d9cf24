using Custodia.Books;
using Custodia.Materials;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Measurement;
using Custodia.Server.Components.Forms;
using Custodia.Server.Language;
using Custodia.Statistics.Balances;
using Column = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Measurement.MethodRow>;
using PeriodColumn = Custodia.Server.Components.Tables.TableColumn<Custodia.Materials.Evaluation.EvaluatedBalance>;

namespace Custodia.Server.Components.Tables;

/// <summary>The measurement methods of an MBA.</summary>
internal static class MethodTable
{
    public static Table<MethodRow> Table { get; } = new("methods", text => text["Area.Methods"], "measurement-methods")
    {
        Scope = ["mba"],
        Columns =
        [
            Column.Of("code", text => text["Evaluation.Method"], row => TableValue.Of(row.Method.Code)),
            Column.Of("name", text => text["Column.Name"], row => TableValue.Of(Wording.Name(row.Method.NameEn, row.Method.NameZh))),
            new("measures", text => text["Method.Measures"], (row, text) => TableValue.Of(EvaluationWording.Of(text, row.Method.Measures))),
            Column.Of("kmps", text => text["Method.Kmps"], row => TableValue.Of(string.Join(' ', row.Method.Kmps ?? []))),
            Column.Of("forms", text => text["Method.Forms"], row => TableValue.Of(string.Join(' ', row.Method.Descriptions ?? []))),
            Column.Of("random", text => text["Evaluation.Random"],
                row => TableValue.Of(EvaluationWording.Of(row.Errors.RandomPercent, row.Errors.RandomGrams))).Unordered(),
            Column.Of("systematic", text => text["Evaluation.Systematic"],
                row => TableValue.Of(EvaluationWording.Of(row.Errors.SystematicPercent, row.Errors.SystematicGrams))).Unordered(),
            new("per-item", text => text["Method.PerItem"], (row, text) => TableValue.Of(text[row.Method.PerItem ? "Form.Yes" : "Form.No"])),
            Column.Of("calibrated", text => text["Method.Calibrated"], row => TableValue.Of(row.Calibrations[^1].From)),
            Column.Number("calibrations", text => text["Method.Calibrations"], row => row.Calibrations.Count).Hidden(),
            Column.Of("last", text => text["Method.LastDay"], row => TableValue.Of(row.LastDay)),
            Column.Of("source", text => text["Method.Source"], row => TableValue.Of(row.Calibrations[^1].Reason)).Unordered(),
            Column.Entry("entry", text => text["Column.Entry"], row => row.Calibrations[^1].Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var answer = desk.Ask<MethodsQuery, MethodList>(new MethodsQuery(question["mba"] ?? ""), question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Methods, question, text)
                : Answer<TablePage<MethodRow>>.Refuse(answer.Refusals);
        },
    };
}

/// <summary>The evaluated balances of an MBA.</summary>
internal static class EvaluatedTable
{
    public static Table<EvaluatedBalance> Table { get; } = new("evaluated", text => text["Evaluation.Balances"], "balance-evaluation")
    {
        Scope = ["mba", .. EvaluationAddress.Settings],
        Columns =
        [
            PeriodColumn.Of("from", text => text["Column.From"], row => TableValue.Of(row.From)).Hidden(),
            PeriodColumn.Of("to", text => text["Pit.Date"], row => TableValue.Of(row.To)),
            Grams("begin", "PB", row => row.Begin.Grams),
            Grams("x", "X", row => row.Increases.Grams),
            Grams("y", "Y", row => row.Decreases.Grams),
            Grams("end", "PE", row => row.End.Grams),
            Grams("muf", "MUF", row => row.Muf.Grams),
            Grams("sigma", "σ MUF", row => Rounded(row.Sigma)),
            Plain("z", "MUF/σ", row => row.Z),
            Grams("active", "AI", row => row.ActiveInventory.Grams).Hidden(),
            PeriodColumn.Number("relative", text => text["Evaluation.OfActive"],
                row => row.ActiveInventory.IsZero ? null : Rounded(100 * row.Sigma / (double)row.ActiveInventory.Grams), text => text["Unit.Percent"])
                with
            { Format = "0.####" },
            Grams("cumuf", "CUMUF", row => row.Cumuf.Grams),
            Grams("sigma-cumuf", "σ CUMUF", row => Rounded(row.SigmaCumuf)),
            Plain("sitmuf", "SITMUF", row => row.Sitmuf),
            Grams("itmuf-sigma", "σ ITMUF", row => row.ItmufSigma is { } sigma ? Rounded(sigma) : null).Hidden(),
            Plain("page-up", "Page +", row => row.PageUp),
            Plain("page-down", "Page −", row => row.PageDown),
            Plain("gemuf", "GEMUF V1", row => row.Gemuf),
            PeriodColumn.Number("lines", text => text["Area.Lines"], row => row.Lines).Hidden(),
            PeriodColumn.Number("measurements", text => text["Evaluation.Measurements"], row => row.Measurements).Hidden(),
            PeriodColumn.Of("calibrations", text => text["Method.Calibrations"],
                row => TableValue.Of(string.Join(' ', row.Calibrations))).Unordered().Hidden(),
            PeriodColumn.Entry("closed", text => text["Pit.Closed"], row => row.Entry),
        ],
        Ask = (desk, question, text) =>
        {
            var reading = new FormReading();
            var asked = EvaluationAddress.Read(question["mba"] ?? "", name => question[name], reading);
            if (reading.Refusals.Count > 0)
                return Answer<TablePage<EvaluatedBalance>>.Refuse(reading.Refusals);
            var answer = desk.Ask<BalanceEvaluationQuery, BalanceEvaluation>(asked, question.View);
            return answer.IsGiven
                ? Table!.Cut(answer.Value.Periods, question, text)
                : Answer<TablePage<EvaluatedBalance>>.Refuse(answer.Refusals);
        },
    };

    private static PeriodColumn Grams(string name, string header, Func<EvaluatedBalance, decimal?> value) =>
        PeriodColumn.Number(name, _ => header, value, _ => "g") with { Format = "#,##0.###;−#,##0.###" };

    private static PeriodColumn Plain(string name, string header, Func<EvaluatedBalance, double?> value) =>
        PeriodColumn.Number(name, _ => header, row => value(row) is { } known ? Rounded(known) : null) with { Format = "0.###;−0.###" };

    private static decimal Rounded(double value) => decimal.Round((decimal)Math.Clamp(value, -1e20, 1e20), 6);
}

/// <summary>What is asked of an evaluation, as the address of its page has it.</summary>
internal static class EvaluationAddress
{
    /// <summary>Names in the address of what concerns the whole sequence: the list of balances is asked with them.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["material", "isotope", "k", "alpha", "model", "accepted"];

    /// <summary>Reads a question; what cannot be read is refused at its field.</summary>
    public static BalanceEvaluationQuery Read(string mba, Func<string, string?> field, FormReading reading)
    {
        var usual = new BalanceEvaluationQuery(mba, default);
        return usual with
        {
            Material = MaterialCode.TryParse(Given("material"), out var material) ? material : Refuse("material", "E/G", material),
            Isotope = IsSet("isotope"),
            K = Number("k") ?? usual.K,
            Alpha = Number("alpha") ?? usual.Alpha,
            Model = Given("model") is not { } model ? usual.Model
                : Enum.TryParse<RandomErrorModel>(model, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
                : Refuse("model", "item, total", usual.Model),
            UseAccepted = IsSet("accepted"),
            Goal = Number("goal"),
            Loss = Number("loss"),
            LossFrom = reading.Day("lossFrom", field("lossFrom")),
            LossTo = reading.Day("lossTo", field("lossTo")),
        };

        string? Given(string name) => FormReading.Given(field(name));

        decimal? Number(string name) => Given(name) is { } typed ? reading.Decimal(name, typed) : null;

        bool IsSet(string name) => Given(name) is { } typed && (typed == "true" || Refuse(name, "true", false));

        T Refuse<T>(string name, string expected, T instead)
        {
            reading.Refuse(name, expected, field(name));
            return instead;
        }
    }
}
