namespace Custodia.Commitments.Documents;

/// <summary>A line that begins with a number.</summary>
/// <param name="Line">Its place among the lines.</param>
/// <param name="Mark">The number.</param>
/// <param name="IsAfterSentence">Whether the text before it is complete.</param>
/// <param name="IsDoubtful">Whether the words after it begin with a figure, as in a date or a list of numbers.</param>
internal readonly record struct NumberCandidate(int Line, NumberMark Mark, bool IsAfterSentence, bool IsDoubtful);

/// <summary>
/// Which numbers at the start of a line number paragraphs, and which only happen to stand there: the best sequence that
/// counts up by one, may begin anew, and rarely leaves a number out. One pass over the candidates of one style; each looks
/// at <see cref="LongestLeap"/> numbers before its own.
/// </summary>
internal static class NumberSequence
{
    /// <summary>At most this many numbers may be missing in one place, less one.</summary>
    private const int LongestLeap = 6;

    private const double AfterSentence = 2;
    private const double InSentence = -0.5;
    private const double Doubtful = -0.75;
    private const double Following = 1;
    private const double Leap = -1;
    private const double EachMissing = -0.5;
    private const double Restart = 0.25;
    private const double BadStart = -1.5;

    /// <summary>The chosen candidates in their order, with what their sequence is worth.</summary>
    public static (IReadOnlyList<NumberCandidate> Chosen, double Score) Best(IReadOnlyList<NumberCandidate> candidates)
    {
        var scores = new double[candidates.Count];
        var before = new int[candidates.Count];
        var bestByValue = new Dictionary<int, int>();
        var best = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            (scores[i], before[i]) = Join(candidates[i].Mark.Value, best, bestByValue, scores);
            scores[i] += Worth(candidates[i]);
            var value = candidates[i].Mark.Value;
            if (!bestByValue.TryGetValue(value, out var rival) || scores[i] > scores[rival])
                bestByValue[value] = i;
            if (best < 0 || scores[i] > scores[best])
                best = i;
        }

        if (best < 0 || scores[best] <= 0)
            return ([], 0);
        var chosen = new List<NumberCandidate>();
        for (var i = best; i >= 0; i = before[i])
            chosen.Add(candidates[i]);
        chosen.Reverse();
        return (chosen, scores[best]);
    }

    private static double Worth(NumberCandidate candidate) =>
        (candidate.IsAfterSentence ? AfterSentence : InSentence) + (candidate.IsDoubtful ? Doubtful : 0);

    private static (double Score, int Before) Join(
        int value, int best, Dictionary<int, int> bestByValue, double[] scores)
    {
        var answer = (Score: value == 1 ? 0 : BadStart, Before: -1);
        void Offer(int before, double step)
        {
            if (before >= 0 && scores[before] + step > answer.Score)
                answer = (scores[before] + step, before);
        }

        if (value == 1)
            Offer(best, Restart);
        else if (value == 2)
            Offer(best, BadStart);
        for (var leap = 1; leap <= LongestLeap && leap < value; leap++)
        {
            if (bestByValue.TryGetValue(value - leap, out var before))
                Offer(before, leap == 1 ? Following : Leap + EachMissing * (leap - 1));
        }

        return answer;
    }
}
