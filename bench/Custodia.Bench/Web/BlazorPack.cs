using System.Buffers.Binary;
using System.Text;

namespace Custodia.Bench.Web;

/// <summary>
/// The little of MessagePack that the hub of a circuit speaks: messages are arrays, each with its length before it as the hub
/// protocol has it (seven bits a byte, the lowest first).
/// </summary>
internal static class BlazorPack
{
    /// <summary>A call of the hub: message type 1, no headers.</summary>
    /// <param name="id">Id for which an answer is waited; null: none is.</param>
    /// <param name="target">Name of the method.</param>
    /// <param name="arguments">Texts, numbers, truths and nulls.</param>
    public static byte[] Call(string? id, string target, params object?[] arguments)
    {
        using var body = new MemoryStream();
        body.Write([0x96, 1, 0x80]);
        Write(body, id);
        Write(body, target);
        body.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            Write(body, argument);
        body.WriteByte(0x90);
        return Framed(body.ToArray());
    }

    /// <summary>A sign of life.</summary>
    public static byte[] Ping() => Framed([0x91, 6]);

    /// <summary>The next message of a stream of them, taken off its front; null where it is not whole yet.</summary>
    public static List<object?>? Next(ref ReadOnlySpan<byte> bytes)
    {
        var (length, at) = (0, 0);
        for (var shift = 0; ; shift += 7)
        {
            if (at == bytes.Length)
                return null;
            length |= (bytes[at] & 0x7f) << shift;
            if (bytes[at++] < 0x80)
                break;
        }

        if (bytes.Length - at < length)
            return null;
        var body = bytes.Slice(at, length);
        bytes = bytes[(at + length)..];
        return (List<object?>?)Read(ref body);
    }

    private static byte[] Framed(byte[] body)
    {
        using var framed = new MemoryStream();
        var left = body.Length;
        for (; left > 0x7f; left >>= 7)
            framed.WriteByte((byte)(left & 0x7f | 0x80));
        framed.WriteByte((byte)left);
        framed.Write(body);
        return framed.ToArray();
    }

    private static void Write(MemoryStream to, object? value)
    {
        switch (value)
        {
            case null:
                to.WriteByte(0xc0);
                break;
            case bool truth:
                to.WriteByte(truth ? (byte)0xc3 : (byte)0xc2);
                break;
            case long number:
                to.WriteByte(0xd3);
                Span<byte> eight = stackalloc byte[8];
                BinaryPrimitives.WriteInt64BigEndian(eight, number);
                to.Write(eight);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                to.WriteByte(0xdb);
                Span<byte> four = stackalloc byte[4];
                BinaryPrimitives.WriteInt32BigEndian(four, bytes.Length);
                to.Write(four);
                to.Write(bytes);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private static object? Read(ref ReadOnlySpan<byte> bytes)
    {
        var first = Take(ref bytes, 1)[0];
        return first switch
        {
            < 0x80 => (long)first,
            < 0x90 => Map(ref bytes, first & 0x0f),
            < 0xa0 => Array(ref bytes, first & 0x0f),
            < 0xc0 => Text(ref bytes, first & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Skip(ref bytes, (int)Number(ref bytes, 1)),
            0xc5 => Skip(ref bytes, (int)Number(ref bytes, 2)),
            0xc6 => Skip(ref bytes, (int)Number(ref bytes, 4)),
            0xcc or 0xd0 => Number(ref bytes, 1),
            0xcd or 0xd1 => Number(ref bytes, 2),
            0xce or 0xd2 => Number(ref bytes, 4),
            0xcf or 0xd3 => Number(ref bytes, 8),
            0xd9 => Text(ref bytes, (int)Number(ref bytes, 1)),
            0xda => Text(ref bytes, (int)Number(ref bytes, 2)),
            0xdb => Text(ref bytes, (int)Number(ref bytes, 4)),
            0xdc => Array(ref bytes, (int)Number(ref bytes, 2)),
            >= 0xe0 => (long)(sbyte)first,
            _ => throw new FormatException($"A value of no known sort: {first:x}."),
        };
    }

    private static List<object?> Array(ref ReadOnlySpan<byte> bytes, int count)
    {
        var items = new List<object?>(count);
        for (var i = 0; i < count; i++)
            items.Add(Read(ref bytes));
        return items;
    }

    private static object? Map(ref ReadOnlySpan<byte> bytes, int count)
    {
        Array(ref bytes, 2 * count);
        return null;
    }

    private static string Text(ref ReadOnlySpan<byte> bytes, int length) => Encoding.UTF8.GetString(Take(ref bytes, length));

    private static object? Skip(ref ReadOnlySpan<byte> bytes, int length)
    {
        Take(ref bytes, length);
        return null;
    }

    private static long Number(ref ReadOnlySpan<byte> bytes, int length)
    {
        var value = 0L;
        foreach (var each in Take(ref bytes, length))
            value = value << 8 | each;
        return value;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int length)
    {
        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }
}
