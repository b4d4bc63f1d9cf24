using Custodia.Materials.Reports;

namespace Custodia.Materials.Tests.Reports;

public sealed class ProfileTests
{
    [Fact]
    public void The_shipped_profiles_are_found_by_their_name()
    {
        Assert.Equal(["iaea-c10-labelled-draft", "fixed-r01"], ReportProfiles.Shipped.Select(profile => profile.Id));
        Assert.Null(ReportProfiles.Find("unknown"));
    }

    [Theory]
    [InlineData("010", FieldEvidence.Unverified)]
    [InlineData("002", FieldEvidence.Unverified)]
    [InlineData("391", FieldEvidence.Unverified)]
    [InlineData("670", FieldEvidence.Unverified)]
    [InlineData("901", FieldEvidence.Own)]
    [InlineData("411", FieldEvidence.Verified)]
    [InlineData("630", FieldEvidence.Verified)]
    public void A_label_says_how_far_it_is_verified(string label, FieldEvidence evidence)
    {
        var profile = ReportProfiles.Shipped[0];
        Assert.All(profile.Header.Concat(profile.Entry).Where(field => field.Label == label), field =>
            Assert.Equal(evidence, field.Evidence));
    }

    [Fact]
    public void A_label_that_another_State_uses_is_a_change_of_the_profile_alone()
    {
        var profile = Texts.Read(Texts.ChangedJson("iaea-c10-labelled-draft", json =>
            json["header"]![0]!["label"] = "1234"));
        Assert.StartsWith("1234:I/27\n", ReportCodec.For(profile.Value!).Of(Examples.Icr27), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_listing_is_a_report_too()
    {
        var empty = Examples.Pil12 with { Entries = [] };
        Assert.All([Texts.Labelled, Texts.Fixed], codec => Assert.Equal(empty, codec.Read(codec.Of(empty)).Value));
    }
}
