using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Custodia.Proofs;

namespace Custodia.Journal;

/// <summary>
/// SHA-256 (FIPS 180-4 §6.2) of many messages, eight side by side in the lanes of 256-bit registers; each message is
/// one prefix byte and a part of a span. A lane that is done takes the next message, so lengths may differ.
/// </summary>
internal readonly ref struct Sha256Lanes(byte prefix, Span<uint> state, Span<byte> stage)
{
    /// <summary>Words that a caller provides for the state: eight of each lane.</summary>
    internal const int StateWords = Words * Lanes;

    /// <summary>Bytes that a caller provides for blocks: one of each lane.</summary>
    internal const int StageBytes = BlockBytes * Lanes;

    private const int Lanes = 8;
    private const int Words = 8;
    private const int BlockBytes = 64;
    private const int LengthBytes = 8;

    private readonly byte _prefix = prefix;

    // Word by word, and in each the lanes.
    private readonly Span<uint> _state = state;
    private readonly Span<byte> _stage = stage;

    internal static bool IsSupported => Avx2.IsSupported;

    // FIPS 180-4 §5.3.3.
    private static ReadOnlySpan<uint> Initial =>
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    // FIPS 180-4 §4.2.2.
    private static ReadOnlySpan<uint> K =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Hashes messages of any lengths.</summary>
    internal void Run(ReadOnlySpan<byte> source, ReadOnlySpan<Extent> messages, Span<Hash> hashes) =>
        Run(source, messages, 0, messages.Length, hashes);

    /// <summary>Hashes messages of one length that lie one after the other.</summary>
    internal void RunEqual(ReadOnlySpan<byte> source, int length, int count, Span<Hash> hashes) =>
        Run(source, default, length, count, hashes);

    private void Run(ReadOnlySpan<byte> source, ReadOnlySpan<Extent> messages, int length, int count, Span<Hash> hashes)
    {
        Span<int> message = stackalloc int[Lanes];
        Span<int> block = stackalloc int[Lanes];
        Span<Extent> extent = stackalloc Extent[Lanes];
        var (next, left) = (0, count);
        message.Fill(-1);
        while (left > 0)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (message[lane] < 0)
                {
                    if (next == count)
                        continue;
                    message[lane] = next;
                    extent[lane] = length > 0 ? new Extent(next * length, length) : messages[next];
                    block[lane] = 0;
                    next++;
                    Reset(lane);
                }
                FillBlock(source.Slice(extent[lane].Offset, extent[lane].Length), block[lane], lane);
            }
            Compress();
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (message[lane] < 0 || ++block[lane] < BlocksOf(extent[lane].Length))
                    continue;
                hashes[message[lane]] = Result(lane);
                message[lane] = -1;
                left--;
            }
        }
    }

    // Prefix and message, a byte 0x80, and the length in bits (FIPS 180-4 §5.1.1).
    private static int BlocksOf(int length) => (1 + length + 1 + LengthBytes + BlockBytes - 1) / BlockBytes;

    private void FillBlock(ReadOnlySpan<byte> message, int number, int lane)
    {
        var block = _stage.Slice(lane * BlockBytes, BlockBytes);
        // The prefix moves the message by one byte.
        var start = (number * BlockBytes) - 1;
        if (number > 0 && start + BlockBytes <= message.Length)
        {
            message.Slice(start, BlockBytes).CopyTo(block);
            return;
        }
        block.Clear();
        if (number == 0)
        {
            block[0] = _prefix;
            message[..Math.Min(message.Length, BlockBytes - 1)].CopyTo(block[1..]);
        }
        else if (start < message.Length)
        {
            message[start..].CopyTo(block);
        }
        var end = message.Length - start;
        if (end is >= 0 and < BlockBytes)
            block[end] = 0x80;
        if (number == BlocksOf(message.Length) - 1)
            BinaryPrimitives.WriteInt64BigEndian(block[(BlockBytes - LengthBytes)..], 8L * (1 + message.Length));
    }

    private void Reset(int lane)
    {
        for (var word = 0; word < Words; word++)
            _state[(word * Lanes) + lane] = Initial[word];
    }

    private Hash Result(int lane)
    {
        Span<byte> bytes = stackalloc byte[Hash.Size];
        for (var word = 0; word < Words; word++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(word * sizeof(uint))..], _state[(word * Lanes) + lane]);
        return Hash.FromSpan(bytes);
    }

    // One block of each lane (FIPS 180-4 §6.2.2).
    private void Compress()
    {
        Span<Vector256<uint>> schedule = stackalloc Vector256<uint>[16];
        Transpose(0, schedule);
        Transpose(1, schedule[8..]);
        var state = MemoryMarshal.Cast<uint, Vector256<uint>>(_state);
        ref var w = ref MemoryMarshal.GetReference(schedule);
        ref var k = ref MemoryMarshal.GetReference(K);
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t += 8)
        {
            if ((t & 15) == 0 && t > 0)
                Extend(ref w);
            ref var wt = ref Unsafe.Add(ref w, t & 15);
            ref var kt = ref Unsafe.Add(ref k, t);
            Round(a, b, c, ref d, e, f, g, ref h, wt + Vector256.Create(kt));
            Round(h, a, b, ref c, d, e, f, ref g, Unsafe.Add(ref wt, 1) + Vector256.Create(Unsafe.Add(ref kt, 1)));
            Round(g, h, a, ref b, c, d, e, ref f, Unsafe.Add(ref wt, 2) + Vector256.Create(Unsafe.Add(ref kt, 2)));
            Round(f, g, h, ref a, b, c, d, ref e, Unsafe.Add(ref wt, 3) + Vector256.Create(Unsafe.Add(ref kt, 3)));
            Round(e, f, g, ref h, a, b, c, ref d, Unsafe.Add(ref wt, 4) + Vector256.Create(Unsafe.Add(ref kt, 4)));
            Round(d, e, f, ref g, h, a, b, ref c, Unsafe.Add(ref wt, 5) + Vector256.Create(Unsafe.Add(ref kt, 5)));
            Round(c, d, e, ref f, g, h, a, ref b, Unsafe.Add(ref wt, 6) + Vector256.Create(Unsafe.Add(ref kt, 6)));
            Round(b, c, d, ref e, f, g, h, ref a, Unsafe.Add(ref wt, 7) + Vector256.Create(Unsafe.Add(ref kt, 7)));
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    // Sixteen more words of the schedule, in place of those they are made from.
    private static void Extend(ref Vector256<uint> w)
    {
        for (var t = 0; t < 16; t++)
        {
            var w15 = Unsafe.Add(ref w, (t + 1) & 15);
            var w2 = Unsafe.Add(ref w, (t + 14) & 15);
            var sigma0 = Rotate(w15, 7) ^ Rotate(w15, 18) ^ (w15 >>> 3);
            var sigma1 = Rotate(w2, 17) ^ Rotate(w2, 19) ^ (w2 >>> 10);
            Unsafe.Add(ref w, t) += sigma0 + Unsafe.Add(ref w, (t + 9) & 15) + sigma1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        Vector256<uint> a,
        Vector256<uint> b,
        Vector256<uint> c,
        ref Vector256<uint> d,
        Vector256<uint> e,
        Vector256<uint> f,
        Vector256<uint> g,
        ref Vector256<uint> h,
        Vector256<uint> wk)
    {
        var sum1 = Rotate(e, 6) ^ Rotate(e, 11) ^ Rotate(e, 25);
        var choice = Vector256.ConditionalSelect(e, f, g);
        var t1 = h + wk + choice + sum1;
        var sum0 = Rotate(a, 2) ^ Rotate(a, 13) ^ Rotate(a, 22);
        var majority = Vector256.ConditionalSelect(a ^ b, c, b);
        d += t1;
        h = t1 + sum0 + majority;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Rotate(Vector256<uint> value, [ConstantExpected] byte bits) =>
        Avx512F.VL.IsSupported
            ? Avx512F.VL.RotateRight(value, bits)
            : (value >>> bits) | (value << (32 - bits));

    // Half a block of each lane: from a row of words for each lane to a row of lanes for each word, big-endian.
    private void Transpose(int half, Span<Vector256<uint>> words)
    {
        var rows = MemoryMarshal.Cast<byte, Vector256<uint>>(_stage);
        var (r0, r1, r2, r3) = (rows[half], rows[2 + half], rows[4 + half], rows[6 + half]);
        var (r4, r5, r6, r7) = (rows[8 + half], rows[10 + half], rows[12 + half], rows[14 + half]);
        var (a0, a1) = (Avx2.UnpackLow(r0, r1).AsUInt64(), Avx2.UnpackHigh(r0, r1).AsUInt64());
        var (a2, a3) = (Avx2.UnpackLow(r2, r3).AsUInt64(), Avx2.UnpackHigh(r2, r3).AsUInt64());
        var (a4, a5) = (Avx2.UnpackLow(r4, r5).AsUInt64(), Avx2.UnpackHigh(r4, r5).AsUInt64());
        var (a6, a7) = (Avx2.UnpackLow(r6, r7).AsUInt64(), Avx2.UnpackHigh(r6, r7).AsUInt64());
        Join(Avx2.UnpackLow(a0, a2), Avx2.UnpackLow(a4, a6), out words[0], out words[4]);
        Join(Avx2.UnpackHigh(a0, a2), Avx2.UnpackHigh(a4, a6), out words[1], out words[5]);
        Join(Avx2.UnpackLow(a1, a3), Avx2.UnpackLow(a5, a7), out words[2], out words[6]);
        Join(Avx2.UnpackHigh(a1, a3), Avx2.UnpackHigh(a5, a7), out words[3], out words[7]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(
        Vector256<ulong> left, Vector256<ulong> right, out Vector256<uint> low, out Vector256<uint> high)
    {
        var swap = Vector256.Create(
            0x0405_0607_0001_0203UL, 0x0c0d_0e0f_0809_0a0bUL, 0x0405_0607_0001_0203UL, 0x0c0d_0e0f_0809_0a0bUL);
        low = Avx2.Shuffle(Avx2.Permute2x128(left, right, 0x20).AsByte(), swap.AsByte()).AsUInt32();
        high = Avx2.Shuffle(Avx2.Permute2x128(left, right, 0x31).AsByte(), swap.AsByte()).AsUInt32();
    }
}
