using System.Globalization;
using Custodia.Books;
using Custodia.Materials;
using Microsoft.Extensions.Primitives;

namespace Custodia.Server.Components.Tables;

/// <summary>
/// What a list is asked, as its address has it: the same address is the same question to everybody. A page with several
/// lists gives each a prefix.
/// </summary>
/// <param name="View">From where to look.</param>
/// <param name="Values">The filters that are set, and what the page itself fixes, such as its MBA.</param>
/// <param name="Sort">Name of a column, turned round by a leading minus; <c>null</c>: the list's own order.</param>
/// <param name="Columns">Names of the columns to show; <c>null</c>: those that are shown until a reader chooses.</param>
/// <param name="Page">Page number, from 1.</param>
/// <param name="After">Where a list that is read by a mark goes on, or <c>null</c>.</param>
public sealed record TableQuestion(ViewRequest View, IReadOnlyDictionary<string, string> Values, string? Sort,
    IReadOnlyList<string>? Columns, int Page, string? After)
{
    /// <summary>Name in the address of the order.</summary>
    public const string SortName = "sort";

    /// <summary>Name in the address of the columns.</summary>
    public const string ColumnsName = "columns";

    /// <summary>Name in the address of the page.</summary>
    public const string PageName = "page";

    /// <summary>Name in the address of the mark after which the list goes on.</summary>
    public const string AfterName = "after";

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Names of what the page fixes: a reader does not choose them.</summary>
    public IReadOnlySet<string> Fixed { get; init; } = new HashSet<string>();

    /// <summary>What is set, or <c>null</c>.</summary>
    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>Reads a question.</summary>
    /// <param name="table">The list that is asked: other names of the address are not its own.</param>
    /// <param name="address">The fields of the address.</param>
    /// <param name="prefix">What stands before the names of this list.</param>
    /// <param name="scope">What the page fixes; an export has it in its address instead.</param>
    public static TableQuestion Parse(Table table, IEnumerable<KeyValuePair<string, StringValues>> address, string prefix = "",
        IReadOnlyDictionary<string, string>? scope = null)
    {
        var values = new Dictionary<string, string>(scope ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        string? sort = null, columns = null, page = null, after = null, asOf = null, knownAt = null;
        foreach (var (name, texts) in address)
        {
            if (texts.LastOrDefault() is not { Length: > 0 } text)
                continue;
            asOf = name == AsOfQuery.DateName ? text : asOf;
            knownAt = name == AsOfQuery.KnownAtName ? text : knownAt;
            if (!name.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            switch (name[prefix.Length..])
            {
                case SortName: sort = text; break;
                case ColumnsName: columns = text; break;
                case PageName: page = text; break;
                case AfterName: after = text; break;
                case var own when table.Knows(own): values.TryAdd(own, text.Trim()); break;
                default: break;
            }
        }

        var time = AsOfQuery.Parse(asOf, knownAt);
        return new TableQuestion(new ViewRequest(time.Date, time.KnownAt), values, sort, columns?.Split(','),
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1, after)
        {
            IsValid = time.IsValid,
            Fixed = new HashSet<string>(scope?.Keys ?? [], StringComparer.Ordinal),
        };
    }

    /// <summary>Whether the day and the entry could be read: what was not understood is not answered.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>A tick.</summary>
    public bool Has(string name) => this[name] is "true" or "True";

    /// <summary>A day, or <c>null</c> where none can be read.</summary>
    public DateOnly? Day(string name) => AsOfQuery.Parse(this[name], null).Date;

    /// <summary>The day on which the list is judged: that of its view, or today.</summary>
    public DateOnly DayOn(Reading.Desk desk) => View.AsOf ?? DateOnly.FromDateTime(desk.Folder.Time.GetUtcNow().UtcDateTime);

    /// <summary>A material, or <c>null</c> where none can be read.</summary>
    public MaterialCode? Material(string name) => MaterialCode.TryParse(this[name], out var material) ? material : null;

    /// <summary>One of several states, or <c>null</c> where none can be read.</summary>
    public T? Choice<T>(string name) where T : struct, Enum =>
        Enum.TryParse<T>(this[name], ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : null;

    /// <summary>Whether a text is part of any of those, where one is asked for.</summary>
    public bool Matches(string name, params ReadOnlySpan<string?> texts)
    {
        if (this[name] is not { } part)
            return true;
        foreach (var text in texts)
        {
            if (text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
                return true;
        }

        return false;
    }
}
