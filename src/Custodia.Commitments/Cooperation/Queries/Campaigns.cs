using Custodia.Books;
using Custodia.Commitments.Cooperation.Facts;

namespace Custodia.Commitments.Cooperation.Queries;

/// <summary>Asks how the campaigns stand.</summary>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
/// <param name="Item">Only those that serve this promise.</param>
/// <param name="IsBrief">Only how they stand: no ledger is opened to the reader.</param>
/// <param name="DueBy">Only those of which something is due by then, a milestone that was not reached or the whole: no other is judged.</param>
public sealed record CampaignsQuery(
    [Meaning("On which day", "日期")] DateOnly? Day = null,
    [Meaning("Only those that serve this promise", "僅對應此承諾者")] string? Item = null,
    [Meaning("Only how they stand, without masses", "僅狀態，不含質量")] bool IsBrief = false,
    [Meaning("Only those of which something is due by then", "僅於該日前有事項到期者")] DateOnly? DueBy = null);

/// <summary>The campaigns.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rows">By their first day.</param>
/// <param name="EliminatedKg">What all of them shipped abroad and blended down, in kg of uranium, each line once; null where the
/// ledger is not kept, or may not be seen.</param>
/// <param name="Sites">The same, facility by facility.</param>
/// <param name="Entries">The entries of those lines.</param>
public sealed record CampaignList(DateOnly Day, IReadOnlyList<CampaignRow> Rows, decimal? EliminatedKg, IReadOnlyList<EliminatedRow> Sites,
    IReadOnlyList<long> Entries);

/// <summary>What was shipped abroad and blended down at a facility.</summary>
/// <param name="Facility">Its code.</param>
/// <param name="Kilograms">In kg of uranium.</param>
public sealed record EliminatedRow(string Facility, decimal Kilograms);

/// <summary>A campaign. Masses are in kg of uranium; null where the reader may not see what the ledger holds.</summary>
/// <param name="Campaign">What was announced.</param>
/// <param name="Entry">The entry that announced it.</param>
/// <param name="State">How it stands.</param>
/// <param name="ClearSince">Since when the ledger shows nothing left.</param>
/// <param name="Declared">When it was declared completed.</param>
/// <param name="DeclaredBy">The entry of that.</param>
/// <param name="Milestones">Its steps.</param>
/// <param name="AtStartKg">What there was when it began.</param>
/// <param name="HeldKg">What is left.</param>
/// <param name="AbroadKg">Shipped abroad since.</param>
/// <param name="BlendedKg">Blended down since.</param>
/// <param name="BurntKg">Burnt since.</param>
/// <param name="MovedKg">Moved inside the State since.</param>
public sealed record CampaignRow(AnnounceCampaign Campaign, long Entry, CampaignState State, DateOnly? ClearSince, DateOnly? Declared,
    long? DeclaredBy, IReadOnlyList<MilestoneRow> Milestones, decimal? AtStartKg, decimal? HeldKg, decimal? AbroadKg, decimal? BlendedKg,
    decimal? BurntKg, decimal? MovedKg);

/// <summary>A step of a campaign.</summary>
/// <param name="Milestone">What it is.</param>
/// <param name="Reached">When it was reached.</param>
/// <param name="Note">What shows it.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record MilestoneRow(CampaignMilestone Milestone, DateOnly? Reached, string? Note, long? Entry);

/// <summary>Asks for one campaign.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Day">On which day; left out: that of the view, where it has one.</param>
public sealed record CampaignQuery(
    [Meaning("Id", "識別碼")] string Id,
    [Meaning("On which day", "日期")] DateOnly? Day = null);

/// <summary>One campaign with what the ledger shows of it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Row">How it stands.</param>
/// <param name="Level">What was there at the end of each day on which it changed; empty where it may not be seen.</param>
/// <param name="Changes">The lines since it began; empty where they may not be seen.</param>
/// <param name="IsReduced">Whether the reader may not see what the ledger holds.</param>
public sealed record CampaignView(DateOnly Day, CampaignRow Row, IReadOnlyList<LevelPoint> Level, IReadOnlyList<HeuChange> Changes, bool IsReduced);

/// <summary>What was there at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kilograms">In kg of uranium.</param>
public sealed record LevelPoint(DateOnly Day, decimal Kilograms);

/// <summary>Answers questions on campaigns: what they removed, and so how they stand, is read in the book of materials.</summary>
public static class Campaigns
{
    /// <summary>Answers <see cref="CampaignsQuery"/>.</summary>
    public static Answer<CampaignList> Ask(CooperationBook book, CampaignsQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (DayOf(query.Day, view) is not { } day)
            return CooperationRefusals.DayMissing.In("day");
        var seen = view with { AsOf = day };
        var all = All(book, seen, query.IsBrief, record => IsAsked(record, query, seen)).ToList();
        var isSeen = all.Count > 0 && all.TrueForAll(found => found.IsSeen);
        // Two campaigns may be about the same material.
        var lines = isSeen ? all.SelectMany(found => found.Standing.Eliminating).Distinct().ToList() : [];
        var facilities = all.SelectMany(found => found.Places).DistinctBy(place => place.Mba).ToDictionary(place => place.Mba,
            place => place.Facility);
        return new CampaignList(day, [.. all.Select(Row)], isSeen ? -lines.Sum(line => line.Kilograms) : null,
            [.. lines.GroupBy(line => facilities[line.Mba]).OrderBy(site => site.Key, StringComparer.Ordinal)
                .Select(site => new EliminatedRow(site.Key, -site.Sum(line => line.Kilograms)))],
            [.. lines.Select(line => line.Entry).Distinct().Order()]);
    }

    /// <summary>Answers <see cref="CampaignQuery"/>.</summary>
    public static Answer<CampaignView> Ask(CooperationBook book, CampaignQuery query, View view)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(query);
        if (DayOf(query.Day, view) is not { } day)
            return CooperationRefusals.DayMissing.In("day");
        var seen = view with { AsOf = day };
        if (book.Of<AnnounceCampaign>(seen).FirstOrDefault(record => ((AnnounceCampaign)record.Content).Id == query.Id) is not { } kept)
            return CooperationRefusals.CampaignUnknown.In("id", found: query.Id.Length <= 40 ? query.Id : null);
        var found = Judged(book, kept, seen, isBrief: false);
        return new CampaignView(day, Row(found),
            found.IsSeen ? [.. found.Standing.Level.Select(point => new LevelPoint(point.Day, point.Kilograms))] : [],
            found.IsSeen ? found.Standing.Since : [], !found.IsSeen);
    }

    /// <summary>The campaigns of a view, judged on its day: all, or some.</summary>
    internal static IEnumerable<JudgedCampaign> All(CooperationBook book, View view, bool isBrief, Func<KeptRecord, bool>? which = null) =>
        from record in book.Of<AnnounceCampaign>(view)
        where which?.Invoke(record) != false
        orderby record.Content.On, record.Stamp.Sequence
        select Judged(book, record, view, isBrief);

    // The ledger is read for those alone that are asked for.
    private static bool IsAsked(KeptRecord record, CampaignsQuery query, View view)
    {
        var campaign = (AnnounceCampaign)record.Content;
        return (query.Item is not { } item || campaign.Items?.Contains(item) == true)
            && (query.DueBy is not { } last || campaign.Due <= last
                || (campaign.Milestones ?? []).Index().Any(step => step.Item.Due <= last
                    && record.Last(StepKind.Reached, view, step.Index + 1) is null));
    }

    /// <summary>The day that is asked for, not after the view's; <c>null</c> where neither names one.</summary>
    internal static DateOnly? DayOf(DateOnly? asked, View view)
    {
        var day = asked is { } given && given < view.AsOf ? given : view.AsOf;
        return day == DateOnly.MaxValue ? null : day;
    }

    private static JudgedCampaign Judged(CooperationBook book, KeptRecord record, View view, bool isBrief)
    {
        var campaign = (AnnounceCampaign)record.Content;
        var reading = LedgerReading.Of(book.Questions, campaign, view);
        var declared = record.Last(StepKind.Completed, view);
        var milestones = (campaign.Milestones ?? []).Select((milestone, i) =>
        {
            var reached = record.Last(StepKind.Reached, view, i + 1);
            return new MilestoneRow(milestone, reached?.Step.On, reached?.Step.Note, reached?.Stamp.Sequence);
        });
        return new JudgedCampaign(campaign, record.Stamp.Sequence, declared, [.. milestones],
            CampaignStanding.Of(campaign, reading, declared is not null, view.AsOf),
            reading?.Places ?? [], !isBrief && reading is not null && LedgerReading.IsOpen(book.Questions, reading.Places, view.Reader));
    }

    private static CampaignRow Row(JudgedCampaign found)
    {
        var standing = found.Standing;
        return new CampaignRow(found.Campaign, found.Entry, standing.State, standing.ClearSince, found.Declared?.Step.On,
            found.Declared?.Stamp.Sequence, found.Milestones, Shown(standing.AtStart), Shown(standing.Held), Shown(standing.Gone(HeuRoute.Abroad)),
            Shown(standing.Gone(HeuRoute.Blended)), Shown(standing.Gone(HeuRoute.Burnt)), Shown(standing.Gone(HeuRoute.Moved)));

        decimal? Shown(decimal kilograms) => found.IsSeen ? kilograms : null;
    }
}

/// <summary>A campaign as it stands.</summary>
internal sealed record JudgedCampaign(AnnounceCampaign Campaign, long Entry, KeptStep? Declared, IReadOnlyList<MilestoneRow> Milestones,
    CampaignStanding Standing, IReadOnlyList<LedgerPlace> Places, bool IsSeen);
