using Custodia.Commitments.Documents;

namespace Custodia.Commitments;

/// <summary>
/// What records answer a question, by the words that both have, the rare ones first. A record is known by its own words; by the
/// names of its subject and the words for its kind it is known less well.
/// </summary>
internal sealed class WordIndex
{
    /// <summary>What a word is worth that only the subject or the kind of a record has.</summary>
    private const double ContextWeight = 0.55;

    private readonly IReadOnlyList<RegisterEntry> _entries;
    private readonly Dictionary<string, List<(int Entry, double Weight)>> _words = new(StringComparer.Ordinal);
    private readonly double[] _total;

    /// <param name="entries">The records.</param>
    public WordIndex(IReadOnlyList<RegisterEntry> entries)
    {
        _entries = entries;
        _total = new double[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            var own = WordsOf(entries[i].OwnText);
            foreach (var word in own)
                Add(word, i, 1);
            foreach (var word in WordsOf(entries[i].ContextText).Where(word => !own.Contains(word)))
                Add(word, i, ContextWeight);
        }

        foreach (var list in _words.Values)
        {
            foreach (var (entry, weight) in list.Where(found => found.Weight == 1))
                _total[entry] += weight * Rarity(list.Count);
        }
    }

    /// <summary>The records that share words with a text, the best first.</summary>
    /// <param name="folded">As <see cref="HanFold"/> does.</param>
    public IEnumerable<RegisterEntry> Best(string folded)
    {
        var shared = new double[_entries.Count];
        var own = new double[_entries.Count];
        // In a fixed order: sums of floating point must be the same on every machine.
        foreach (var word in WordsOf(folded).Order(StringComparer.Ordinal))
        {
            if (!_words.TryGetValue(word, out var list))
                continue;
            var rarity = Rarity(list.Count);
            foreach (var (entry, weight) in list)
            {
                shared[entry] += weight * rarity;
                own[entry] += weight == 1 ? rarity : 0;
            }
        }

        // Of two that share as much with the question, the one that says little else.
        return Enumerable.Range(0, _entries.Count).Where(i => own[i] > 0)
            .OrderByDescending(i => shared[i] * (1 + own[i] / _total[i])).ThenBy(i => i).Select(i => _entries[i]);
    }

    private static HashSet<string> WordsOf(string folded) => Terms.Of(HanFold.Fold(folded));

    private void Add(string word, int entry, double weight) =>
        (_words.TryGetValue(word, out var list) ? list : _words[word] = []).Add((entry, weight));

    private double Rarity(int count) => Math.Log((_entries.Count + 1.0) / count);
}
