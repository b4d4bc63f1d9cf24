namespace Custodia.Commitments.Documents;

/// <summary>
/// What the order of paragraphs adds to what their words say: the best assignment in which items rise with paragraphs, found
/// by dynamic programming forwards and backwards, supports every pair that lies on it or near it, as far as the pairs around
/// it are matched by words.
/// </summary>
internal static class ItemOrder
{
    /// <summary>What it is worth that the next paragraph is the next item.</summary>
    private const double Next = 0.15;

    /// <summary>How fast support falls when an assignment through a pair is worse than the best.</summary>
    private const double Fall = 0.25;

    /// <summary>Paragraphs before and after one that are asked how well the order holds there.</summary>
    private const int Around = 3;

    /// <summary>The scores of each paragraph for each item with the order added, 0 to 1.</summary>
    /// <param name="words">The scores from words alone, by paragraph and item.</param>
    public static IReadOnlyList<double[]> Add(IReadOnlyList<double[]> words)
    {
        if (words.Count == 0 || words[0].Length == 0)
            return words;
        var before = Forwards(words);
        // Backwards is forwards on the page turned round.
        var after = Forwards([.. words.Reverse().Select(row => row.Reverse().ToArray())]);
        var (rows, items) = (words.Count, words[0].Length);
        double Through(int p, int i) => before[p][i] + after[rows - 1 - p][items - 1 - i] - words[p][i];
        var best = words.Select((row, p) => Enumerable.Range(0, items).MaxBy(i => Through(p, i))).ToList();
        var total = best.Select((i, p) => Through(p, i)).Max();
        return [.. words.Select((row, p) =>
        {
            var trust = Trust(words, best, p);
            return row.Select((word, i) => (word + trust * Math.Exp((Through(p, i) - total) / Fall)) / 2).ToArray();
        })];
    }

    private static double Trust(IReadOnlyList<double[]> words, List<int> best, int p)
    {
        var (from, to) = (Math.Max(0, p - Around), Math.Min(words.Count - 1, p + Around));
        return Enumerable.Range(from, to - from + 1).Average(q => words[q][best[q]]);
    }

    /// <summary>For each pair, the worth of the best rising assignment of paragraphs up to it that ends with it.</summary>
    private static double[][] Forwards(IReadOnlyList<double[]> words)
    {
        var items = words[0].Length;
        var worth = new double[words.Count][];
        // The best assignment that uses items before i, over all paragraphs before this one.
        var rising = new double[items + 1];
        for (var p = 0; p < words.Count; p++)
        {
            worth[p] = new double[items];
            for (var i = 0; i < items; i++)
            {
                var follows = p > 0 && i > 0 ? worth[p - 1][i - 1] + Next : 0;
                worth[p][i] = words[p][i] + Math.Max(rising[i], follows);
            }

            var high = 0.0;
            for (var i = 0; i < items; i++)
            {
                high = Math.Max(high, worth[p][i]);
                rising[i + 1] = Math.Max(rising[i + 1], high);
            }
        }

        return worth;
    }
}
