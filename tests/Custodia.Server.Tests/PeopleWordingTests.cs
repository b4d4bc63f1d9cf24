using System.Globalization;
using Custodia.Books.Approvals;
using Custodia.People.Access;
using Custodia.Server.Access;
using Custodia.Server.Hosting;
using Custodia.Server.Language;
using Custodia.Server.Reading;
using Custodia.Server.Tests.Wording;

namespace Custodia.Server.Tests;

/// <summary>What people and access are called.</summary>
public sealed class PeopleWordingTests(FilledServer server)
{
    [Fact]
    public void Every_permission_has_words() =>
        Assert.All(Permissions.All, permission => Assert.True(PeopleWording.HasWords(permission), permission));

    [Fact]
    public void Every_kind_of_entry_has_words()
    {
        using var books = new BookSet();
        var kinds = books.All.Append(new ApprovalsBook()).Append(new AccessBook()).SelectMany(book => book.Kinds.All);
        Assert.All(kinds, kind => Assert.NotEqual(kind.Name, Server.Language.Wording.Fact(server.Texts, kind.Name)));
    }

    [Fact]
    public void A_proposed_command_is_said_field_by_field()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var said = Proposed.Of("people", "appoint", """{"holder":"chen","role":"regulator","place":"mba:ZLFB","until":null}""", server.Texts);
        Assert.Equal([("Who", "chen"), ("Id of the role", "regulator"), ("Where", "Material balance area ZLFB")],
            said.Fields.Select(field => (field.Label, field.Value)));
        Assert.Empty(said.Tables);
    }

    [Fact]
    public void Lines_of_a_proposed_command_stand_in_a_table()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var said = Proposed.Of("materials", "record-changes", """{"changes":[{"mba":"ZLFB","batch":"A"},{"mba":"ZLFB","items":3}]}""", server.Texts);
        var lines = Assert.Single(said.Tables);
        Assert.Equal(3, lines.Headers.Count);
        Assert.Equal([["ZLFB", "A", ""], ["ZLFB", "", "3"]], lines.Rows);
    }

    [Fact]
    public void A_command_that_no_catalogue_has_any_more_is_shown_by_its_name()
    {
        Assert.Equal("people/no-such", Proposed.Summary("people", "no-such"));
        Assert.Equal("x", Assert.Single(Proposed.Of("people", "no-such", """{"note":"x"}""", server.Texts).Fields).Value);
    }
}
