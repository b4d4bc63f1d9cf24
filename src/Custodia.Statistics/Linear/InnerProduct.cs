using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Custodia.Statistics.Linear;

/// <summary>Σ a_i b_i in a fixed order: eight partial sums of every eighth term, the same on each machine.</summary>
internal static class InnerProduct
{
    /// <summary>The sum of the products of two vectors of one length.</summary>
    public static double Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Length, right.Length, nameof(right));
        var first = MemoryMarshal.Cast<double, Vector256<double>>(left);
        var second = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + 1 < first.Length && i + 1 < second.Length; i += 2)
        {
            even += first[i] * second[i];
            odd += first[i + 1] * second[i + 1];
        }
        var sum = Vector256.Sum(even + odd);
        for (var rest = i * Vector256<double>.Count; rest < left.Length; rest++)
            sum += left[rest] * right[rest];
        return sum;
    }
}
