using Custodia.ArmsControl.Facts;
using Custodia.ArmsControl.Queries;
using Custodia.ArmsControl.Reference;
using Custodia.ArmsControl.Treaty;
using Custodia.Books;
using FsCheck;
using FsCheck.Fluent;

namespace Custodia.ArmsControl.Tests;

/// <summary>The counts of a day are those that follow from what was notified up to it.</summary>
public sealed class ReplayTests
{
    private const int Days = 40;

    private static readonly DateOnly First = new(2019, 3, 1);

    /// <summary>What was tried: of an item, on a day, whether or not it can have happened.</summary>
    private static readonly Gen<List<Attempt>> Attempts = Gen.ListOf(
        from item in Gen.Choose(0, 4)
        from day in Gen.Choose(0, Days - 1)
        from type in Gen.Elements(Enum.GetValues<NotificationType>())
        from warheads in Gen.Choose(0, 10)
        select new Attempt(item, day, type, warheads)).Select(list => list.ToList());

    [Fact]
    public void Whatever_was_taken_replays_to_the_sum_of_an_oracle_on_each_day() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Attempts.ToArbitrary(), attempts =>
        {
            using var journal = new StateJournal();
            var taken = new List<Attempt>();
            foreach (var attempt in attempts)
            {
                var outcome = journal.Give(Make(attempt, taken.Count)).GetAwaiter().GetResult();
                var canBe = Oracle([.. taken, attempt], Days) is not null;
                Assert.Equal(canBe, outcome is Custodia.Books.Outcome.Recorded);
                if (canBe)
                    taken.Add(attempt);
            }

            for (var day = 0; day < Days; day++)
                Assert.Equal(Oracle(taken, day), CountsOf(journal, First.AddDays(day)) ?? Counts.None);
        }));

    [Fact]
    public async Task A_heavy_bomber_counts_as_one_warhead_and_one_vehicle()
    {
        using var journal = new StateJournal();
        await journal.Notify(NotificationType.Delivered, "2019-03-01", "B-1", ItemCategory.HeavyBomber);
        Assert.Equal(new Counts(0, 0, 1), CountsOf(journal, First));
        await journal.Notify(NotificationType.Deployed, "2019-03-02", "B-1");
        Assert.Equal(new Counts(1, 1, 1), CountsOf(journal, First.AddDays(1)));
        var loaded = journal.Notification(NotificationType.WarheadsChanged, "2019-03-03", "B-1", warheads: 8);
        Assert.Equal(["sequence-broken"], await journal.Refused(loaded));
    }

    [Fact]
    public async Task Four_hundred_and_two_hundred_and_forty_missiles_with_sixty_bombers_stand_at_the_limits()
    {
        using var journal = new StateJournal();
        await Force(journal, "I", ItemCategory.IcbmLauncher, 400, _ => 1);
        // 240 missiles with 1,090 warheads: 130 carry five and 110 carry four.
        await Force(journal, "S", ItemCategory.SlbmLauncher, 240, index => index < 130 ? 5 : 4);
        await Force(journal, "B", ItemCategory.HeavyBomber, 60, _ => null);
        var counts = CountsOf(journal, First)!;
        Assert.Equal((700, 1_550), (counts.Vehicles, counts.Warheads));
        Assert.DoesNotContain(NewStart.Limits, limit => limit.IsExceeded(counts, First));
        await Force(journal, "X", ItemCategory.HeavyBomber, 1, _ => null);
        Assert.Equal((701, 1_551), (CountsOf(journal, First)!.Vehicles, CountsOf(journal, First)!.Warheads));
    }

    [Fact]
    public async Task What_was_declared_stands_beside_what_follows_from_the_notifications_and_neither_changes_the_other()
    {
        using var journal = new StateJournal();
        await Force(journal, "I", ItemCategory.IcbmLauncher, 3, _ => 2);
        var entry = await journal.Do(new RecordExchange(Party.Us, First, First.AddDays(31), 3, 7, 5, "Note 9"));
        var rows = NewStartAnswers.Ask(journal.Book, new NewStartQuery(Party.Us), journal.On("2019-08-31")).Value!.Rows;
        var recorded = Assert.Single(rows, row => row.Entry == entry);
        Assert.Equal((new Counts(3, 7, 5), new Counts(3, 6, 3), new Counts(0, 1, 2), 1),
            (recorded.Counts!, recorded.Derived!, recorded.Difference!, recorded.DaysLate));
        var published = Assert.Single(rows, row => row.AsOf == First && row.Source == AggregateSource.Published);
        Assert.Equal((new Counts(656, 1365, 800), new Counts(653, 1359, 797)), (published.Counts!, published.Difference!));
        var corrected = await journal.Do(new RecordExchange(Party.Us, First, First.AddDays(40), 3, 6, 3, "Note 10", "Misread"));
        rows = NewStartAnswers.Ask(journal.Book, new NewStartQuery(Party.Us), journal.On("2019-08-31")).Value!.Rows;
        Assert.Equal([null, entry, corrected], rows.Where(row => row.AsOf == First).Select(row => row.Entry));
        Assert.Equal(Counts.None, rows[^1].Difference);
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_but_did_as_it_was_known()
    {
        using var journal = new StateJournal();
        await journal.Notify(NotificationType.Delivered, "2019-03-01", "I-1", ItemCategory.IcbmLauncher);
        var entry = await journal.Notify(NotificationType.Deployed, "2019-03-02", "I-1", warheads: 3);
        await journal.Do(new TakeBackNotification(entry, "Another item"));
        Assert.Equal(new Counts(0, 0, 1), journal.Book.ItemsOf(Party.Us).CountsAt(journal.Now));
        Assert.Equal(new Counts(1, 3, 1), journal.Book.ItemsOf(Party.Us).CountsAt(journal.Now with { Count = entry + 1 }));
        Assert.Equal(new Counts(0, 0, 1), journal.Book.ItemsOf(Party.Us).CountsAt(journal.On("2019-03-01")));
        Assert.Null(journal.Book.ItemsOf(Party.Us).CountsAt(journal.On("2019-02-28")));
        Assert.Null(journal.Book.ItemsOf(Party.Ru).CountsAt(journal.Now));
    }

    [Fact]
    public async Task Nothing_that_later_notifications_rest_on_is_taken_back_or_put_before_them()
    {
        using var journal = new StateJournal();
        var delivered = await journal.Notify(NotificationType.Delivered, "2019-03-01", "I-1", ItemCategory.IcbmLauncher);
        await journal.Notify(NotificationType.Eliminated, "2019-04-01", "I-1");
        Assert.Equal(["sequence-broken"], await journal.Refused(new TakeBackNotification(delivered, "Wrong")));
        Assert.Equal(["sequence-broken"], await journal.Refused(journal.Notification(NotificationType.Deployed, "2019-03-15", "I-1", warheads: 1)));
        await journal.Notify(NotificationType.Moved, "2019-03-15", "I-1");
        var rows = TreatyRecords.Ask(journal.Book, new NotificationsQuery(Uid: "I-1"), journal.Now).Value!.Rows;
        Assert.Equal([NotificationType.Delivered, NotificationType.Moved, NotificationType.Eliminated], rows.Select(row => row.Type));
        Assert.All(rows, row => Assert.Equal(-2, row.DaysLate));
        Assert.Equal(ItemPlace.Gone, TreatyRecords.Ask(journal.Book, new TreatyItemsQuery(Party.Us), journal.Now).Value!.Rows.Single().Place);
    }

    [Fact]
    public async Task Quotas_are_counted_by_treaty_year_type_and_party()
    {
        using var journal = new StateJournal();
        for (var number = 0; number < NewStart.TypeOneQuota; number++)
            await journal.Do(Inspection(InspectionType.One, "2019-02-05", number));
        Assert.Equal(["quota-used"], await journal.Refused(Inspection(InspectionType.One, "2020-02-04", 11)));
        await journal.Do(Inspection(InspectionType.One, "2020-02-05", 1));
        await journal.Do(Inspection(InspectionType.One, "2019-02-04", 1));
        for (var number = 0; number < NewStart.TypeTwoQuota; number++)
            await journal.Do(Inspection(InspectionType.Two, "2020-02-04", number));
        Assert.Equal(["quota-used"], await journal.Refused(Inspection(InspectionType.Two, "2019-06-01", 9)));
        var list = TreatyRecords.Ask(journal.Book, new TreatyInspectionsQuery(), journal.Now).Value!;
        Assert.Equal(10 + 2 + 8, list.Rows.Count);
        Assert.Equal([(10, 10), (8, 8)], list.Quotas.Where(row => row.Year == new DateOnly(2019, 2, 5) && row.By == Party.Us)
            .Select(row => (row.Used, row.Quota)));
    }

    private static RecordInspection Inspection(InspectionType type, string on, int number) =>
        new(Party.Us, type, StateJournal.Day(on), $"Base {number}", 4, 4);

    private static async Task Force(StateJournal journal, string prefix, ItemCategory category, int count, Func<int, int?> warheads)
    {
        var uids = Enumerable.Range(0, count).Select(index => $"{prefix}-{index}").ToList();
        await journal.Do(new RecordNotification(Party.Us, prefix + "-1", NotificationType.Delivered, First, First,
            [.. uids.Select(uid => new ItemChange(uid, category))]));
        await journal.Do(new RecordNotification(Party.Us, prefix + "-2", NotificationType.Deployed, First, First,
            [.. uids.Select((uid, index) => new ItemChange(uid, null, warheads(index)))]));
    }

    private static Counts? CountsOf(StateJournal journal, DateOnly day) =>
        TreatyRecords.Ask(journal.Book, new TreatyItemsQuery(Party.Us, day), journal.Now).Value!.Counts;

    // Items 0 and 1 are launchers on land, 2 and 3 at sea, 4 is a bomber.
    private static ItemCategory CategoryOf(int item) => (ItemCategory)(item / 2);

    private static RecordNotification Make(Attempt attempt, int number) => new(Party.Us, $"N-{number}", attempt.Type, First.AddDays(attempt.Day),
        First.AddDays(attempt.Day), [new($"U-{attempt.Item}", attempt.Type == NotificationType.Delivered ? CategoryOf(attempt.Item) : null,
            CarriesWarheads(attempt) ? attempt.Warheads : null)]);

    private static bool CarriesWarheads(Attempt attempt) => CategoryOf(attempt.Item) != ItemCategory.HeavyBomber
        && attempt.Type is NotificationType.Deployed or NotificationType.WarheadsChanged;

    /// <summary>Counts by hand up to a day; null where something cannot have happened.</summary>
    private static Counts? Oracle(List<Attempt> attempts, int until)
    {
        var (there, deployed, gone) = (new HashSet<int>(), new Dictionary<int, int>(), new HashSet<int>());
        foreach (var attempt in attempts.OrderBy(attempt => attempt.Day).Where(attempt => attempt.Day <= until))
        {
            var (item, isBomber) = (attempt.Item, attempt.Item == 4);
            var isEmpty = there.Contains(item) && !deployed.ContainsKey(item);
            bool canBe;
            switch (attempt.Type)
            {
                case NotificationType.Delivered:
                    canBe = !gone.Contains(item) && there.Add(item);
                    break;
                case NotificationType.Deployed:
                    canBe = isEmpty;
                    deployed[item] = isBomber ? 1 : attempt.Warheads;
                    break;
                case NotificationType.WarheadsChanged:
                    canBe = !isBomber && deployed.ContainsKey(item);
                    deployed[item] = attempt.Warheads;
                    break;
                case NotificationType.Withdrawn:
                    canBe = deployed.Remove(item);
                    break;
                case NotificationType.Launched:
                    canBe = !isBomber && deployed.Remove(item);
                    break;
                case NotificationType.Moved:
                    canBe = there.Contains(item);
                    break;
                default:
                    canBe = isEmpty && there.Remove(item) && gone.Add(item);
                    break;
            }

            if (!canBe)
                return null;
        }

        return new Counts(deployed.Count, deployed.Values.Sum(), there.Count);
    }

    private sealed record Attempt(int Item, int Day, NotificationType Type, int Warheads);
}
