using Custodia.Commitments.Law;
using static Custodia.Commitments.Tests.Law.LawState;

namespace Custodia.Commitments.Tests.Law;

/// <summary>The offence matrix: what is covered, and what is missing.</summary>
public sealed class OffenceTests : IDisposable
{
    private const string Now = "2026-01-01";

    private readonly LawState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public void The_rows_are_the_offences_of_both_conventions_with_attempt_complicity_and_extradition()
    {
        var rows = _state.Ask(book => Offences.Ask(book, new OffencesQuery(Day(Now)), _state.Journal.Now)).Value!.Rows;
        Assert.Equal(["icsant", "cppnm-amendment"], rows.Select(row => row.Convention).Distinct());
        foreach (var convention in rows.GroupBy(row => row.Convention))
        {
            OffenceElement[] needed =
            [
                OffenceElement.Act, OffenceElement.Threat, OffenceElement.Attempt, OffenceElement.Participation, OffenceElement.Organising,
                OffenceElement.Contribution, OffenceElement.Penalty, OffenceElement.Motive, OffenceElement.Jurisdiction,
                OffenceElement.Prosecution, OffenceElement.Extradition, OffenceElement.Assistance,
            ];
            Assert.Equal(needed, convention.Select(row => row.Element).Distinct().Order());
        }

        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Duty).Count());
        Assert.All(rows, row => Assert.Equal(OffenceGap.NoClause, row.Gap));
    }

    [Fact]
    public void Every_offence_of_the_two_conventions_is_an_element_and_the_list_that_was_replaced_is_none()
    {
        Assert.All(Register.Duties.Where(duty => duty.Element is not null), duty => Assert.True(duty.Offence));
        Assert.All(Register.Instruments.Find("icsant")!.Duties.Concat(Register.Instruments.Find("cppnm-amendment")!.Duties),
            duty => Assert.Equal(duty.Offence, duty.Element is not null));
        Assert.Equal(["CPPNM-7.1", "CPPNM-7.2"],
            Register.Instruments.Find("cppnm")!.Duties.Where(duty => duty is { Offence: true, Element: null }).Select(duty => duty.Id));
    }

    [Fact]
    public async Task An_offence_is_covered_by_a_clause_in_force_with_a_penalty()
    {
        await _state.Enact();
        await _state.Add("1");
        await _state.Add("2", penalty: "5 years");
        await _state.Map("ICSANT-2.3", "1");
        Assert.Equal((OffenceGap.NoPenalty, false), Gap("ICSANT-2.3"));
        await _state.Map("ICSANT-2.3", "2");
        Assert.Equal((OffenceGap.None, true), Gap("ICSANT-2.3"));
        Assert.Equal(["2"], _state.Offence("ICSANT-2.3", Now).Penalties.Select(clause => clause.Clause));
        await _state.Do(new EndClause(LawState.Act, "2", Day("2020-12-31"), "Act 8"));
        Assert.Equal((OffenceGap.NoPenalty, false), Gap("ICSANT-2.3"));
        await _state.Do(new EndClause(LawState.Act, "1", Day("2020-12-31"), "Act 8"));
        Assert.Equal((OffenceGap.NotInForce, false), Gap("ICSANT-2.3"));
    }

    [Fact]
    public async Task What_follows_from_an_offence_needs_no_penalty_and_jurisdiction_is_shown_beside_each_offence()
    {
        await _state.Enact();
        await _state.Add("9");
        await _state.Map("CPPNM-8", "9");
        Assert.Equal((OffenceGap.None, true), Gap("CPPNM-8"));
        Assert.Null(_state.Offence("CPPNM-8", Now).Jurisdiction);
        Assert.Equal(["9"], _state.Offence("ACPPNM-7.1e", Now).Jurisdiction!.Select(clause => clause.Clause));
        Assert.Empty(_state.Offence("ICSANT-2.1a", Now).Jurisdiction!);
    }

    private (OffenceGap, bool) Gap(string duty) => _state.Offence(duty, Now) is var row ? (row.Gap, row.IsCovered) : default;
}
