using System.Text.Json;
using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Cases;

/// <summary>
/// The result of a case as JSON: <c>case, mbp, balances, page_k, elements.NAME</c> with the sums of each period, and under <c>total</c> and
/// <c>item</c> what rests on either model of random errors. Arrays run over periods; what a singular period leaves out is <c>null</c>.
/// </summary>
public static class CaseResult
{
    private const int Buffered = 1 << 16;

    /// <summary>Writes it, one element and one model at a time, so that no two covariance matrices are held at once.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="structure">The case, laid out.</param>
    /// <param name="reference">k of Page's test (1).</param>
    public static void Write(Stream output, BalanceStructure structure, double reference)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("case", structure.Case.Name);
        if (structure.Case.Dates.Length is { } length)
            json.WriteNumber("mbp", length);
        else
            WriteArray(json, "balance_dates", structure.Dates.AsSpan());
        json.WriteNumber("balances", structure.Count);
        json.WriteNumber("page_k", reference);
        json.WriteStartObject("elements");
        for (var element = 0; element < structure.Case.Elements.Count; element++)
        {
            json.WriteStartObject(structure.Case.Elements[element]);
            foreach (var model in new[] { RandomErrorModel.Total, RandomErrorModel.Item })
                Write(json, BalanceSequence.Evaluate(structure, element, model), reference, hasTotals: model == RandomErrorModel.Total);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BalanceSequence sequence, double reference, bool hasTotals)
    {
        if (hasTotals)
            Write(json, sequence.Totals);
        json.WriteStartObject(sequence.Model == RandomErrorModel.Total ? "total" : "item");
        var count = sequence.Count;
        var page = sequence.Page(reference);
        WriteArray(json, "seid", sequence.Sigma.AsSpan());
        WriteArray(json, "sigma_cumuf", sequence.SigmaCumuf.AsSpan());
        WriteArray(json, "sitmuf", sequence.Sitmuf.AsSpan(), count);
        WriteArray(json, "itmuf_sd", sequence.ItmufSd.AsSpan(), count);
        WriteArray(json, "page_upper", page.Upper.AsSpan(), count);
        WriteArray(json, "page_lower", page.Lower.AsSpan(), count);
        WriteArray(json, "gemuf_v1", sequence.GemufV1.AsSpan(), count);
        if (sequence.Singular is { } singular)
        {
            json.WriteStartObject("singular");
            json.WriteNumber("period", singular.Period + 1);
            json.WriteString("reason", singular.Reason == SingularReason.NoRandomError ? "no_random_error" : "repeated");
            json.WriteEndObject();
        }
        json.WriteStartArray("covariance");
        for (var i = 0; i < count; i++)
        {
            json.WriteStartArray();
            for (var j = 0; j < count; j++)
                json.WriteNumberValue(sequence.Covariance[i, j]);
            json.WriteEndArray();
            if (json.BytesPending > Buffered)
                json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BalanceTotals totals)
    {
        WriteArray(json, "muf", totals.Muf.AsSpan());
        WriteArray(json, "cumuf", totals.Cumuf.AsSpan());
        WriteArray(json, "input", totals.Input.AsSpan());
        WriteArray(json, "output", totals.Output.AsSpan());
        WriteArray(json, "begin", totals.Begin.AsSpan());
        WriteArray(json, "end", totals.End.AsSpan());
        WriteArray(json, "active_inventory", totals.ActiveInventory.AsSpan());
    }

    private static void WriteArray(Utf8JsonWriter json, string name, ReadOnlySpan<double> values, int count = 0)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        for (var i = values.Length; i < count; i++)
            json.WriteNullValue();
        json.WriteEndArray();
    }
}
