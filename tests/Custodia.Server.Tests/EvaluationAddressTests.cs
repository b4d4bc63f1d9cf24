using Custodia.Materials;
using Custodia.Materials.Evaluation;
using Custodia.Server.Components.Forms;
using Custodia.Server.Components.Tables;
using Custodia.Statistics.Balances;

namespace Custodia.Server.Tests;

public sealed class EvaluationAddressTests
{
    [Fact]
    public void What_is_asked_is_read_and_what_is_left_out_is_as_usual()
    {
        Assert.Equal((new BalanceEvaluationQuery("XAFB", new MaterialCode('E', 'G')), ""), Read(("material", "E/G"), ("k", " ")));
        Assert.Equal(
            (new BalanceEvaluationQuery("XAFB", new MaterialCode('P', '\0'), true, 0.25m, 0.1m, RandomErrorModel.Total, true, 8000, 5.5m,
                new(2026, 1, 1), new(2026, 3, 31)), ""),
            Read(("material", "P"), ("isotope", "true"), ("k", "0.25"), ("alpha", "0.1"), ("model", "total"), ("accepted", "true"),
                ("goal", "8000"), ("loss", "5.5"), ("lossFrom", "2026-01-01"), ("lossTo", "2026-03-31")));
    }

    [Theory]
    [InlineData("material", "Q", "form.malformed")]
    [InlineData("material", "", "form.empty")]
    [InlineData("isotope", "yes", "form.malformed")]
    [InlineData("k", "half", "form.malformed")]
    [InlineData("alpha", "0,05", "form.malformed")]
    [InlineData("alpha", "1e-3", "form.malformed")]
    [InlineData("model", "both", "form.malformed")]
    [InlineData("model", "7", "form.malformed")]
    [InlineData("accepted", "1", "form.malformed")]
    [InlineData("goal", "1 SQ", "form.malformed")]
    [InlineData("loss", "1,000", "form.malformed")]
    [InlineData("lossFrom", "2026-02-30", "form.no-day")]
    [InlineData("lossTo", "March", "form.no-day")]
    public void What_cannot_be_read_is_refused_at_its_field(string field, string typed, string code) =>
        Assert.Equal($"{code} {field}", Read(("material", "E/G"), (field, typed)).Refused);

    private static (BalanceEvaluationQuery Query, string Refused) Read(params (string Name, string Typed)[] fields)
    {
        var reading = new FormReading();
        var query = EvaluationAddress.Read("XAFB", name => fields.LastOrDefault(field => field.Name == name).Typed, reading);
        return (query, string.Join("; ", reading.Refusals.Select(refusal => $"{refusal.Code} {refusal.Place.Field}")));
    }
}
