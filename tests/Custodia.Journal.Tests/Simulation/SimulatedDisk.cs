using Custodia.Journal.Disks;

namespace Custodia.Journal.Tests.Simulation;

/// <summary>The machine or the process stops here.</summary>
internal sealed class SimulatedStopException : IOException;

/// <summary>
/// A disk in memory that does what disks and kernels may do: until a sync, any subset of the 512-byte sectors written
/// may survive a power cut; names survive up to some operation; a sync that fails forgets that its sectors were
/// never written, so that a later sync says nothing about them.
/// </summary>
internal sealed class SimulatedDisk(Random random) : IDisk
{
    internal const int SectorSize = 512;

    private readonly Random _random = random;
    private readonly Dictionary<string, Inode> _durableNames = [];
    private Dictionary<string, Inode> _names = [];
    private readonly List<(string Folder, Action<Dictionary<string, Inode>> Change)> _pendingNames = [];
    private readonly HashSet<Inode> _locked = [];
    private int _life;

    /// <summary>Steps that change something until the stop; negative for none.</summary>
    internal int StepsToStop { get; set; } = -1;

    /// <summary>Syncs until one fails; negative for none.</summary>
    internal int SyncsToFailure { get; set; } = -1;

    /// <summary>Reads until one comes back short; negative for none.</summary>
    internal int ReadsToShort { get; set; } = -1;

    /// <summary>Bytes that all files together may have.</summary>
    internal long Capacity { get; set; } = long.MaxValue;

    /// <summary>Steps done so far.</summary>
    internal int Steps { get; private set; }

    internal sealed class Inode
    {
        internal byte[] Content = [];
        internal byte[] Durable = [];
        internal readonly HashSet<int> Dirty = [];
    }

    /// <summary>The content of a file, to look at or to damage.</summary>
    internal Inode File(string path) => _names[path];

    /// <summary>The process ends; the machine goes on.</summary>
    internal void Kill()
    {
        _life++;
        _locked.Clear();
        StepsToStop = SyncsToFailure = ReadsToShort = -1;
    }

    /// <summary>The power goes: some of what was not synced is lost.</summary>
    internal void CutPower()
    {
        Kill();
        var likelihood = _random.Next(4) switch { 0 => 0.0, 1 => 1.0, _ => _random.NextDouble() };
        foreach (var inode in _names.Values.Concat(_durableNames.Values).Distinct())
            Lose(inode, likelihood);
        foreach (var folder in _pendingNames.Select(pending => pending.Folder).Distinct().ToList())
        {
            var changes = _pendingNames.Where(pending => pending.Folder == folder).ToList();
            foreach (var (_, change) in changes.Take(_random.Next(changes.Count + 1)))
                change(_durableNames);
        }
        _pendingNames.Clear();
        _names = new Dictionary<string, Inode>(_durableNames);
    }

    public IReadOnlyList<string> List(string folder) =>
        [.. _names.Keys.Where(path => FolderOf(path) == folder).Select(path => path[(folder.Length + 1)..])];

    public void CreateFolder(string folder) => Step();

    public IDiskFile Create(string path)
    {
        Step();
        if (_names.ContainsKey(path))
            throw new IOException($"{path} is there already.");
        var inode = new Inode();
        Change(path, names => names[path] = inode);
        return new SimulatedFile(this, inode, _life);
    }

    public IDiskFile Open(string path) => new SimulatedFile(this, _names[path], _life);

    public IDiskFile Lock(string path)
    {
        if (!_names.ContainsKey(path))
            Create(path);
        if (!_locked.Add(_names[path]))
            throw new JournalLockedException("locked");
        return new SimulatedFile(this, _names[path], _life);
    }

    public void Rename(string from, string to)
    {
        Step();
        var inode = _names[from];
        Change(to, names =>
        {
            names.Remove(from);
            names[to] = inode;
        });
    }

    public void Delete(string path)
    {
        Step();
        Change(path, names => names.Remove(path));
    }

    public void SyncFolder(string folder)
    {
        Step();
        if (SyncsToFailure >= 0 && SyncsToFailure-- == 0)
            throw new IOException("The sync of a folder failed.");
        foreach (var (_, change) in _pendingNames.Where(pending => pending.Folder == folder))
            change(_durableNames);
        _pendingNames.RemoveAll(pending => pending.Folder == folder);
    }

    private void Change(string path, Action<Dictionary<string, Inode>> change)
    {
        change(_names);
        _pendingNames.Add((FolderOf(path), change));
    }

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private void Step()
    {
        Steps++;
        if (StepsToStop >= 0 && StepsToStop-- == 0)
            Stop();
    }

    private void Stop()
    {
        _life++;
        throw new SimulatedStopException();
    }

    // Each dirty sector is on the disk or not, by itself; the length is the new one or the old one.
    private void Lose(Inode inode, double likelihood)
    {
        if (inode.Durable.Length != inode.Content.Length && _random.NextDouble() < likelihood)
            Array.Resize(ref inode.Durable, inode.Content.Length);
        foreach (var sector in inode.Dirty.Order().Where(_ => _random.NextDouble() < likelihood))
            Persist(inode, sector);
        inode.Dirty.Clear();
        inode.Content = (byte[])inode.Durable.Clone();
    }

    private static void Persist(Inode inode, int sector)
    {
        var start = sector * SectorSize;
        var length = Math.Min(Math.Min(SectorSize, inode.Content.Length - start), inode.Durable.Length - start);
        if (length > 0)
            inode.Content.AsSpan(start, length).CopyTo(inode.Durable.AsSpan(start));
    }

    private sealed class SimulatedFile(SimulatedDisk disk, Inode inode, int life) : IDiskFile
    {
        public long Length => inode.Content.Length;

        public int ReadAt(long offset, Span<byte> buffer)
        {
            CheckAlive();
            var length = (int)Math.Clamp(inode.Content.Length - offset, 0, buffer.Length);
            if (disk.ReadsToShort >= 0 && disk.ReadsToShort-- == 0)
                length = disk._random.Next(length + 1);
            inode.Content.AsSpan((int)Math.Min(offset, inode.Content.Length), length).CopyTo(buffer);
            return length;
        }

        public void WriteAt(long offset, ReadOnlySpan<byte> bytes)
        {
            CheckAlive();
            var stops = disk.StepsToStop == 0;
            // A write that is cut short has written some of its sectors.
            var written = stops ? disk._random.Next(bytes.Length / SectorSize + 1) * SectorSize : bytes.Length;
            var growth = Math.Max(0, offset + written - inode.Content.Length);
            var used = disk._names.Values.Sum(other => (long)other.Content.Length);
            var full = used + growth > disk.Capacity;
            if (full)
                written = (int)Math.Clamp(disk.Capacity - used + inode.Content.Length - offset, 0, written);
            Put((int)offset, bytes[..written]);
            disk.Step();
            if (full)
                throw new DiskFullException(bytes.Length);
        }

        public void Sync()
        {
            CheckAlive();
            disk.Step();
            var fails = disk.SyncsToFailure >= 0 && disk.SyncsToFailure-- == 0;
            if (inode.Durable.Length != inode.Content.Length && (!fails || disk._random.Next(2) == 0))
                Array.Resize(ref inode.Durable, inode.Content.Length);
            foreach (var sector in inode.Dirty.Order())
            {
                if (!fails || disk._random.Next(2) == 0)
                    Persist(inode, sector);
            }
            inode.Dirty.Clear();
            if (fails)
                throw new IOException("The sync failed.");
        }

        public void Dispose()
        {
            if (life == disk._life)
                disk._locked.Remove(inode);
        }

        private void Put(int offset, ReadOnlySpan<byte> bytes)
        {
            if (bytes.IsEmpty)
                return;
            if (offset + bytes.Length > inode.Content.Length)
                Array.Resize(ref inode.Content, offset + bytes.Length);
            bytes.CopyTo(inode.Content.AsSpan(offset));
            for (var sector = offset / SectorSize; sector * SectorSize < offset + bytes.Length; sector++)
                inode.Dirty.Add(sector);
        }

        private void CheckAlive()
        {
            if (life != disk._life)
                throw new SimulatedStopException();
        }
    }
}
