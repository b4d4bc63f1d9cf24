namespace Custodia.Commitments.Tests;

/// <summary>How many there are, as the sources and the briefs on them count.</summary>
public sealed class CountTests
{
    [Fact]
    public void The_register_has_157_systems_in_eight_sections()
    {
        Assert.Equal(157, Register.Systems.Count);
        Assert.Equal(
            [('A', 12), ('B', 33), ('C', 21), ('D', 17), ('E', 18), ('F', 15), ('G', 9), ('H', 32)],
            Register.Systems.GroupBy(row => row.Section).Select(section => (section.Key, section.Count())));
        Assert.All(Register.Systems.GroupBy(row => row.Section),
            section => Assert.Equal(Enumerable.Range(1, section.Count()), section.Select(row => row.Row)));
    }

    [Theory]
    [InlineData("C10", 12)]
    [InlineData("WP10", 50)]
    [InlineData("C12", 13)]
    [InlineData("C14", 36)]
    [InlineData("C16", 12)]
    public void A_document_has_its_items_in_order(string document, int count)
    {
        var items = Register.Documents.Find(document)!.Items().ToList();
        Assert.Equal(count, items.Count);
        Assert.Equal(Enumerable.Range(1, count), items.Select(item => item.Order));
    }

    [Fact]
    public void The_catalogue_has_123_items() => Assert.Equal(123, Register.Items.Count);

    [Theory]
    [InlineData("WP10", "3,3,6,9,3,8,4,3,5,3,3")]
    [InlineData("C12", "2,1,2,1,2,1,1,1,1,1,0")]
    [InlineData("C14", "1,3,1,3,5,1,2,1,2,2,2,2,2,1,1,1,3")]
    [InlineData("C16", "7,5")]
    public void The_items_of_a_document_fall_into_its_groups(string document, string counts)
    {
        var found = Register.Documents.Find(document)!;
        Assert.Equal(counts, string.Join(',', found.Groups.Select(group => found.Items().Count(item => item.Group == group.Id))));
    }

    [Fact]
    public void Three_paragraphs_of_The_Hague_stand_before_the_first_heading() =>
        Assert.Equal(["C14-01", "C14-02", "C14-03"], Register.Items.Where(item => item is { Document: "C14", Group: null }).Select(item => item.Id));

    [Theory]
    [InlineData("NSS2010", 47, 3)]
    [InlineData("NSS2012", 53, 4)]
    [InlineData("NSS2014", 53, 4)]
    [InlineData("NSS2016", 52, 4)]
    public void A_summit_has_its_participants(string id, int states, int organisations)
    {
        var summit = Register.Summits.Find(id)!;
        Assert.Equal(states, summit.Participants.Select(participant => participant.State).Distinct().Count());
        Assert.Equal(states, summit.Participants.Count);
        Assert.Equal(organisations, summit.Organisations.Count);
        Assert.Contains(summit.Participants, participant => participant == new Participant(summit.Host, Representation.Leader));
        Assert.True(summit.From < summit.To);
    }

    [Fact]
    public void Six_States_came_for_the_first_time_in_2012_and_Russia_stayed_away_in_2016()
    {
        Assert.Equal(["AZ", "DK", "GA", "HU", "LT", "RO"], New("NSS2012", "NSS2010"));
        Assert.Equal(["RU"], New("NSS2014", "NSS2016"));
        Assert.Empty(New("NSS2010", "NSS2012"));

        static IEnumerable<string> New(string id, string than) =>
            States(id).Except(States(than)).Order(StringComparer.Ordinal);

        static IEnumerable<string> States(string id) => Register.Summits.Find(id)!.Participants.Select(participant => participant.State);
    }

    [Fact]
    public void The_action_plan_of_2010_has_64_actions_under_three_pillars()
    {
        Assert.Equal(Enumerable.Range(1, 64), Register.NptActions.Select(action => action.Number));
        Assert.Equal([22, 24, 18], Register.NptActions.CountBy(action => action.Pillar).OrderBy(pillar => pillar.Key).Select(pillar => pillar.Value));
        Assert.All(Register.NptActions, action => Assert.Equal(action.Pillar == NptPillar.Disarmament, action.Part is not null));
        Assert.Equal([5, 12, 20, 21], Register.NptActions.Where(action => action.IsReported).Select(action => action.Number));
    }

    [Fact]
    public void The_treaties_have_the_articles_that_the_law_of_a_State_is_held_against()
    {
        Assert.Equal("ABCDEFGHIJKL", string.Concat(Register.Duties
            .Where(duty => duty.Id.StartsWith("ACPPNM-2A.3.", StringComparison.Ordinal)).Select(duty => duty.Article[^1])));
        foreach (var article in Enumerable.Range(7, 7))
            Assert.Contains(Register.Instruments.Find("cppnm")!.Duties, duty => duty.Article.Split('.')[0] == $"{article}");
        Assert.Equal(11, Register.Duties.Count(duty => duty.Id.StartsWith("ACPPNM-7.1", StringComparison.Ordinal)));
        Assert.Equal(8, Register.Duties.Count(duty => duty.Id.StartsWith("ICSANT-2.", StringComparison.Ordinal)));
        Assert.Equal(["ICSANT-7.4", "ICSANT-20"], new[] { "ICSANT-7.4", "ICSANT-20" }.Select(id => Register.Duties.Find(id)!.Id));
        Assert.Equal(16, Register.Resolutions.Find("UNSCR-1540")!.Duties.Count);
    }

    [Fact]
    public void The_resolutions_zones_regimes_and_gift_baskets_are_there()
    {
        Assert.Equal(
            [687, 1368, 1373, 1377, 1438, 1440, 1450, 1452, 1456, 1465, 1516, 1530, 1540, 1566, 1673, 1810, 1887, 1977, 2325, 2663],
            Register.Resolutions.Select(resolution => resolution.Number));
        Assert.Equal(12, Register.Systems.Find("unsc-counter-terrorism-resolutions")!.Opens.Count);
        Assert.Equal(5, Register.Instruments.Count(instrument => instrument.Kind == InstrumentKind.NuclearWeaponFreeZone));
        Assert.Equal(11, Register.Regimes.Count);
        Assert.Equal(["869", "899", "901", "905", "908", "909", "910", "912", "917", "918", "920"],
            Register.Circulars.Select(circular => circular.Circular.Split('/')[1]));
        Assert.All(Register.Circulars, circular => Assert.All(circular.Duties,
            duty => Assert.StartsWith(circular.Id + "-", duty.Id, StringComparison.Ordinal)));
    }
}
