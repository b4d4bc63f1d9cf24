using System.Globalization;
using Custodia.Books;
using Custodia.Books.Access;
using Custodia.Materials.Commands;
using Custodia.Materials.Structure;
using Custodia.Server.Hosting;
using Custodia.Server.Reading;

namespace Custodia.Server.Tests;

public sealed class LiveEntriesTests
{
    [Fact]
    public async Task A_page_is_told_once_of_all_that_was_recorded_meanwhile_and_in_its_own_language()
    {
        var place = Directory.CreateTempSubdirectory("custodia-");
        using (var folder = DataFolder.Open(Path.Combine(place.FullName, "data"), TimeProvider.System))
        {
            var (desk, clock) = (new Desk(folder, () => Caller.House("registrar")), new HeldTime());
            using var live = new LiveEntries(folder.Node, clock);
            var told = new List<string>();
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hant");
            var watch = live.Watch(Run, () => told.Add(CultureInfo.CurrentUICulture.Name));
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

            await Record(desk, new NameState("ZL", "State of Zedland", "澤德蘭國"));
            await Record(desk, Store("ZL-A"));
            Assert.Empty(told);
            clock.Pass();
            Assert.Equal(["zh-Hant"], told);

            watch.Dispose();
            await Record(desk, Store("ZL-B"));
            clock.Pass();
            Assert.Single(told);
        }

        place.Delete(recursive: true);
    }

    [Fact]
    public void That_somebody_looked_is_told_to_nobody()
    {
        var place = Directory.CreateTempSubdirectory("custodia-");
        using (var folder = DataFolder.Open(Path.Combine(place.FullName, "data"), TimeProvider.System))
        {
            var clock = new HeldTime();
            using var live = new LiveEntries(folder.Node, clock);
            var told = 0;
            using var watch = live.Watch(Run, () => told++);
            var before = folder.Node.Count;
            folder.AccessLog.Saw(Caller.Authenticated("reader", CallerVia.Page, "session"), "materials/due", ["mba:ZLFB"]);
            Assert.Equal(before + 1, folder.Node.Count);
            clock.Pass();
            Assert.Equal(0, told);
        }

        place.Delete(recursive: true);
    }

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static Facility Store(string code) =>
        new(code, "Store", "貯存場", FacilityKind.Storage, new DateOnly(2026, 1, 1));

    private static async Task Record(Desk desk, object command) => Assert.IsType<Outcome.Recorded>(
        await desk.Do(command, Guid.NewGuid(), cancellation: TestContext.Current.CancellationToken));

    /// <summary>A clock whose timers wait until time is let pass.</summary>
    private sealed class HeldTime : TimeProvider, ITimer
    {
        private Action? _due;
        private bool _isSet;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _due = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _isSet = true;

        public void Pass()
        {
            if (_isSet)
                _due!();
            _isSet = false;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
