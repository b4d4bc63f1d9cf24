using System.Globalization;
using System.Text.RegularExpressions;

namespace Custodia.Commitments.Tests;

/// <summary>Whatever a record names is there, and no record is a dead end.</summary>
public sealed partial class ReferenceTests
{
    /// <summary>The indicators of the brief: letter and numbers of each series.</summary>
    private static readonly HashSet<string> Indicators =
    [
        .. from series in new[]
            {
                "T1-7", "C1-4", "I1-8", "M1-10", "S1-7", "W1-1", "R1-7", "P1-7", "H1-4", "H6-7", "X1-5", "N1-2", "N4-4", "D1-9", "F1-4",
                "E1-3", "V1-3", "G1-3", "A1-2",
            }
           let ends = series[1..].Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray()
           from number in Enumerable.Range(ends[0], ends[1] - ends[0] + 1)
           select $"IND-{series[0]}{number:00}",
    ];

    [Fact]
    public void Every_indicator_that_is_named_is_one_of_the_89()
    {
        Assert.Equal(89, Indicators.Count);
        var named = EmbeddedTexts.All().Where(text => text.Text.StartsWith("IND-", StringComparison.Ordinal));
        Assert.All(named, text => Assert.Contains(text.Text, Indicators));
        Assert.All(Register.Items, item => Assert.NotEmpty(item.Indicators));
    }

    [Fact]
    public void Every_source_that_is_cited_is_there_and_no_other()
    {
        string[] cited =
        [
            .. Register.Systems.SelectMany(row => row.Sources).Select(citation => citation.Source),
            .. Register.Facts.Select(fact => fact.Source.Source),
            .. Register.Groups.Select(group => group.Source), .. Register.Documents.Select(document => document.Source),
            .. Register.Instruments.Select(instrument => instrument.Source), .. Register.Resolutions.Select(resolution => resolution.Source),
            .. Register.Regimes.Select(regime => regime.Source), .. Register.Declarations.Select(declaration => declaration.Source),
            .. Glossary.All.SelectMany(term => term.Variants).SelectMany(variant => variant.Sources ?? []),
        ];
        Assert.Equal(Register.Sources.Select(source => source.Id).Order(StringComparer.Ordinal), cited.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_term_that_is_named_is_there() => Assert.All(
        [
            .. Register.Systems.Select(row => row.Id),
            .. Register.Facts.Select(fact => fact.Subject), .. Register.Groups.Select(group => group.System),
            .. Register.Summits.Select(summit => summit.System), .. Register.Summits.SelectMany(summit => summit.Organisations),
            .. Register.Documents.Select(document => document.System),
            .. Register.Instruments.Select(instrument => instrument.System).OfType<string>(),
            .. Register.Resolutions.Select(resolution => resolution.System), .. Register.Regimes.Select(regime => regime.System),
            .. Register.Bodies.Select(body => body.System), .. Register.Programmes.Select(programme => programme.System),
            .. Register.Declarations.Select(declaration => declaration.System),
        ],
        term => Assert.NotNull(Glossary.Find(term)));

    [Fact]
    public void Every_State_that_is_named_is_there() => Assert.All(
        [
            .. Register.Summits.SelectMany(summit => summit.Participants).Select(participant => participant.State),
            .. Register.Summits.Select(summit => summit.Host), .. Register.Groups.SelectMany(group => group.States),
            .. Register.Instruments.SelectMany(instrument => instrument.States),
            .. Register.Declarations.SelectMany(declaration => declaration.States),
            .. Register.Circulars.Select(circular => circular.Sponsor).OfType<string>(),
        ],
        state => Assert.NotNull(Register.States.Find(state)));

    [Fact]
    public void An_item_knows_its_document_its_group_and_its_theme() => Assert.All(Register.Items, item =>
    {
        var document = Register.Documents.Find(item.Document)!;
        Assert.Equal(document.Date, item.Baseline);
        Assert.NotNull(Register.Themes.Find(item.Theme));
        if (item.Group is not null)
            Assert.Contains(document.Groups, group => group.Id == item.Group);
        if (item.Target is { } target)
        {
            Assert.Contains(target.Indicator, item.Indicators);
            Assert.True(target.Due > item.Baseline);
        }
    });

    [Fact]
    public void The_targets_that_the_documents_name_have_their_dates() => Assert.Equal(
        [("C10-01", "2014-04-13"), ("C12-01", "2014-12-31"), ("C12-05", "2013-12-31"), ("C14-09", "2014-12-31")],
        from item in Register.Items
        where item.Target is not null
        select (item.Id, item.Target!.Due.ToString("O", CultureInfo.InvariantCulture)));

    [Fact]
    public void A_summit_and_its_documents_name_each_other() => Assert.All(Register.Summits, summit =>
        Assert.Equal(summit.Documents, Register.Documents.Where(document => document.Summit == summit.Id).Select(document => document.Id)));

    [Fact]
    public void Every_theme_has_an_item() =>
        Assert.All(Register.Themes, theme => Assert.Contains(Register.Items, item => item.Theme == theme.Id));

    [Fact]
    public void Every_system_opens_a_record_that_is_there() => Assert.All(Register.Systems, row =>
    {
        Assert.NotEmpty(row.Opens);
        Assert.NotEmpty(row.Sources);
        Assert.All(row.Opens, opening => Assert.True(IsThere(opening), $"{row.Id}: {opening}"));
    });

    [Fact]
    public void Every_instrument_regime_body_programme_and_declaration_is_opened_by_a_system_or_has_a_name_of_its_own()
    {
        var opened = Register.Systems.SelectMany(row => row.Opens).Select(opening => opening.Id).ToHashSet();
        Assert.All(Register.Instruments.Where(instrument => instrument.Name is null), instrument => Assert.Contains(instrument.Id, opened));
        Assert.All(Register.Regimes.Where(regime => Register.Systems.Find(regime.System) is not null), regime => Assert.Contains(regime.Id, opened));
        Assert.All(Register.Programmes.Where(programme => programme.Name is null), programme => Assert.Contains(programme.Id, opened));
        Assert.All(Register.Declarations, declaration => Assert.Contains(declaration.Id, opened));
        Assert.All(Register.Circulars, circular => Assert.Contains(circular.Id, opened));
    }

    [Fact]
    public void Every_record_that_needs_a_name_has_one()
    {
        Assert.All(Register.Instruments, instrument => Assert.NotEmpty(instrument.Title.Zh));
        Assert.All(Register.Regimes, regime => Assert.NotEmpty(regime.Title.Zh));
        Assert.All(Register.Bodies, body => Assert.NotEmpty(body.Title.Zh));
        Assert.All(Register.Programmes, programme => Assert.NotEmpty(programme.Title.Zh));
        Assert.All(Register.Systems, row => Assert.NotEmpty(row.Term.MeaningZh));
    }

    [Fact]
    public void The_facts_of_a_declaration_are_there() => Assert.All(
        Register.Declarations.SelectMany(declaration => declaration.Facts), fact => Assert.NotNull(Register.Facts.Find(fact)));

    [Fact]
    public void Dates_of_instruments_are_dates_in_their_order() => Assert.All(Register.Instruments, instrument =>
    {
        string[] dates = [.. new[] { instrument.Adopted, instrument.Opened, instrument.InForce, instrument.Ended }.OfType<string>()];
        Assert.All(dates, date => Assert.Matches(PartialDate(), date));
        Assert.Equal(dates.Select(date => date[..4]).Order(StringComparer.Ordinal), dates.Select(date => date[..4]));
    });

    [Fact]
    public void A_duty_that_recurs_says_how_often() => Assert.All(Register.Duties, duty =>
        Assert.Equal(duty.Recurrence == Recurrence.Periodic, duty.EveryMonths is > 0));

    private static bool IsThere(Opening opening) => opening.To switch
    {
        OpeningKind.Summit => Register.Summits.Find(opening.Id) is not null,
        OpeningKind.Document => Register.Documents.Find(opening.Id) is not null,
        OpeningKind.Item => Register.Items.Find(opening.Id) is not null,
        OpeningKind.Instrument => Register.Instruments.Find(opening.Id) is not null,
        OpeningKind.Resolution => Register.Resolutions.Find(opening.Id) is not null,
        OpeningKind.Regime => Register.Regimes.Find(opening.Id) is not null,
        OpeningKind.Body => Register.Bodies.Find(opening.Id) is not null,
        OpeningKind.Programme => Register.Programmes.Find(opening.Id) is not null,
        OpeningKind.Circular => Register.Circulars.Find(opening.Id) is not null,
        OpeningKind.Declaration => Register.Declarations.Find(opening.Id) is not null,
        OpeningKind.NptAction => Register.NptActions.Find(opening.Id) is not null,
        OpeningKind.Group => Register.Groups.Find(opening.Id) is not null,
        OpeningKind.Profile => Register.States.Find(opening.Id) is not null,
        OpeningKind.Indicator => Indicators.Contains(opening.Id),
        OpeningKind.Page => Glossary.All.Any(term => term.Page == opening.Id),
        OpeningKind.Term => Glossary.Find(opening.Id) is not null,
        _ => false,
    };

    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2})?)?$")]
    private static partial Regex PartialDate();
}
