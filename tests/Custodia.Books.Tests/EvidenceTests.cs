namespace Custodia.Books.Tests;

/// <summary>Which entries a field names.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Letter 18 of the ministry", "")]
    [InlineData("entry 12", "12")]
    [InlineData("Entry no. 12, and entries 7", "12 7")]
    [InlineData("見分錄 12 及分錄編號 7", "12 7")]
    [InlineData("Reentry 12", "")]
    [InlineData("entry 99999999999999999999", "9223372036854775807")]
    public void Words_name_the_entries_that_they_call_so(string? words, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', NamedEntry.In("document", words).Select(entry => entry.Number)));
}
