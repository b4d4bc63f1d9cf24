namespace Custodia.Server.Components;

/// <summary>One refusal as a page shows it, already in the reader's language.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Place">File, row and field, or the field of a form.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Expected">What should have been there.</param>
/// <param name="Found">What was there.</param>
/// <param name="Remedy">What to do.</param>
public sealed record RefusalRow(
    string Code,
    string Place,
    string Message,
    string? Expected,
    string? Found,
    string? Remedy);
