using Custodia.Books;
using Custodia.Materials.Rules;

namespace Custodia.Materials.Measurement;

/// <summary>A calibration of a method, as a view knows it.</summary>
/// <param name="Number">Which, from 0: what it was registered with.</param>
/// <param name="From">Its first day.</param>
/// <param name="Errors">The errors in it.</param>
public sealed record Calibration(int Number, DateOnly From, MethodErrors Errors);

/// <summary>All that the book keeps of a measurement method.</summary>
/// <param name="Stamp">The entry that registered it.</param>
/// <param name="Method">The method as it was registered.</param>
public sealed record RegisteredMethod(Stamp Stamp, MeasurementMethod Method)
{
    /// <summary>Its later calibrations, by entry and so by date.</summary>
    public List<(Stamp Stamp, MethodRecalibrated Fact)> Recalibrations { get; } = [];

    /// <summary>The entry that withdrew it, and what it says.</summary>
    public (Stamp Stamp, MethodWithdrawn Fact)? Withdrawal { get; internal set; }

    /// <summary>Its last day, where the view knows of one.</summary>
    public DateOnly? LastDay(View view) =>
        Withdrawal is { } known && view.Knows(known.Stamp.Sequence) ? known.Fact.LastDay : null;

    /// <summary>Whether a view knows it in force on a day.</summary>
    public bool IsInForce(DateOnly day, View view) =>
        view.Knows(Stamp.Sequence) && day >= Method.From && (LastDay(view) is not { } last || day <= last);

    /// <summary>Its calibrations that a view sees, by date.</summary>
    public IReadOnlyList<Calibration> Calibrations(View view)
    {
        var all = new List<Calibration>
        {
            new(0, Method.From, new(Method.RandomPercent, Method.SystematicPercent, Method.RandomGrams, Method.SystematicGrams)),
        };
        foreach (var (stamp, fact) in Recalibrations)
        {
            if (view.Sees(stamp.Sequence, fact.Date))
                all.Add(new Calibration(all.Count, fact.Date, fact.Errors ?? all[^1].Errors));
        }

        return all;
    }

    /// <summary>Whether a line of that KMP and description that names no methods was measured by it.</summary>
    public bool Serves(string? kmp, string description) =>
        kmp is not null && Method.Kmps is { Count: > 0 } kmps && kmps.Contains(kmp)
        && (Method.Descriptions is not { Count: > 0 } patterns || patterns.Any(pattern => LineRules.Matches(pattern, description)));
}
