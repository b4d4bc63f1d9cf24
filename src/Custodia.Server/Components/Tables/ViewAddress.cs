using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Custodia.Server.Components.Tables;

/// <summary>Writes a list's question as the part of an address after the question mark, without a prefix.</summary>
internal static class ViewAddress
{
    /// <summary>What a saved view keeps: filters, order and columns; neither the page nor the time asked for.</summary>
    public static string Of(TableQuestion question) => QueryHelpers.AddQueryString("", Fields(question, withFixed: false)).TrimStart('?');

    /// <summary>The address of the page on view with its list as a saved view has it; the time asked for stays.</summary>
    public static string Apply(NavigationManager navigation, Table table, string prefix, string query)
    {
        string[] own = [.. table.Filters.Select(filter => filter.Name), TableQuestion.SortName, TableQuestion.ColumnsName];
        var saved = QueryHelpers.ParseQuery(query);
        var fields = own.ToDictionary(name => prefix + name,
            name => saved.TryGetValue(name, out var value) ? (object?)value.ToString() : null, StringComparer.Ordinal);
        fields[prefix + TableQuestion.PageName] = null;
        fields[prefix + TableQuestion.AfterName] = null;
        return navigation.GetUriWithQueryParameters(fields);
    }

    /// <summary>Where the whole list is written into a file.</summary>
    /// <param name="table">The list.</param>
    /// <param name="question">As it is on view.</param>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    /// <param name="page">Path of the page on view, for the provenance.</param>
    public static string Export(Table table, TableQuestion question, string format, string page)
    {
        var fields = Fields(question, withFixed: true);
        if (question.View.AsOf is { } day)
            fields[AsOfQuery.DateName] = Language.Wording.Day(day);
        if (question.View.KnownAt is { } entry)
            fields[AsOfQuery.KnownAtName] = entry.ToString(CultureInfo.InvariantCulture);
        fields["format"] = format;
        fields["path"] = page;
        return QueryHelpers.AddQueryString("/export/" + table.Name, fields);
    }

    private static Dictionary<string, string?> Fields(TableQuestion question, bool withFixed)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in question.Values)
        {
            if (withFixed || !question.Fixed.Contains(name))
                fields[name] = value;
        }

        if (question.Sort is { } sort)
            fields[TableQuestion.SortName] = sort;
        if (question.Columns is { } columns)
            fields[TableQuestion.ColumnsName] = string.Join(',', columns);
        return fields;
    }
}
