namespace Custodia.Journal.Tests.Simulation;

/// <summary>One run of a file store on a simulated disk, through several lives, all from one seed.</summary>
internal sealed class SimulatedRun
{
    private const int SegmentBytes = 8 * 1024;

    private readonly Random _random;
    private readonly SimulatedDisk _disk;
    private readonly JournalModel _model;
    private FileStore? _store;

    internal SimulatedRun(int seed)
    {
        _random = new Random(seed);
        _disk = new SimulatedDisk(_random);
        _model = new JournalModel(segment => _disk.File(PathOf(segment)).Content.Length / SimulatedDisk.SectorSize);
    }

    /// <summary>What happened, to show that each thing was tried.</summary>
    internal Dictionary<string, int> Happened { get; } = [];

    internal void Run()
    {
        var lives = _random.Next(2, 5);
        for (var life = 0; life < lives; life++)
        {
            Live();
            if (_random.Next(3) == 0)
                FlipBits();
        }
        _disk.Capacity = long.MaxValue;
        Open();
        _store!.Dispose();
    }

    private void Live()
    {
        switch (_random.Next(6))
        {
            case 0:
                _disk.SyncsToFailure = _random.Next(12);
                break;
            case 1:
                _disk.Capacity = _random.Next(2, 10) * SegmentBytes;
                break;
            case 2:
                _disk.ReadsToShort = _random.Next(6);
                break;
            default:
                _disk.StepsToStop = _random.Next(_random.Next(2) == 0 ? 12 : 60);
                break;
        }
        try
        {
            Open();
            for (var appends = _random.Next(25); appends > 0; appends--)
                Append();
            Count("lived");
            _store!.Dispose();
            _disk.Kill();
        }
        catch (SimulatedStopException)
        {
            Count("stopped");
            End();
        }
        catch (DiskFullException)
        {
            Count("disk full");
            End();
        }
        catch (JournalFailedException)
        {
            Count("failed");
            End();
        }
        catch (IOException exception) when (exception is not JournalCorruptException)
        {
            Count("could not open");
            End();
        }
        _disk.Capacity = long.MaxValue;
    }

    // A process whose journal failed ends; often the power is gone with it.
    private void End()
    {
        if (_random.Next(3) == 0)
        {
            Count("killed");
            _disk.Kill();
        }
        else
        {
            Count("power cut");
            _disk.CutPower();
        }
    }

    private void Open()
    {
        var found = new List<byte[]>();
        _store = FileStore.Open(
            _disk,
            new FileStoreOptions
            {
                Origin = "test.example/simulated",
                Create = true,
                SegmentBytes = SegmentBytes,
                PrepareInBackground = false,
            },
            (in entry) => found.Add(entry.Bytes.ToArray()));
        if (_store.Torn is not null)
            Count("torn");
        _model.CheckFound(found);
        // A segment may have been begun for a frame that then was lost.
        if (_disk.List("journal/segments").Contains($"{found.Count:D20}.seg"))
            _model.EmptySegment = found.Count;
        var read = 0;
        _store.Read(0, _store.Count, (in entry) => Assert.True(entry.Bytes.Span.SequenceEqual(found[read++])));
        Assert.Equal(found.Count, read);
    }

    private void Append()
    {
        var batch = _model.NextBatch(_random);
        try
        {
            _store!.Reserve(batch.ByteCount);
        }
        catch (DiskFullException)
        {
            // Nothing was changed: a smaller batch may still fit, and the next opening finds all.
            Count("refused for room");
            return;
        }
        _model.InFlight = batch;
        try
        {
            _store!.Append(batch);
        }
        catch (IOException exception) when (exception is not SimulatedStopException)
        {
            Assert.Throws<JournalFailedException>(() => _store!.Append(batch));
            throw new JournalFailedException("The append failed.", exception);
        }
        _model.Acknowledge(batch);
        Assert.Equal(_model.Entries.Count, _store.Count);
    }

    // Each bit that is flipped in a journal that is whole must be found, with its place.
    private void FlipBits()
    {
        if (_model.Frames.Count == 0)
            return;
        Open();
        _store!.Dispose();
        for (var flips = 0; flips < 3; flips++)
        {
            var frame = _model.Frames[_random.Next(_model.Frames.Count)];
            var sector = _random.Next(8) switch
            {
                0 => 0,
                1 => _random.Next(SegmentBytes / SimulatedDisk.SectorSize),
                _ => frame.Sector + _random.Next(frame.Sectors),
            };
            Flip(PathOf(frame.Segment), sector, ExpectedEntry(frame.Segment, sector));
        }
    }

    private static string PathOf(long segment) => $"journal/segments/{segment:D20}.seg";

    private long ExpectedEntry(long segment, int sector)
    {
        if (sector == 0)
            return segment;
        var frames = _model.Frames.Where(frame => frame.Segment == segment).ToList();
        var hit = frames.Find(frame => sector >= frame.Sector && sector < frame.Sector + frame.Sectors);
        return hit?.EntryAt(sector) ?? (frames[^1].First + frames[^1].Entries.Count);
    }

    private void Flip(string path, int sector, long entry)
    {
        var inode = _disk.File(path);
        var place = (sector * SimulatedDisk.SectorSize) + _random.Next(SimulatedDisk.SectorSize);
        if (place >= inode.Content.Length)
            return;
        var bit = (byte)(1 << _random.Next(8));
        inode.Content[place] ^= bit;
        var before = _disk.Steps;
        var refusal = Assert.Throws<JournalCorruptException>(Open);
        Assert.Equal(JournalFault.SectorDamaged, refusal.Fault);
        Assert.Equal(entry, refusal.Entry);
        Count("bit found");
        Assert.InRange(_disk.Steps - before, 0, 3);
        inode.Content[place] ^= bit;
    }

    private void Count(string what) => Happened[what] = Happened.GetValueOrDefault(what) + 1;
}
