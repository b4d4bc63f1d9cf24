namespace Custodia.Server.Tests.Wording;

/// <summary>Fails with all that was found, not with the first of it: wording is corrected by the list.</summary>
internal static class Findings
{
    public static void None<T>(IEnumerable<T> found)
    {
        var all = found.Select(item => item?.ToString()).Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
