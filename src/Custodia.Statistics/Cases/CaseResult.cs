using System.Globalization;
using System.Text.Json;
using Custodia.Statistics.Balances;
using Custodia.Statistics.Sequential;

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
    /// <param name="closed">Its alarms that were closed.</param>
    /// <param name="hasDetails">
    /// Whether it says more: <c>balance_dates</c>, <c>closed_alarms</c> and <c>locations</c> with the number of readings and the time from each date
    /// to the inventory that stands for it; under each model <c>itmuf</c>, <c>gemuf_v5b3</c> and <c>contributions</c>, the parts of V_ii.
    /// </param>
    public static void Write(
        Stream output, BalanceStructure structure, double reference, IReadOnlyList<PageReset>? closed = null, bool hasDetails = false)
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
        if (hasDetails)
            WriteDetails(json, structure, closed ?? []);
        json.WriteStartObject("elements");
        for (var element = 0; element < structure.Case.Elements.Count; element++)
        {
            json.WriteStartObject(structure.Case.Elements[element]);
            foreach (var model in new[] { RandomErrorModel.Total, RandomErrorModel.Item })
            {
                var sequence = BalanceSequence.Evaluate(structure, element, model);
                Write(json, sequence, sequence.Page(reference, closed ?? []), hasTotals: model == RandomErrorModel.Total, hasDetails);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BalanceSequence sequence, PageTest page, bool hasTotals, bool hasDetails)
    {
        if (hasTotals)
            Write(json, sequence.Totals);
        json.WriteStartObject(sequence.Model == RandomErrorModel.Total ? "total" : "item");
        var count = sequence.Count;
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
        if (hasDetails)
            WriteDetails(json, sequence);
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

    private static void WriteDetails(Utf8JsonWriter json, BalanceStructure structure, IReadOnlyList<PageReset> closed)
    {
        if (structure.Case.Dates.Length is not null)
            WriteArray(json, "balance_dates", structure.Dates.AsSpan());
        json.WriteStartArray("closed_alarms");
        foreach (var reset in closed)
        {
            json.WriteStartObject();
            json.WriteNumber("period", reset.Period + 1);
            json.WriteString("by", reset.By);
            json.WriteString("on", reset.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("reason", reset.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("locations");
        foreach (var at in structure.Locations)
        {
            json.WriteStartObject(at.Readings.Location.Id);
            WriteArray(json, "readings", [.. at.Items.Select(count => (double)count)]);
            if (at.Inventory.Length > 0)
                WriteArray(json, "offsets", [.. at.Inventory.Select(taken => taken.Offset)]);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, BalanceSequence sequence)
    {
        WriteArray(json, "itmuf", sequence.Itmuf.AsSpan(), sequence.Count);
        WriteArray(json, "gemuf_v5b3", SmoothedGemuf.Statistics(MufSequence.Of(sequence.Factor, sequence.Muf.AsSpan()[..sequence.Factor.Count])),
            sequence.Count);
        json.WriteStartArray("contributions");
        foreach (var part in sequence.Parts)
        {
            json.WriteStartObject();
            json.WriteString("location", sequence.Structure.Case.Locations[part.Location].Location.Id);
            json.WriteString("method", sequence.Structure.Case.Methods[part.Method].Id);
            json.WriteString("error", part.IsSystematic ? "systematic" : "random");
            WriteArray(json, "variance", part.Variance.AsSpan());
            json.WriteEndObject();
        }
        json.WriteEndArray();
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
        {
            if (double.IsNaN(value))
                json.WriteNullValue();
            else
                json.WriteNumberValue(value);
        }
        for (var i = values.Length; i < count; i++)
            json.WriteNullValue();
        json.WriteEndArray();
    }
}
