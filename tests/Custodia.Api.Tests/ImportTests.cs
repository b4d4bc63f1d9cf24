using System.Net;

namespace Custodia.Api.Tests;

public sealed class ImportTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Header = "MBA,Date,Change code,Batch,Items,Material description,Measurement basis,Natural U (kg),From,KMP\n";
    private const string Good = "XA01,2026-03-03,RF,I1,1,U2DF,M,400,US,1\n";

    [Fact]
    public async Task A_file_is_refused_whole_with_addresses_then_taken_and_its_repeat_has_the_first_answer()
    {
        var count = server.Data.Node.Count;
        var (refused, body) = await server.Upload("materials/import/changes?name=march.csv",
            Header + Good + "XA01,3rd of March,RF,I2,many,U2DF,M,400,US,1\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        var refusals = CatalogueTests.Refusals(body);
        Assert.Equal(["B3", "E3"], refusals.Select(r => (string?)r["place"]!["cell"]).Order());
        Assert.All(refusals, refusal => Assert.Equal("march.csv", (string?)refusal["place"]!["file"]));
        Assert.Equal(count, server.Data.Node.Count);

        var (previewed, preview) = await server.Upload("materials/import/changes?name=march.csv&preview=true", Header + Good);
        Assert.Equal(HttpStatusCode.OK, previewed);
        Assert.Equal("wouldRecord", (string?)preview["outcome"]);
        // A preview looks at what is sealed, which may be recorded as seen; nothing of the file is.
        Assert.InRange(server.Data.Node.Count, count, count + 1);

        var (taken, first) = await server.Upload("materials/import/changes?name=march.csv", Header + Good);
        Assert.True(taken == HttpStatusCode.OK, first.ToJsonString());
        Assert.Equal(2, (int)first["count"]!);
        var (_, second) = await server.Upload("materials/import/changes?name=renamed.csv", Header + Good);
        Assert.True((bool)second["isRepeat"]!);
        Assert.Equal((long)first["first"]!, (long)second["first"]!);
    }

    [Fact]
    public async Task What_the_book_refuses_in_a_file_names_its_row()
    {
        var (status, body) = await server.Upload("materials/import/changes?name=x.csv",
            Header + Good.Replace("XA01", "XA99", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var refusal = Assert.Single(CatalogueTests.Refusals(body));
        Assert.Equal("materials.mba-unknown", (string?)refusal["code"]);
        Assert.Equal(2, (int)refusal["place"]!["row"]!);
    }

    [Fact]
    public async Task An_inventory_of_another_day_than_asked_for_is_refused()
    {
        const string File = "MBA,Inventory date,KMP,Batch,Items,Material description,Measurement basis,Natural U (kg)\n"
            + "XA01,2026-06-30,A,I9,1,U2DF,M,1\n";
        var (status, body) = await server.Upload("materials/import/physical-inventory?name=pil.csv&date=2026-06-29", File);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("import.another-inventory", (string?)Assert.Single(CatalogueTests.Refusals(body))["code"]);
    }

    [Fact]
    public async Task An_unknown_kind_of_file_is_not_found()
    {
        var (status, _) = await server.Upload("materials/import/wishes", Header + Good);
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("facilities")]
    [InlineData("mbas")]
    [InlineData("kmps")]
    [InlineData("initial-inventory")]
    [InlineData("changes")]
    [InlineData("physical-inventory")]
    public async Task Each_kind_has_a_template_that_says_itself_empty(string kind)
    {
        var template = await server.Client.GetStringAsync(
            new Uri($"/api/v1/materials/templates/{kind}?format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var (status, body) = await server.Upload($"materials/import/{kind}?preview=true", template);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("file.no-rows", (string?)Assert.Single(CatalogueTests.Refusals(body))["code"]);
    }

    [Fact]
    public async Task A_file_can_come_as_a_form()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/import/changes?preview=true");
        using var form = new MultipartFormDataContent();
        using var file = new StringContent(Header + Good.Replace("I1", "I7", StringComparison.Ordinal));
        form.Add(file, "file", "form.csv");
        request.Content = form;
        var (status, body) = await server.Send(request, ("Custodia-Client", "test"));
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        Assert.Equal("form.csv", (string?)body["facts"]![0]!["body"]!["file"]!["name"]);
    }
}
