namespace Custodia.Statistics.Balances;

/// <summary>The weights with which items and rates enter the half-open periods (t_{i−1}, t_i].</summary>
internal static class FlowContributions
{
    /// <summary>
    /// Item j belongs to the one period with t_{i−1} &lt; s_j ≤ t_i; weight ±1, of a part of an item ± its share. One at exactly t₀
    /// belongs to period 1 if it is not in the opening inventory; what lies outside all periods belongs to none.
    /// </summary>
    public static Contributions OfItems(LocationReadings at, double[] dates, double sign, bool countsAtStart)
    {
        var times = at.Times.Span;
        var (starts, periods, weights) = (new int[times.Length + 1], new int[times.Length], new double[times.Length]);
        var (count, period) = (0, 0);
        for (var j = 0; j < times.Length; j++)
        {
            var time = times[j];
            while (period + 1 < dates.Length && time > dates[period + 1])
                period++;
            var isIn = (time > dates[0] || (countsAtStart && time == dates[0])) && period + 1 < dates.Length;
            if (isIn)
                (periods[count], weights[count++]) = (period, at.Shares.Count == 0 ? sign : sign * at.Shares[j]);
            starts[j + 1] = count;
        }
        return new(starts, periods[..count], weights[..count]);
    }

    /// <summary>
    /// ∫ q ds over each period, q being linear between two stamps: each trapezoid is clipped at the balance dates, and the
    /// two rates share what lies within by the distance to its middle. Outside all stamps nothing is known to flow.
    /// </summary>
    public static Contributions OfRates(ReadOnlySpan<double> times, double[] dates, double sign)
    {
        var weights = new RateWeights(times.Length + dates.Length);
        var period = 0;
        for (var j = 0; j + 1 < times.Length; j++)
        {
            var (from, to) = (times[j], times[j + 1]);
            while (period + 1 < dates.Length && dates[period + 1] <= from)
                period++;
            for (var p = period; p + 1 < dates.Length && dates[p] < to; p++)
            {
                var (begin, end) = (Math.Max(from, dates[p]), Math.Min(to, dates[p + 1]));
                if (!(end > begin))
                    continue;
                var later = ((begin - from) + (end - from)) / (to - from) / 2;
                weights.Add(j, p, sign * (end - begin) * (1 - later), sign * (end - begin) * later);
            }
        }
        return weights.Done(times.Length);
    }

    // The entries of two neighbouring stamps are open at a time: the earlier one ends with this interval, the later begins.
    private sealed class RateWeights(int capacity)
    {
        private readonly List<int> _starts = new(capacity) { 0 };
        private readonly List<int> _periods = new(capacity * 2);
        private readonly List<double> _weights = new(capacity * 2);
        private readonly List<(int Period, double Weight)> _next = [];

        public void Add(int reading, int period, double weight, double nextWeight)
        {
            while (_starts.Count <= reading)
                Close();
            Put(period, weight);
            _next.Add((period, nextWeight));
        }

        public Contributions Done(int readings)
        {
            while (_starts.Count <= readings)
                Close();
            return new([.. _starts], [.. _periods], [.. _weights]);
        }

        private void Put(int period, double weight)
        {
            var last = _periods.Count - 1;
            if (last >= _starts[^1] && _periods[last] == period)
                _weights[last] += weight;
            else
            {
                _periods.Add(period);
                _weights.Add(weight);
            }
        }

        private void Close()
        {
            _starts.Add(_periods.Count);
            foreach (var (period, weight) in _next)
                Put(period, weight);
            _next.Clear();
        }
    }
}
