using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Custodia.Bench.Journals;

/// <summary>
/// The least that any durable, hashed log must do: SHA-256 over the bytes in one pass, one write, one sync. The file
/// is preallocated, as the journal's is.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly byte[] _digest = new byte[32];
    private readonly long _length;
    private long _offset;

    internal BareLoop(string path, long length)
    {
        _length = length;
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite);
        var zeros = new byte[1024 * 1024];
        for (var offset = 0L; offset < length; offset += zeros.Length)
            RandomAccess.Write(_file, zeros, offset);
        RandomAccess.FlushToDisk(_file);
    }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        if (_offset + bytes.Length > _length)
            _offset = 0;
        SHA256.HashData(bytes, _digest);
        RandomAccess.Write(_file, bytes, _offset);
        RandomAccess.FlushToDisk(_file);
        _offset += bytes.Length;
    }

    public void Dispose() => _file.Dispose();
}
