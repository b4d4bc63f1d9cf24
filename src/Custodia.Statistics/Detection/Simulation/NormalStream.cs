using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Custodia.Statistics.Detection.Simulation;

/// <summary>
/// A stream of independent N(0, 1) numbers: xoshiro256++ (Blackman and Vigna, ACM TOMS 47, 2021) and the ziggurat of 256 layers
/// (Marsaglia and Tsang, J. Stat. Soft. 5, 2000), layer, sign and position from separate bits. Seeded by SplitMix64 from seed,
/// purpose and block, so that block n gives the same numbers whoever draws it, and when.
/// </summary>
public sealed class NormalStream
{
    /// <summary>The name of the generator, for reports.</summary>
    public const string Generator = "xoshiro256++/SplitMix64, ziggurat-256";

    private const double Scale = 1.0 / (1L << 52);

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>The stream of one block.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">What the numbers are for; other purposes draw other numbers.</param>
    /// <param name="block">The number of the block.</param>
    public NormalStream(ulong seed, ulong purpose, ulong block)
    {
        var chained = new SplitMix64(new SplitMix64(new SplitMix64(seed).Next() ^ purpose).Next() ^ block);
        (_s0, _s1, _s2, _s3) = (chained.Next(), chained.Next(), chained.Next(), chained.Next());
    }

    internal NormalStream(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The next 64 bits of xoshiro256++.</summary>
    internal ulong NextBits() => NextBits(ref _s0, ref _s1, ref _s2, ref _s3);

    /// <summary>Fills with independent N(0, 1) numbers.</summary>
    public void Fill(Span<double> numbers)
    {
        var (s0, s1, s2, s3) = (_s0, _s1, _s2, _s3);
        ref var layers = ref MemoryMarshal.GetArrayDataReference(Layer.All);
        for (var i = 0; i < numbers.Length; i++)
        {
            var bits = NextBits(ref s0, ref s1, ref s2, ref s3);
            ref readonly var layer = ref Unsafe.Add(ref layers, (nint)(bits & 0xFF));
            var position = Position(bits);
            if (Size(position) < layer.Inside)
            {
                numbers[i] = position * layer.Width;
                continue;
            }
            // About one in a hundred: with the state put back, so that the loop above stays small.
            (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
            numbers[i] = Edge((int)(bits & 0xFF), position);
            (s0, s1, s2, s3) = (_s0, _s1, _s2, _s3);
        }
        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    // A whole number from −2⁵² to 2⁵² − 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Position(ulong bits) => unchecked((long)bits) >> 11;

    // p, or −p − 1 where it is negative: without the branch and the overflow that an absolute value has.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Size(long position) => position ^ (position >> 63);

    // The wedge of a layer, the tail of the lowest, or another try.
    private double Edge(int layer, long position)
    {
        while (true)
        {
            var x = position * Layer.All[layer].Width;
            if (Size(position) < Layer.All[layer].Inside)
                return x;
            if (layer == 0)
                return position < 0 ? -Tail() : Tail();
            if (Layer.Height[layer] + (Uniform() * (Layer.Height[layer + 1] - Layer.Height[layer])) < Math.Exp(-0.5 * x * x))
                return x;
            var bits = NextBits();
            (layer, position) = ((int)(bits & 0xFF), Position(bits));
        }
    }

    // Beyond the last layer (Marsaglia, Technometrics 6, 1964).
    private double Tail()
    {
        while (true)
        {
            var x = -Math.Log(Uniform()) / Layer.Edge;
            if (-2 * Math.Log(Uniform()) >= x * x)
                return Layer.Edge + x;
        }
    }

    // In (0, 1): never 0, so that its logarithm is finite.
    private double Uniform() => ((NextBits() >> 12) + 0.5) * Scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NextBits(ref ulong s0, ref ulong s1, ref ulong s2, ref ulong s3)
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
            var shifted = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= shifted;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>One layer: what a position is worth, and up to which one it lies wholly under the curve.</summary>
    private readonly record struct Layer(double Width, long Inside)
    {
        /// <summary>Where the lowest layer goes over into the tail.</summary>
        public const double Edge = 3.6541528853610088;

        private const int Count = 256;

        public static readonly double[] Height = new double[Count + 1];
        public static readonly Layer[] All = Make();

        private static Layer[] Make()
        {
            // Each layer has the same area, the lowest with the tail.
            var area = (Edge * Curve(Edge)) + (Math.Sqrt(2 * Math.PI) * NormalDistribution.Upper(Edge));
            var right = new double[Count + 1];
            (right[0], right[1]) = (area / Curve(Edge), Edge);
            for (var i = 2; i < Count; i++)
                right[i] = Math.Sqrt(-2 * Math.Log((area / right[i - 1]) + Curve(right[i - 1])));
            for (var i = 0; i <= Count; i++)
                Height[i] = Curve(right[i]);
            return [.. Enumerable.Range(0, Count).Select(i => new Layer(right[i] * Scale, (long)(right[i + 1] / right[i] / Scale)))];
        }

        private static double Curve(double x) => Math.Exp(-0.5 * x * x);
    }
}
