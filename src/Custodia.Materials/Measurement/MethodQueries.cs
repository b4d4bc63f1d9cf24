using Custodia.Books;
using Custodia.Materials.Queries;

namespace Custodia.Materials.Measurement;

/// <summary>Asks for the measurement methods of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
public sealed record MethodsQuery([Meaning("MBA code", "物料平衡區代碼")] string Mba);

/// <summary>The measurement methods of an MBA.</summary>
/// <param name="Mba">MBA code.</param>
/// <param name="Methods">The methods, by code.</param>
public sealed record MethodList(string Mba, IReadOnlyList<MethodRow> Methods);

/// <summary>A measurement method as a view knows it.</summary>
/// <param name="Method">As it was registered.</param>
/// <param name="Entry">The entry that registered it.</param>
/// <param name="Errors">Its errors on the last day seen.</param>
/// <param name="Calibrations">Its calibrations, the oldest first.</param>
/// <param name="LastDay">Its last day; <c>null</c>: it was not withdrawn.</param>
/// <param name="WithdrawnWhy">Why it was withdrawn, or <c>null</c>.</param>
public sealed record MethodRow(MeasurementMethod Method, long Entry, MethodErrors Errors,
    IReadOnlyList<CalibrationRow> Calibrations, DateOnly? LastDay, string? WithdrawnWhy);

/// <summary>A calibration of a method.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Errors">The errors in it.</param>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Reason">Why; of the first one, the source of its figures.</param>
public sealed record CalibrationRow(DateOnly From, MethodErrors Errors, long Entry, string Reason);

/// <summary>Lists measurement methods.</summary>
public static class MethodQueries
{
    /// <summary>Answers <see cref="MethodsQuery"/>.</summary>
    public static Answer<MethodList> Ask(MaterialsBook book, MethodsQuery query, View view) =>
        Sight.Mba(book, query.Mba, view) is not { } ledger
            ? Sight.NoMba(query.Mba)
            : new MethodList(query.Mba,
            [
                .. ledger.Methods.Where(method => view.Sees(method.Stamp.Sequence, method.Method.From))
                    .OrderBy(method => method.Method.Code, StringComparer.Ordinal).Select(method => Row(method, view)),
            ]);

    private static MethodRow Row(RegisteredMethod method, View view)
    {
        var calibrations = method.Calibrations(view);
        var entries = method.Recalibrations.Where(known => view.Sees(known.Stamp.Sequence, known.Fact.Date))
            .Select(known => (known.Stamp.Sequence, known.Fact.Reason))
            .Prepend((method.Stamp.Sequence, method.Method.Source));
        return new MethodRow(method.Method, method.Stamp.Sequence, calibrations[^1].Errors,
            [.. calibrations.Zip(entries, (one, entry) => new CalibrationRow(one.From, one.Errors, entry.Sequence, entry.Item2))],
            method.LastDay(view), method.LastDay(view) is null ? null : method.Withdrawal!.Value.Fact.Reason);
    }
}
