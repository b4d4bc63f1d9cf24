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

    /// <summary>What a word is worth that only the answer has.</summary>
    private const double AnswerWeight = 0.8;

    // What is counted, as a record says it.
    private static readonly (string Asked, string Told)[] CountWords =
        [("幾條", "條數"), ("幾國", "國家數"), ("幾項", "項數"), ("幾頁", "頁數"), ("多少", " "), ("有幾", " "), ("幾個", " "), ("幾", " ")];

    private static readonly string[] AskWords =
    [
        "何時", "何年", "何處", "何地", "哪一年", "哪一條", "哪一個", "哪一", "哪些", "哪國", "哪", "是誰", "由誰", "誰",
        "什麼", "為何", "是否", "共有", "截至", "結果", "舉行",
    ];

    private static readonly HashSet<string> AskStems = Terms.Of(
        "how many much when where who whom whose which what why did does do was were is are has had there said been by came come made");

    // Folded as the question is.
    private static readonly (string Asked, string Told)[] FoldedCountWords =
        [.. CountWords.Select(word => (HanFold.Fold(word.Asked), HanFold.Fold(word.Told)))];

    // Names of one or two letters stand in many a word.
    private static readonly (string Mark, string Folded)[] TermNames =
    [
        .. from term in Glossary.All
           from name in Glossary.NamesOf(term)
           let folded = HanFold.Fold(name)
           where folded.Length > 2
           select (Mark(term.Id), folded),
    ];

    private static readonly string[] FoldedAskWords = [.. AskWords.Select(HanFold.Fold)];

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
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (text, weight) in new[]
                { (entries[i].NameText, 1), (entries[i].AnswerText, AnswerWeight), (entries[i].ContextText, ContextWeight) })
            {
                foreach (var word in WordsOf(text).Where(known.Add))
                    Add(word, i, weight);
            }

            if (entries[i].Subject is { } subject)
                Add(Mark(subject), i, ContextWeight);
        }

        foreach (var list in _words.Values)
        {
            foreach (var (entry, weight) in list.Where(found => found.Weight > ContextWeight))
                _total[entry] += weight * Rarity(list.Count);
        }
    }

    /// <summary>The records that share words with a text, the best first.</summary>
    /// <param name="folded">As <see cref="HanFold"/> does.</param>
    public IEnumerable<RegisterEntry> Best(string folded)
    {
        var (words, isCount, isQuestion) = Read(folded);
        var shared = new double[_entries.Count];
        var own = new double[_entries.Count];
        // In a fixed order: sums of floating point must be the same on every machine.
        foreach (var word in words.Order(StringComparer.Ordinal))
        {
            if (!_words.TryGetValue(word, out var list))
                continue;
            var rarity = Rarity(list.Count);
            foreach (var (entry, weight) in list)
            {
                shared[entry] += weight * rarity;
                own[entry] += weight > ContextWeight ? weight * rarity : 0;
            }
        }

        // Of two that share as much with the question, the one that says little else.
        return Enumerable.Range(0, _entries.Count).Where(i => own[i] > 0)
            .OrderByDescending(i => shared[i] * (1 + own[i] / _total[i]) * Preference(_entries[i].Kind, isCount, isQuestion))
            .ThenBy(i => i).Select(i => _entries[i]);
    }

    // The words of a question that ask say what sort of record answers it; they are not sought themselves.
    private static (HashSet<string> Words, bool IsCount, bool IsQuestion) Read(string folded)
    {
        var isCount = folded.Contains("HOW MANY", StringComparison.Ordinal);
        var isQuestion = isCount || folded.EndsWith('?');
        var terms = TermNames.Where(name => folded.Contains(name.Folded, StringComparison.Ordinal)).Select(name => name.Mark).ToList();
        foreach (var (asked, told) in FoldedCountWords)
        {
            isCount |= folded.Contains(asked, StringComparison.Ordinal);
            folded = folded.Replace(asked, told, StringComparison.Ordinal);
        }

        foreach (var word in FoldedAskWords)
        {
            isQuestion |= folded.Contains(word, StringComparison.Ordinal);
            folded = folded.Replace(word, " ", StringComparison.Ordinal);
        }

        isQuestion |= isCount;
        var words = WordsOf(folded);
        words.ExceptWith(AskStems);
        words.UnionWith(terms);
        return (words, isCount, isQuestion);
    }

    private static double Preference(RecordKind kind, bool isCount, bool isQuestion) => kind switch
    {
        RecordKind.Fact when isCount => 1.7,
        RecordKind.Fact when isQuestion => 1.4,
        RecordKind.Resolution or RecordKind.Circular or RecordKind.Summit when isQuestion && !isCount => 1.25,
        // Who asks a question knows the name.
        RecordKind.System or RecordKind.Term when isQuestion => 0.6,
        _ => 1,
    };

    private static HashSet<string> WordsOf(string folded) => Terms.Of(HanFold.Fold(folded));

    private static string Mark(string term) => "#" + term;

    private void Add(string word, int entry, double weight) =>
        (_words.TryGetValue(word, out var list) ? list : _words[word] = []).Add((entry, weight));

    private double Rarity(int count) => Math.Log((_entries.Count + 1.0) / count);
}
