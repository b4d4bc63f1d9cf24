using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Custodia.Statistics.Linear;

/// <summary>
/// The inner loops, four lanes at a time. Each product is fused with its sum and each sum has one fixed order, so that the result is the
/// same bit for bit on every machine, and however rows are grouped. They are compiled well at once, since a command evaluates
/// one case and ends.
/// </summary>
internal static class Dense
{
    private const int Lanes = 4;

    /// <summary>target += scale × values, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> values, double scale)
    {
        var k = 0;
        var factor = Vector256.Create(scale);
        for (; k <= values.Length - Lanes; k += Lanes)
            Vector256.FusedMultiplyAdd(Vector256.Create(values[k..]), factor, Vector256.Create<double>(target[k..])).CopyTo(target[k..]);
        for (; k < values.Length; k++)
            target[k] = Math.FusedMultiplyAdd(values[k], scale, target[k]);
    }

    /// <summary>Σ values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> values)
    {
        var (sums, k) = (Vector256<double>.Zero, 0);
        for (; k <= values.Length - Lanes; k += Lanes)
            sums += Vector256.Create(values[k..]);
        var sum = AcrossLanes(sums);
        for (; k < values.Length; k++)
            sum += values[k];
        return sum;
    }

    /// <summary>Σ left × right.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, left.Length, nameof(right));
        var whole = left.Length & ~(Lanes - 1);
        var sum = Whole(ref MemoryMarshal.GetReference(left), ref MemoryMarshal.GetReference(right), whole);
        for (var k = whole; k < left.Length; k++)
            sum = Math.FusedMultiplyAdd(left[k], right[k], sum);
        return sum;
    }

    /// <summary>
    /// target_ij −= Σ_k row_ik column_jk over <paramref name="count"/> values from <paramref name="start"/> on, a multiple of four, for all i and for
    /// the columns first, first + 1, … of the target, as far as its row goes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SubtractProducts(
        ReadOnlySpan<double[]> rows, ReadOnlySpan<double[]> columns, int first, int start, int count)
    {
        var i = 0;
        for (; i + 4 <= rows.Length && rows[i].Length >= first + columns.Length; i += 4)
        {
            var j = 0;
            for (; j + 2 <= columns.Length; j += 2)
                FourByTwo(rows.Slice(i, 4), columns.Slice(j, 2), first + j, start, count);
            if (j < columns.Length)
                for (var r = i; r < i + 4; r++)
                    OneByOne(rows[r], columns[j], first + j, start, count);
        }
        for (; i < rows.Length; i++)
            for (var j = 0; j < columns.Length && first + j < rows[i].Length; j++)
                OneByOne(rows[i], columns[j], first + j, start, count);
    }

    private static void OneByOne(double[] row, double[] column, int target, int start, int count) =>
        row[target] -= Whole(ref row[start], ref column[start], count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Whole(ref double left, ref double right, int count)
    {
        var sum = Vector256<double>.Zero;
        for (nuint k = 0; k < (nuint)count; k += Lanes)
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref left, k), Vector256.LoadUnsafe(ref right, k), sum);
        return AcrossLanes(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(ReadOnlySpan<double[]> rows, ReadOnlySpan<double[]> columns, int target, int start, int count)
    {
        ref var row0 = ref rows[0][start];
        ref var row1 = ref rows[1][start];
        ref var row2 = ref rows[2][start];
        ref var row3 = ref rows[3][start];
        ref var column0 = ref columns[0][start];
        ref var column1 = ref columns[1][start];
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        unchecked
        {
            for (nuint k = 0; k < (nuint)count; k += Lanes)
            {
                var (left, right) = (Vector256.LoadUnsafe(ref column0, k), Vector256.LoadUnsafe(ref column1, k));
                var value = Vector256.LoadUnsafe(ref row0, k);
                (a0, a1) = (Vector256.FusedMultiplyAdd(value, left, a0), Vector256.FusedMultiplyAdd(value, right, a1));
                value = Vector256.LoadUnsafe(ref row1, k);
                (b0, b1) = (Vector256.FusedMultiplyAdd(value, left, b0), Vector256.FusedMultiplyAdd(value, right, b1));
                value = Vector256.LoadUnsafe(ref row2, k);
                (c0, c1) = (Vector256.FusedMultiplyAdd(value, left, c0), Vector256.FusedMultiplyAdd(value, right, c1));
                value = Vector256.LoadUnsafe(ref row3, k);
                (d0, d1) = (Vector256.FusedMultiplyAdd(value, left, d0), Vector256.FusedMultiplyAdd(value, right, d1));
            }
        }
        Subtract(rows[0], target, a0, a1);
        Subtract(rows[1], target, b0, b1);
        Subtract(rows[2], target, c0, c1);
        Subtract(rows[3], target, d0, d1);
    }

    private static void Subtract(double[] row, int target, Vector256<double> left, Vector256<double> right)
    {
        row[target] -= AcrossLanes(left);
        row[target + 1] -= AcrossLanes(right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double AcrossLanes(Vector256<double> sum)
    {
        var half = sum.GetLower() + sum.GetUpper();
        return half[0] + half[1];
    }
}
