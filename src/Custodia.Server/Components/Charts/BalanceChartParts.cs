namespace Custodia.Server.Components.Charts;

/// <summary>What stands below the points of a <see cref="BalanceChart"/>.</summary>
/// <param name="Label">It in the reader's language.</param>
/// <param name="Value">It as a number, where it is one: the numbers are evenly spaced, the smallest first.</param>
public sealed record ChartPlace(string Label, double? Value = null);

/// <summary>One line of a <see cref="BalanceChart"/>.</summary>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Style">How it is drawn: <c>main</c>, <c>second</c> or <c>ghost</c>, each with marks of its own; <c>third</c>, without; or
/// <c>limit</c>, a level of its own at each place from the first.</param>
/// <param name="Values">A value for each place; <c>null</c> where there is none.</param>
public sealed record ChartSeries(string Label, string Style, IReadOnlyList<double?> Values);

/// <summary>A band about zero.</summary>
/// <param name="Mark">What stands at its edge: <c>3σ</c>.</param>
/// <param name="Label">What it means, in the reader's language.</param>
/// <param name="Half">Half its width at each place.</param>
public sealed record ChartBand(string Mark, string Label, IReadOnlyList<double> Half);

/// <summary>A level that is read against.</summary>
/// <param name="Name">Its symbol: <c>h</c>.</param>
/// <param name="Label">What it means, with its value, in the reader's language.</param>
/// <param name="Value">Its height.</param>
public sealed record ChartLevel(string Name, string Label, double Value);
