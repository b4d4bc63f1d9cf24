using Custodia.Books;

namespace Custodia.ArmsControl.Queries;

/// <summary>On which day a question looks: the one that it names, but no later than its view counts.</summary>
internal static class ViewDay
{
    /// <summary>The view of that day.</summary>
    public static View Of(View view, DateOnly? day) => view with { AsOf = day is { } asked && asked < view.AsOf ? asked : view.AsOf };
}
