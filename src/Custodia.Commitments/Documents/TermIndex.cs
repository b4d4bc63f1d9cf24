namespace Custodia.Commitments.Documents;

/// <summary>The catalogue in one language, by term.</summary>
internal sealed class TermIndex
{
    /// <summary>What a term is worth that only the heading above a paragraph has.</summary>
    private const double HeadingWeight = 0.4;

    private readonly Dictionary<string, List<int>> _items = new(StringComparer.Ordinal);
    private readonly double[] _total;

    public TermIndex(IReadOnlyList<string> texts)
    {
        _total = new double[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var term in Terms.Of(texts[i]))
                (_items.TryGetValue(term, out var list) ? list : _items[term] = []).Add(i);
        }

        foreach (var list in _items.Values)
        {
            foreach (var i in list)
                _total[i] += Rarity(list.Count);
        }
    }

    /// <summary>
    /// How well each item answers a text, 0 to 1: the geometric mean of the part of the item that the text has and the part of
    /// the text's known terms that the item has, each term counted by its rarity.
    /// </summary>
    public double[] Score(IReadOnlySet<string> text, IReadOnlySet<string> heading)
    {
        var shared = new double[_total.Length];
        var own = new double[_total.Length];
        var known = 0.0;
        // In a fixed order: sums of floating point must be the same on every machine.
        foreach (var term in text.Order(StringComparer.Ordinal))
        {
            if (!_items.TryGetValue(term, out var list))
                continue;
            var rarity = Rarity(list.Count);
            known += rarity;
            foreach (var i in list)
            {
                shared[i] += rarity;
                own[i] += rarity;
            }
        }

        foreach (var term in heading.Where(term => !text.Contains(term)).Order(StringComparer.Ordinal))
        {
            if (_items.TryGetValue(term, out var list))
            {
                foreach (var i in list)
                    shared[i] += HeadingWeight * Rarity(list.Count);
            }
        }

        return [.. shared.Select((sum, i) => sum <= 0 ? 0
            : Math.Min(1, Math.Sqrt(sum / _total[i] * Math.Sqrt((own[i] + 0.1 * sum) / (known + 0.1 * sum)))))];
    }

    private double Rarity(int count) => Math.Log((_total.Length + 1.0) / count);
}
