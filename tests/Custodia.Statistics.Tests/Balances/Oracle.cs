using Custodia.Statistics.Balances;

namespace Custodia.Statistics.Tests.Balances;

/// <summary>
/// The same quantities from first principles, slowly: a dense matrix of explicit weights A, the dense covariance of the errors of all
/// readings, V = A Cov A', conditional expectations by elimination. It shares no code with what it checks.
/// </summary>
internal sealed class Oracle
{
    private sealed record Reading(int Location, int Index, double Time, double Mass, object Measurement);

    private readonly BalanceCase _case;
    private readonly EvaluationOptions _options;
    private readonly List<Reading> _readings = [];
    private readonly double[,] _weights;
    private readonly double[,] _errors;

    public Oracle(BalanceCase balanceCase, EvaluationOptions options, double[] dates)
    {
        (_case, _options, Dates) = (balanceCase, options, dates);
        for (var l = 0; l < balanceCase.Locations.Count; l++)
            for (var j = 0; j < balanceCase.Locations[l].Count; j++)
                _readings.Add(new(l, j, balanceCase.Locations[l].Times.Span[j], balanceCase.Locations[l].Masses[0].Span[j],
                    balanceCase.Locations[l].MeasurementOf(j) ?? new object()));
        _weights = new double[Count, _readings.Count];
        _errors = new double[Count, _readings.Count];
        for (var i = 0; i < Count; i++)
            for (var g = 0; g < _readings.Count; g++)
            {
                var (opening, later) = Weights(_readings[g], i);
                _weights[i, g] = opening + later;
                _errors[i, g] = IsExact(_readings[g]) ? 0 : (i == 0 && options.IsOpeningExact ? 0 : opening) + later;
            }
        Muf = [.. Enumerable.Range(0, Count).Select(i => _readings.Select((reading, g) => _weights[i, g] * reading.Mass).Sum())];
        Covariance = OfErrors();
    }

    public double[] Dates { get; }

    public int Count => Dates.Length - 1;

    public double[] Muf { get; }

    public double[,] Covariance { get; }

    /// <summary>The sum over the locations of a kind; weights of one sign for an inventory.</summary>
    public double Flow(LocationKind kind, int i) =>
        _readings.Select((reading, g) => KindOf(reading) == kind ? Math.Abs(_weights[i, g]) * reading.Mass : 0).Sum();

    public double Inventory(int date) =>
        _readings.Where(reading => KindOf(reading) == LocationKind.Inventory).Sum(reading => At(reading, Dates[date]) * reading.Mass);

    public double ActiveInventory(int i)
    {
        var active = Flow(LocationKind.Input, i) + Flow(LocationKind.Output, i) + Inventory(i) + Inventory(i + 1);
        foreach (var group in _readings.Index().GroupBy(reading => reading.Item.Measurement))
        {
            var parts = group.SelectMany(reading => Parts(reading.Item, i)).Where(part => part != 0).ToList();
            if (parts.Count > 1 && parts.Sum() == 0)
                active -= parts.Sum(Math.Abs) * group.First().Item.Mass;
        }
        return active;
    }

    /// <summary>SITMUF as the successive residual MUF_i − v' V⁻¹ MUF over its standard deviation.</summary>
    public double Sitmuf(int i)
    {
        var known = Enumerable.Range(0, i).ToArray();
        var factors = Solve(known, [.. known.Select(j => Covariance[i, j])]);
        var residual = Muf[i] - known.Sum(j => factors[j] * Muf[j]);
        return residual / Math.Sqrt(Covariance[i, i] - known.Sum(j => factors[j] * Covariance[i, j]));
    }

    private LocationKind KindOf(Reading reading) => LocationOf(reading).Kind;

    private Location LocationOf(Reading reading) => _case.Locations[reading.Location].Location;

    private (double Opening, double Later) Weights(Reading reading, int i) => LocationOf(reading) switch
    {
        { Kind: LocationKind.Inventory } => (At(reading, Dates[i]), -At(reading, Dates[i + 1])),
        { Kind: var kind, Type: FlowType.Discrete } => (0, IsIn(reading.Time, i) ? Sign(kind) * Share(reading) : 0),
        { Kind: var kind } => (0, Sign(kind) * Integral(reading, Dates[i], Dates[i + 1])),
    };

    private IEnumerable<double> Parts(Reading reading, int i)
    {
        var (opening, later) = Weights(reading, i);
        return [opening, later];
    }

    // Whether it, or another reading of its measurement, stands whole for an opening inventory that is exact.
    private bool IsExact(Reading reading) => _options.IsOpeningExact && _readings.Any(other =>
        Equals(other.Measurement, reading.Measurement) && KindOf(other) == LocationKind.Inventory && At(other, Dates[0]) == 1);

    private double Share(Reading reading) =>
        _case.Locations[reading.Location].Shares is { Count: > 0 } shares ? shares[reading.Index] : 1;

    private static double Sign(LocationKind kind) => kind == LocationKind.Input ? 1 : -1;

    private bool IsIn(double time, int i) =>
        (Dates[i] < time && time <= Dates[i + 1]) || (i == 0 && time == Dates[0] && _options.CountsItemsAtStart);

    // How much of the reading stands for the inventory at a time.
    private double At(Reading reading, double time)
    {
        var stamps = _readings.Where(other => other.Location == reading.Location).Select(other => other.Time).Distinct().ToList();
        var nearest = stamps.OrderBy(stamp => Math.Abs(stamp - time)).ThenBy(stamp => stamp).First();
        if (!_options.InterpolatesInventories || time <= stamps[0] || time >= stamps[^1])
            return nearest == reading.Time ? 1 : 0;
        var (before, after) = (stamps.Last(stamp => stamp <= time), stamps.First(stamp => stamp >= time));
        if (before == after)
            return reading.Time == before ? 1 : 0;
        return reading.Time == before ? (after - time) / (after - before) : reading.Time == after ? (time - before) / (after - before) : 0;
    }

    // The integral of the hat of a stamp, which is linear between any two stamps, so that the middle of a piece is its mean.
    private double Integral(Reading reading, double from, double to)
    {
        var stamps = _case.Locations[reading.Location].Times.ToArray();
        var breaks = stamps.Concat([from, to]).Where(at => at >= from && at <= to).Distinct().Order().ToList();
        return breaks.Zip(breaks.Skip(1), (a, b) => (b - a) * Hat(stamps, reading.Index, (a + b) / 2)).Sum();
    }

    private static double Hat(double[] stamps, int j, double at)
    {
        if (at < stamps[0] || at > stamps[^1])
            return 0;
        if (at <= stamps[j])
            return j > 0 && at > stamps[j - 1] ? (at - stamps[j - 1]) / (stamps[j] - stamps[j - 1]) : 0;
        return j + 1 < stamps.Length && at < stamps[j + 1] ? (stamps[j + 1] - at) / (stamps[j + 1] - stamps[j]) : 0;
    }

    private double[,] OfErrors()
    {
        var count = _readings.Count;
        var covariance = new double[count, count];
        for (var g = 0; g < count; g++)
            for (var h = 0; h < count; h++)
                covariance[g, h] = Between(_readings[g], _readings[h]);
        var v = new double[Count, Count];
        for (var i = 0; i < Count; i++)
            for (var g = 0; g < count; g++)
                if (_errors[i, g] != 0)
                    for (var k = 0; k < Count; k++)
                        for (var h = 0; h < count; h++)
                            v[i, k] += _errors[i, g] * covariance[g, h] * _errors[k, h];
        for (var i = 0; i < Count; i++)
            v[i, i] += OfTotals(i);
        return v;
    }

    private double Between(Reading a, Reading b)
    {
        var (from, to) = (Made(a), Made(b));
        var sum = 0.0;
        foreach (var id in LocationOf(from).Methods)
        {
            var method = _case.Methods.Single(known => known.Id == id);
            if (Equals(a.Measurement, b.Measurement) && !IsMeasuredInTotal(a))
                sum += method.RelativeRandom * method.RelativeRandom * a.Mass * b.Mass + method.AdditiveRandom * method.AdditiveRandom;
            if (LocationOf(to).Methods.Contains(id) && Epoch(method, from.Time) == Epoch(method, to.Time))
                sum += method.RelativeSystematic * method.RelativeSystematic * a.Mass * b.Mass
                    + method.AdditiveSystematic * method.AdditiveSystematic;
        }
        return sum;
    }

    private Reading Made(Reading reading) => reading.Measurement is string
        ? _readings.Where(other => Equals(other.Measurement, reading.Measurement)).OrderBy(other => other.Time).First()
        : reading;

    private static int Epoch(MeasurementMethod method, double time) => method.Calibrations.Count(date => date < time);

    private bool IsMeasuredInTotal(Reading reading) => _options.Model == RandomErrorModel.Total
        && KindOf(reading) != LocationKind.Inventory && reading.Measurement is not string;

    private double OfTotals(int i)
    {
        var sum = 0.0;
        for (var l = 0; l < _case.Locations.Count; l++)
        {
            var parts = _readings.Index().Where(reading => reading.Item.Location == l && IsMeasuredInTotal(reading.Item)).ToList();
            var (mass, weight) = (parts.Sum(part => _errors[i, part.Index] * part.Item.Mass), parts.Sum(part => _errors[i, part.Index]));
            if (_case.Locations[l].Location.Type == FlowType.Discrete)
                weight = Math.Min(1, Math.Abs(weight));
            foreach (var method in _case.Methods.Where(method => _case.Locations[l].Location.Methods.Contains(method.Id)))
                sum += Math.Pow(method.RelativeRandom * mass, 2) + Math.Pow(method.AdditiveRandom * weight, 2);
        }
        return sum;
    }

    private double[] Solve(int[] rows, double[] right)
    {
        var n = rows.Length;
        var a = new double[n, n + 1];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                a[i, j] = Covariance[rows[i], rows[j]];
            a[i, n] = right[i];
        }
        for (var pivot = 0; pivot < n; pivot++)
            for (var i = 0; i < n; i++)
            {
                var factor = i == pivot ? 0 : a[i, pivot] / a[pivot, pivot];
                for (var j = pivot; j <= n && factor != 0; j++)
                    a[i, j] -= factor * a[pivot, j];
            }
        return [.. Enumerable.Range(0, n).Select(i => a[i, n] / a[i, i])];
    }
}
