using System.Text.Json;
using System.Text.Json.Serialization;
using Custodia.Statistics.Cases;

namespace Custodia.Statistics.Itemised;

/// <summary>What an itemised balance is made of, as a file gives it.</summary>
/// <param name="Unit">Unit of all masses.</param>
/// <param name="Element">The element.</param>
/// <param name="Isotope">The isotope that a second balance is asked of; null: none.</param>
/// <param name="Goal">Goal quantity (mass) of the isotope if one is named, else of the element; null: none.</param>
/// <param name="Sources">Sources of error.</param>
/// <param name="Strata">Strata.</param>
public sealed record ItemisedCase(string Unit, string Element, string? Isotope, double? Goal, IReadOnlyList<ErrorSource> Sources,
    IReadOnlyList<Stratum> Strata);

/// <summary>
/// Reads an itemised balance from JSON: <c>unit</c>, <c>element</c>, perhaps <c>isotope</c> and <c>goal</c>, <c>sources</c> (<c>id</c>, <c>kind</c>,
/// <c>random</c>, <c>systematic</c>, perhaps <c>randomAbsolute</c>, <c>systematicAbsolute</c>) and <c>strata</c>
/// (<c>id</c>, <c>part</c>, <c>uses</c>, perhaps
/// <c>calibrations</c> by source and <c>fraction</c>; then either <c>mass</c>, <c>weighings</c> and <c>samples</c>, or a
/// <c>list</c> of items with <c>mass</c>
/// and perhaps <c>measurement</c>, <c>sample</c>, <c>fraction</c>). Nothing else may stand in it.
/// </summary>
public static class ItemisedFile
{
    /// <summary>The largest file (bytes).</summary>
    public const int MostBytes = 128 << 20;

    private const int NameLength = 100;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The case, or what is wrong with the file and where.</summary>
    public static Outcome<ItemisedCase> Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MostBytes)
            return new Fault(FaultCodes.TooMany, "", $"≤ {MostBytes}", $"{json.Length}");
        CaseForm? form;
        try
        {
            form = JsonSerializer.Deserialize<CaseForm>(json, Options);
        }
        catch (JsonException exception)
        {
            return new Fault(FaultCodes.Malformed, (exception.Path ?? "$").TrimStart('$').TrimStart('.')).At(
                null, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
        }

        var faults = form is null ? [new Fault(FaultCodes.Malformed, "")] : Checks(form).Take(100).ToArray();
        return faults.Length > 0 ? Place(faults, json) : Case(form!);
    }

    /// <summary>The balance of the element, or of the isotope, with faults placed in the file.</summary>
    public static Outcome<ItemisedResult> Evaluate(ItemisedCase @case, bool ofIsotope, ReadOnlySpan<byte> json)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var outcome = ItemisedBalance.Evaluate(@case.Sources, @case.Strata, ofIsotope);
        return outcome.Value is null ? Place([.. outcome.Faults], json) : outcome;
    }

    private static Fault[] Place(Fault[] faults, ReadOnlySpan<byte> json)
    {
        for (var i = 0; i < faults.Length; i++)
        {
            var (line, column) = JsonPlace.Of(json, faults[i].Field);
            faults[i] = faults[i] with { Line = line, Column = column };
        }
        return faults;
    }

    private static ItemisedCase Case(CaseForm form) => new(form.Unit, form.Element, form.Isotope, form.Goal,
        [
            .. form.Sources.Select(source => new ErrorSource(source.Id, source.Kind, source.Random, source.Systematic)
            {
                RandomAbsolute = source.RandomAbsolute,
                SystematicAbsolute = source.SystematicAbsolute,
            }),
        ],
        [
            .. form.Strata.Select(stratum => new Stratum(stratum.Id, stratum.Part,
                [.. stratum.Uses.Select(use => new SourceUse(use, stratum.Calibrations?.GetValueOrDefault(use)))])
            {
                Fraction = stratum.Fraction,
                Items = stratum.List?.Select(item => new MeasuredItem(item.Mass, item.Measurement, item.Sample, item.Fraction)).ToArray(),
                Equal = stratum.List is null ? new EqualItems(stratum.Mass!.Value, stratum.Weighings!.Value,
                    stratum.Samples ?? stratum.Weighings.Value) : null,
            }),
        ]);

    private static IEnumerable<Fault> Checks(CaseForm form)
    {
        (string Field, string? Name)[] names = [("unit", form.Unit), ("element", form.Element), ("isotope", form.Isotope ?? "-")];
        foreach (var (field, name) in names.Concat(form.Sources.Index().Select(source => ($"sources[{source.Index}].id", source.Item?.Id)))
            .Concat(form.Strata.Index().Select(stratum => ($"strata[{stratum.Index}].id", stratum.Item?.Id))))
        {
            if (!IsName(name))
                yield return new Fault(FaultCodes.Malformed, field);
        }

        if (form.Goal is { } goal && !(goal > 0 && goal <= ItemisedChecks.MostMass))
            yield return new Fault(FaultCodes.OutOfRange, "goal", "> 0", FormattableString.Invariant($"{goal:R}"));
        foreach (var (k, stratum) in form.Strata.Index().Where(stratum => stratum.Item is not null))
        {
            foreach (var fault in Checks(stratum, $"strata[{k}]"))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> Checks(StratumForm stratum, string field)
    {
        for (var i = 0; i < stratum.Uses.Length; i++)
        {
            if (!IsName(stratum.Uses[i]))
                yield return new Fault(FaultCodes.Malformed, $"{field}.uses[{i}]");
        }

        foreach (var name in stratum.Calibrations?.Keys.Where(name => !stratum.Uses.Contains(name)) ?? [])
            yield return new Fault(FaultCodes.Unknown, field + ".calibrations", null, IsName(name) ? name : null);
        foreach (var name in stratum.Calibrations?.Values.Where(name => !IsName(name)) ?? [])
            yield return new Fault(FaultCodes.Malformed, field + ".calibrations");
        if (stratum.List is not null)
        {
            if (stratum.Mass is not null || stratum.Weighings is not null || stratum.Samples is not null)
                yield return new Fault(FaultCodes.Twice, field + ".list");
            for (var i = 0; i < stratum.List.Length; i++)
            {
                if (stratum.List[i] is not { } item || !IsName(item.Measurement ?? "-") || !IsName(item.Sample ?? "-"))
                    yield return new Fault(FaultCodes.Malformed, $"{field}.list[{i}]");
            }
            yield break;
        }

        if (stratum.Mass is null)
            yield return new Fault(FaultCodes.Missing, field + ".mass");
        if (stratum.Weighings is null)
            yield return new Fault(FaultCodes.Missing, field + ".weighings");
    }

    private static bool IsName(string? text) => text is { Length: > 0 and <= NameLength } && !text.Any(char.IsControl);

    private sealed record CaseForm(string Unit, string Element, SourceForm[] Sources, StratumForm[] Strata, string? Isotope = null,
        double? Goal = null);

    private sealed record SourceForm(string Id, SourceKind Kind, double Random, double Systematic, double RandomAbsolute = 0,
        double SystematicAbsolute = 0);

    private sealed record StratumForm(string Id, BalancePart Part, string[] Uses, Dictionary<string, string>? Calibrations = null,
        double? Fraction = null,
        double? Mass = null, int? Weighings = null, int? Samples = null, ItemForm[]? List = null);

    private sealed record ItemForm(double Mass, string? Measurement = null, string? Sample = null, double? Fraction = null);
}
