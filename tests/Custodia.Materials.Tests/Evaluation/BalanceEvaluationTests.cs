using Custodia.Books;
using Custodia.Materials.Commands;
using Custodia.Materials.Evaluation;
using Custodia.Materials.Ledger;
using Custodia.Materials.Measurement;
using Custodia.Materials.Queries;
using Custodia.Materials.Structure;
using Custodia.Materials.Tests.Queries;
using Custodia.Quantities;
using static Custodia.Materials.Tests.Scenario;
using MeasurementMethod = Custodia.Materials.Measurement.MeasurementMethod;
using SingularReason = Custodia.Statistics.Balances.SingularReason;

namespace Custodia.Materials.Tests.Evaluation;

public sealed class BalanceEvaluationTests
{
    private static readonly MaterialCode Enriched = new('E', 'G');

    [Fact]
    public void The_year_of_a_fuel_plant_has_the_sigma_that_was_worked_out_by_hand()
    {
        using var s = FuelPlantYear.Closed();
        var answer = Evaluate(s);
        var period = Assert.Single(answer.Periods);
        Assert.Equal(G(6_800), period.Muf);
        Assert.Equal((G(9_000_000), G(30_400_000), G(27_615_000), G(11_778_200)),
            (period.Begin, period.Increases, period.Decreases, period.End));
        Assert.Equal(21_454.5, period.Sigma, 0.5);
        Assert.Equal(0.317, period.Z!.Value, 0.001);
        // The laboratory measures almost as much on one side as on the other: what it gets wrong cancels.
        Assert.Equal(18.4, Math.Sqrt(Part(answer, "LAB-G").Systematic[0]), 0.1);
        Assert.Equal(14_440, Math.Sqrt(Part(answer, "SCALE-A").Systematic[0]), 0.1);
        Assert.Equal(13_800, Math.Sqrt(Part(answer, "SCALE-C").Systematic[0]), 0.1);
        Assert.Equal(1_500, Math.Sqrt(Part(answer, "NDA-WASTE").Systematic[0]), 0.1);
        Assert.Equal(265.2, Math.Sqrt(Part(answer, "NDA-WASTE").Random[0]), 0.1);
        Assert.Equal(period.Sigma * period.Sigma, answer.Methods.Sum(m => m.Random[0] + m.Systematic[0]), period.Sigma * 1e-6);
        Assert.Equal(100, answer.Methods.Sum(m => m.Share), 1e-9);
        Assert.True(answer.Goal!.IsMet);
        Assert.Equal(MaterialType.LowEnrichedUranium, answer.Goal.Kind);
    }

    [Fact]
    public void The_isotope_has_the_errors_of_its_element_and_its_own()
    {
        using var s = FuelPlantYear.Closed();
        var element = Evaluate(s).Periods[0];
        Assert.Equal(element.Sigma * 0.044, Evaluate(s, isotope: true).Periods[0].Sigma, 1);
        s.Do(FuelPlantYear.Method("MASS-SPEC", MeasuredQuantity.Isotope, 0.1m, 0.05m, "123ABC", "????"));
        Assert.Equal(element.Sigma, Evaluate(s).Periods[0].Sigma, 12);
        var isotope = Evaluate(s, isotope: true);
        Assert.True(isotope.Periods[0].Sigma > element.Sigma * 0.044);
        Assert.Contains(isotope.Methods, method => method is { Code: "MASS-SPEC", Share: > 0 });
        Assert.Equal(75_000, isotope.Goal!.Quantity, 1e-6);
        Assert.Equal(75_000 / 0.044, Evaluate(s).Goal!.Quantity, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Muf_of_each_balance_is_the_exact_one_of_the_ledger_after_any_correction(int seed)
    {
        using var s = Streams.Random(seed);
        s.Do(new MeasurementMethod("XAFB", "ALL", "All", "全部", MeasuredQuantity.Nda, 1, 0.5m, "x", Day("2025-06-30"), ["1", "2", "3", "A"]));
        var closed = StatementAnswers.Ask(s.Book, new("XAFB"), s.Now).Value!.Periods.Where(period => period.To is not null).ToList();
        foreach (var isotope in new[] { false, true })
        {
            var answer = Evaluate(s, isotope);
            Assert.Equal(closed.Select(period => (period.From, period.To!.Value)), answer.Periods.Select(period => (period.From, period.To)));
            foreach (var (period, struck) in answer.Periods.Zip(closed))
            {
                var expected = struck.Muf.SingleOrDefault(weight => weight.Material == Enriched).Amount;
                Assert.Equal(isotope ? expected.Fissile : expected.Element, period.Muf);
                Assert.Equal(period.Begin + period.Increases - period.Decreases - period.End, period.Muf);
            }
        }
    }

    [Fact]
    public void An_item_listed_twice_on_one_weight_adds_nothing_and_one_that_was_weighed_again_does()
    {
        using var s = TwoBalances("T");
        var still = Evaluate(s).Periods[1];
        using var again = TwoBalances("M");
        var weighed = Evaluate(again).Periods[1];
        Assert.Equal(0, still.Sigma, 12);
        Assert.Equal(Mass.Zero, still.ActiveInventory);
        // Both weighings of 1,000 kg have 0.1 %; what the scale gets wrong always cancels.
        Assert.Equal(1_000_000 * 0.001 * Math.Sqrt(2), weighed.Sigma, 1e-6);
        Assert.Equal(G(2_000_000), weighed.ActiveInventory);
        Assert.Equal(SingularReason.NoRandomError, Evaluate(s).Singular!.Reason);
        Assert.Null(still.Sitmuf);
        Assert.NotNull(weighed.Sitmuf);
    }

    [Fact]
    public void After_a_calibration_the_systematic_errors_do_not_cancel_any_more()
    {
        using var s = TwoBalances("M", calibrated: true);
        var period = Evaluate(s).Periods[1];
        Assert.Equal(1_000_000 * Math.Sqrt(2 * (0.001 * 0.001 + 0.0005 * 0.0005)), period.Sigma, 1e-6);
        Assert.Equal(["SCALE#0", "SCALE#1"], period.Calibrations);
    }

    [Fact]
    public void Lines_without_a_method_are_refused_or_count_with_the_accepted_error_that_the_answer_names()
    {
        using var s = FuelPlantYear.Closed(withMethods: false);
        Assert.Contains("1 × U6CF: 20; CY01, 2025-07-15", Ask(s, new("XAFB", Enriched)).Refusals.Select(r => r.Found));
        var answer = Ask(s, new("XAFB", Enriched, UseAccepted: true)).Value!;
        Assert.Equal((FacilityKind.Fabrication, 0.003m), (answer.Accepted!.Facility, answer.Accepted.Fraction));
        // 9,000,000 + 30,400,000 on the one side is less than what stands on the other by MUF alone.
        Assert.Equal(0.003 * 39_400_000, answer.Periods[0].Sigma, 1e-6);
        Assert.Equal("*", Assert.Single(answer.Methods).Code);
    }

    [Fact]
    public void What_is_asked_wrongly_is_refused()
    {
        using var s = FuelPlantYear.Closed();
        Assert.Equal("materials.mba-unknown", Code(s, new("XAZZ", Enriched)));
        Assert.Equal("materials.evaluation-item-area", Code(s, new("XARA", Enriched)));
        Assert.Equal("materials.evaluation-material-unknown", Code(s, new("XAFB", new('P', '\0'))));
        Assert.Equal("materials.evaluation-options-outside", Code(s, new("XAFB", Enriched, K: 5.1m)));
        Assert.Equal("materials.evaluation-options-outside", Code(s, new("XAFB", Enriched, Alpha: 0)));
        Assert.Equal("materials.evaluation-options-outside", Code(s, new("XAFB", Enriched, K: 4, Alpha: 0.1m)));
        Assert.Equal("materials.evaluation-loss-outside", Code(s, new("XAFB", Enriched, Goal: 0)));
        Assert.Equal("materials.evaluation-loss-outside", Code(s, new("XAFB", Enriched, Loss: 5)));
        Assert.Equal("materials.evaluation-loss-outside", Code(s, new("XAFB", Enriched, Loss: -5, LossFrom: Day("2026-01-01"))));
        Assert.Equal("materials.evaluation-loss-outside", Code(s, new("XAFB", Enriched, Loss: 5, LossFrom: Day("2026-07-01"))));
        Assert.Equal("materials.evaluation-loss-outside", Code(s, new("XAFB", Enriched, Loss: 5, LossFrom: Evaluate(s).Periods[0].From)));
        Assert.Equal("materials.evaluation-loss-outside",
            Code(s, new("XAFB", Enriched, Loss: 5, LossFrom: Day("2026-02-01"), LossTo: Day("2026-01-01"))));
        using var store = Examples.Plant();
        Assert.Equal("materials.evaluation-no-method", Code(store, new("XAFB", Enriched)));
        using var conversion = Small();
        conversion.Do(new InventoryChange("XACA", Day("2025-07-02"), "RF", "CYL", 1, "U6CF", "N", [Weight.Enriched(G(1_000), G(44))],
            "1", "FR", "XACA", "C"));
        conversion.Do(new TakeInventory("XACA", Day("2026-06-30"), [new(2, new("CYL", "A", 1, "U6CF", "M", [Weight.Enriched(G(999), G(44))]))]));
        conversion.Do(new CloseBalance("XACA", Day("2026-06-30")));
        Assert.Equal("materials.evaluation-no-accepted", Code(conversion, new("XACA", Enriched, UseAccepted: true)));
    }

    [Fact]
    public void An_alpha_is_held_against_the_balances_that_can_be_tested()
    {
        // Of two balances one is singular: what two would allow is too much for one.
        using var s = TwoBalances("T");
        var refusal = Assert.Single(Ask(s, new("XAFB", Enriched, K: 1.8m)).Refusals);
        Assert.Equal(("materials.evaluation-options-outside", "alpha"), (refusal.Code, refusal.Place.Field));
        Assert.StartsWith("< 0.03", refusal.Expected, StringComparison.Ordinal);
        Assert.NotNull(Ask(s, new("XAFB", Enriched, K: 1.8m, Alpha: 0.01m)).Value);
    }

    [Fact]
    public void A_corrected_line_keeps_its_place_among_those_of_its_day()
    {
        using var s = Small();
        s.Do(Scale());
        s.Do(Cylinder());
        var received = s.Last;
        s.Do(new InventoryChange("XAFB", Cylinder().Date, "SD", "CYL", 1, "U6CF", "T", [Weight.Enriched(G(1_000_000), G(44_000))], "2",
            "XAFB", "XARA"));
        s.Do(new TakeInventory("XAFB", Day("2025-12-31"), []));
        s.Do(new CloseBalance("XAFB", Day("2025-12-31")));
        Assert.Equal(0, Evaluate(s).Periods[0].Sigma);
        s.Do(new CorrectChanges([new(received, Cylinder() with { Note = "Seal 7" })], "seal left out"));
        Assert.Equal(0, Evaluate(s).Periods[0].Sigma);
    }

    [Fact]
    public void Only_what_measured_the_weight_itself_stands_for_an_isotope()
    {
        using var s = Small();
        s.Do(Scale() with { Code = "MS", Measures = MeasuredQuantity.Isotope });
        s.Do(Cylinder());
        List(s, "2025-12-31", "M");
        Assert.Equal("materials.evaluation-no-method", Code(s, new("XAFB", Enriched, true)));
        s.Do(Scale());
        Assert.Equal(["MS", "SCALE"], Evaluate(s, isotope: true).Methods.Select(method => method.Code).Order());
    }

    [Fact]
    public void Each_refusal_of_an_evaluation_has_both_languages() =>
        Assert.All(RefusalCatalogue.Of(typeof(EvaluationRefusals)), c => Assert.All(
            new[] { c.Message.En, c.Message.Zh, c.Remedy.En, c.Remedy.Zh }, text => Assert.NotEmpty(text)));

    [Fact]
    public void A_balance_that_is_not_closed_is_named_and_not_evaluated()
    {
        using var s = WithCylinder();
        var open = Ask(s, new("XAFB", Enriched)).Value!;
        Assert.Empty(open.Periods);
        Assert.Equal(Day("2025-06-30"), open.OpenSince);
        using var year = FuelPlantYear.Closed();
        Assert.Equal(Day("2026-07-01"), Evaluate(year).OpenSince);
        var before = year.Now with { AsOf = Day("2026-06-29") };
        Assert.Empty(BalanceEvaluations.Ask(year.Book, new("XAFB", Enriched), before).Value!.Periods);
    }

    [Fact]
    public void A_supposed_loss_moves_the_sequence_by_its_mass_and_is_recorded_nowhere()
    {
        using var s = TwoBalances("M", calibrated: true);
        var (last, plain) = (s.Last, Evaluate(s));
        var loss = Ask(s, new("XAFB", Enriched, Loss: 30_000, LossFrom: Day("2025-11-01"), LossTo: Day("2026-02-28"))).Value!.Loss!;
        Assert.Equal(30_000, loss.ByPeriod.Sum(), 1e-6);
        Assert.All(loss.ByPeriod, part => Assert.True(part > 0));
        Assert.Equal(30_000, loss.Cumuf[^1] - (double)plain.Periods[^1].Cumuf.Grams, 1e-6);
        Assert.True(loss.Probability > 0.99);
        Assert.True(loss.PageUp[^1] > plain.Tests!.Page);
        Assert.Equal(last, s.Last);
        Assert.Equal(plain.Basis.Digest, Evaluate(s).Basis.Digest);
        Assert.Matches("^[0-9a-f]{64}$", plain.Basis.Digest);
        Assert.NotEqual(plain.Basis.Digest, Ask(s, new("XAFB", Enriched, K: 1)).Value!.Basis.Digest);
    }

    [Fact]
    public void No_test_finds_a_loss_oftener_than_the_best_one_and_none_finds_nothing_oftener_than_alpha()
    {
        using var s = TwoBalances("M");
        var detection = Evaluate(s).Detection!;
        foreach (var curve in new[] { detection.Abrupt, detection.Protracted })
        {
            Assert.Equal(0.05, curve[0].Page, 1e-8);
            Assert.Equal(0.05, curve[0].Cumuf, 1e-8);
            Assert.All(curve, point => Assert.True(point.Best >= point.Page - 1e-9 && point.Best >= point.Cumuf - 1e-9));
            Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.Second.Page > pair.First.Page - 1e-12));
            Assert.True(curve[^1].Page > 0.9);
        }
    }

    [Fact]
    public void It_says_which_method_alone_would_meet_a_goal_and_by_how_much_it_must_better()
    {
        using var s = FuelPlantYear.Closed();
        // 3.29 sigma are 70.6 kg: a goal of 60 kg asks for 18,237 g, which bettering either scale alone can reach.
        var answer = Ask(s, new("XAFB", Enriched, Goal: 60_000)).Value!;
        Assert.Equal((null, false), (answer.Goal!.Kind, answer.Goal.IsMet));
        var (needed, sigma) = (answer.Goal.Needed, answer.Goal.Sigma);
        Assert.Equal(60_000 / 3.2897, needed, 1);
        var scale = Part(answer, "SCALE-A");
        Assert.Equal(GoalVerdict.Improve, scale.Verdict);
        var own = scale.Random[0] + scale.Systematic[0];
        Assert.Equal(needed * needed, (sigma * sigma) - own + (own / (scale.Factor!.Value * scale.Factor.Value)), 1);
        Assert.Equal(GoalVerdict.NotAlone, Part(answer, "LAB-G").Verdict);
        Assert.Null(Part(answer, "LAB-G").Factor);
    }

    [Fact]
    public void Methods_that_a_line_names_stand_before_those_that_serve_its_place()
    {
        using var s = Small();
        s.Do(Scale());
        s.Do(Scale() with { Code = "ROUGH", RandomPercent = 1, SystematicPercent = 0, Kmps = null });
        s.Do(Cylinder() with { Methods = ["ROUGH"] });
        List(s, "2025-12-31", "T");
        Assert.Equal(0, Evaluate(s).Periods[0].Sigma);
        s.Do(new InventoryChange("XAFB", Day("2026-01-10"), "SD", "CYL", 1, "U6CF", "M", [Weight.Enriched(G(1_000_000), G(44_000))], "2",
            "XAFB", "XARA"));
        s.Do(new TakeInventory("XAFB", Day("2026-03-31"), []));
        s.Do(new CloseBalance("XAFB", Day("2026-03-31")));
        // What came was weighed roughly, what went on the scale.
        Assert.Equal(1_000_000 * Math.Sqrt(0.01 * 0.01 + 0.001 * 0.001 + 0.0005 * 0.0005), Evaluate(s).Periods[1].Sigma, 1e-6);
    }

    [Fact]
    public void A_part_that_leaves_on_the_weight_of_the_whole_has_no_error_of_its_own()
    {
        using var s = Small();
        s.Do(Scale());
        s.Do(Cylinder());
        List(s, "2025-12-31", "M");
        s.Do(new InventoryChange("XAFB", Day("2026-01-10"), "SD", "CYL", 1, "U6CF", "T", [Weight.Enriched(G(400_000), G(17_600))], "2",
            "XAFB", "XARA"));
        List(s, "2026-03-31", "T", 600_000);
        var answer = Evaluate(s);
        Assert.Equal(0, answer.Periods[1].Sigma);
        Assert.Equal(Mass.Zero, answer.Periods[1].Muf);
        // Weighed again, what is left has an error, and so has the whole that opened the balance.
        List(s, "2026-06-30", "M", 599_000);
        Assert.Equal(Math.Sqrt(600_000d * 600_000 + 599_000d * 599_000) * 0.001, Evaluate(s).Periods[2].Sigma, 1);
    }

    [Fact]
    public void A_batch_that_is_shipped_in_two_parts_has_one_error_in_each_balance_by_its_part()
    {
        using var s = Small();
        // 0.1 % and 60 g of each weighing, 0.05 % and 80 g of the scale.
        s.Do(Scale() with { RandomGrams = 60, SystematicGrams = 80 });
        s.Do(Cylinder());
        Part("2025-10-10", 400_000);
        List(s, "2025-12-31", "T", 600_000);
        Part("2026-01-10", 350_000);
        List(s, "2026-03-31", "M", 250_000);
        var periods = Evaluate(s).Periods;
        // Received on one weighing, 400 kg shipped on it, 600 kg listed on it: nothing is left.
        Assert.Equal((Mass.Zero, 0d), (periods[0].Muf, periods[0].Sigma));
        // 600 kg open the next balance, 350 kg are shipped: a quarter of the error of 1,000 kg against a weighing of 250 kg.
        var relative = 250_000d * 250_000 * 2 * 0.001 * 0.001;
        var additive = (0.25 * 0.25 + 1) * 60 * 60 + 0.75 * 0.75 * 80 * 80;
        Assert.Equal(Math.Sqrt(relative + additive), periods[1].Sigma, 1e-6);

        void Part(string day, decimal grams) => s.Do(new InventoryChange("XAFB", Day(day), "SD", "CYL", 1, "U6CF", "T",
            [Weight.Enriched(G(grams), G(grams * 0.044m))], "2", "XAFB", "XARA"));
    }

    [Fact]
    public void A_weighing_that_stands_in_two_balances_with_other_amounts_is_one()
    {
        using var s = Small();
        s.Do(Scale() with { RandomGrams = 60, SystematicGrams = 0, SystematicPercent = 0 });
        s.Do(Cylinder());
        List(s, "2025-12-31", "M", 999_000);
        s.Do(new InventoryChange("XAFB", Day("2026-01-10"), "SD", "CYL", 1, "U6CF", "T", [Weight.Enriched(G(399_600), G(17_600))], "2",
            "XAFB", "XARA"));
        List(s, "2026-03-31", "M", 599_000);
        var periods = Evaluate(s).Periods;
        double Received = Square(1_000) + Square(60), Listed = Square(999) + Square(60), Last = Square(599) + Square(60);
        Assert.Equal(Math.Sqrt(Received + Listed), periods[0].Sigma, 1e-6);
        // Three fifths of the listing's error stand in the second balance, against the whole of it in the first.
        Assert.Equal(Math.Sqrt(0.36 * Listed + Last), periods[1].Sigma, 1e-6);
        Assert.Equal(Math.Sqrt(Received + 0.16 * Listed + Last), periods[1].SigmaCumuf, 1e-6);

        static double Square(double sigma) => sigma * sigma;
    }

    [Fact]
    public void A_batch_at_two_KMPs_has_a_weight_at_each()
    {
        using var s = Small();
        s.Do(Scale() with { SystematicPercent = 0 });
        s.Do(Scale() with { Code = "SCALE-B", Kmps = ["B"], RandomPercent = 0.2m, SystematicPercent = 0 });
        s.Do(Cylinder());
        Listed("2025-12-31", "M", 300_000, 700_000);
        Listed("2026-01-31", "T", 300_000, 700_000);
        Listed("2026-02-28", "T", 450_000, 550_000);
        Listed("2026-03-31", "T", 300_000, 690_000);
        s.Do(new InventoryChange("XAFB", Day("2026-04-10"), "SD", "CYL", 2, "U6CF", "T", [Weight.Enriched(G(990_000), G(43_560))], "2",
            "XAFB", "XARA"));
        s.Do(new TakeInventory("XAFB", Day("2026-04-30"), []));
        s.Do(new CloseBalance("XAFB", Day("2026-04-30")));
        var periods = Evaluate(s).Periods;
        Assert.Equal(Math.Sqrt(1_000d * 1_000 + 300 * 300 + 1_400 * 1_400), periods[0].Sigma, 1e-6);
        // Neither a listing on the same weights nor one after part of it was moved weighs anything.
        Assert.Equal([0, 0], periods.Skip(1).Take(2).Select(period => period.Sigma));
        // 10 kg less than the book: both were weighed again.
        Assert.Equal(Math.Sqrt(2 * (300d * 300) + 1_400 * 1_400 + 1_380 * 1_380), periods[3].Sigma, 1e-6);
        Assert.Equal((Mass.Zero, 0d), (periods[4].Muf, periods[4].Sigma));

        void Listed(string day, string basis, decimal a, decimal b)
        {
            s.Do(new TakeInventory("XAFB", Day(day),
            [
                new(2, new("CYL", "A", 1, "U6CF", basis, [Weight.Enriched(G(a), G(a * 0.044m))])),
                new(3, new("CYL", "B", 1, "U6CF", basis, [Weight.Enriched(G(b), G(b * 0.044m))])),
            ]));
            s.Do(new CloseBalance("XAFB", Day(day)));
        }
    }

    [Fact]
    public void A_difference_makes_the_receipt_the_receivers_measurement()
    {
        using var s = Small();
        s.Do(Scale());
        s.Do(Cylinder());
        s.Do(new InventoryChange("XAFB", Day("2025-07-05"), "DI", "CYL", 2, "U6CF", "M", [Weight.Enriched(G(1_000), G(44))], "1",
            "XACA", "XAFB", "CYL0417"));
        List(s, "2025-12-31", "T", 999_000);
        var period = Evaluate(s).Periods[0];
        Assert.Equal((G(999_000), Mass.Zero, 0d), (period.Increases, period.Muf, period.Sigma));
    }

    [Theory]
    [InlineData(998_600, Standing.Quiet, "")]
    [InlineData(1_003_000, Standing.Warning, "")]
    [InlineData(997_000, Standing.Alarm, "Sitmuf Page")]
    [InlineData(995_000, Standing.Alarm, "Muf Cumuf Sitmuf Page")]
    [InlineData(1_005_000, Standing.Alarm, "Muf Cumuf")]
    public void Each_balance_says_which_tests_give_an_alarm(decimal second, Standing standing, string alarms)
    {
        using var s = Small();
        s.Do(Scale());
        s.Do(Cylinder());
        List(s, "2025-12-31", "M");
        List(s, "2026-03-31", "M", second);
        var answer = Evaluate(s);
        // One weighing of 1,000 kg against another, 0.1 % each: 1,414 g.
        Assert.InRange(answer.Periods[1].Sigma, 1_409, 1_419);
        Assert.Equal(alarms, string.Join(' ', answer.Periods[1].Verdict.Alarms));
        Assert.Equal((standing, standing), (answer.Periods[1].Verdict.Standing, answer.Verdict.Standing));
        Assert.Empty(answer.Periods[0].Verdict.Alarms);
        Assert.Equal(alarms.Length > 0 ? [Day("2026-03-31")] : [], answer.Verdict.Alarms);
    }

    private static Scenario TwoBalances(string basis, bool calibrated = false)
    {
        var s = Small();
        s.Do(Scale());
        s.Do(Cylinder());
        List(s, "2025-12-31", "M");
        if (calibrated)
            s.Do(new RecalibrateMethod("XAFB", "SCALE", Day("2026-02-01"), "yearly"));
        List(s, "2026-03-31", basis);
        return s;
    }

    private static void List(Scenario s, string day, string basis, decimal grams = 1_000_000)
    {
        s.Do(new TakeInventory("XAFB", Day(day),
            [new(2, new("CYL", "A", 1, "U6CF", basis, [Weight.Enriched(G(grams), G(grams * 0.044m))]))]));
        s.Do(new CloseBalance("XAFB", Day(day)));
    }

    private static MeasurementMethod Scale() => new("XAFB", "SCALE", "Scale", "磅秤", MeasuredQuantity.Bulk, 0.1m, 0.05m, "certificate",
        Day("2025-06-30"), ["1", "2", "A"]);

    private static MethodPart Part(BalanceEvaluation answer, string code) => answer.Methods.Single(method => method.Code == code);

    private static BalanceEvaluation Evaluate(Scenario s, bool isotope = false)
    {
        var answer = Ask(s, new("XAFB", Enriched, isotope));
        Assert.Empty(answer.Refusals);
        return answer.Value!;
    }

    private static string Code(Scenario s, BalanceEvaluationQuery query) => Ask(s, query).Refusals[0].Code;

    private static Answer<BalanceEvaluation> Ask(Scenario s, BalanceEvaluationQuery query) => BalanceEvaluations.Ask(s.Book, query, s.Now);
}
