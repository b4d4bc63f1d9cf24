using System.Buffers;
using System.Text.RegularExpressions;
using Custodia.Books;

namespace Custodia.Materials.Reports;

/// <summary>What a profile asks of every value, whatever it carries; and the refusals for values that fail.</summary>
internal sealed class FieldRules
{
    private readonly SearchValues<char> _characters;
    private readonly Dictionary<ReportField, Regex> _patterns = new(ReferenceEqualityComparer.Instance);

    public FieldRules(ReportProfile profile)
    {
        Profile = profile;
        Values = new ReportValues(profile);
        _characters = SearchValues.Create(profile.Characters);
        foreach (var field in profile.Header.Concat(profile.Entry).Where(f => f.Pattern is not null))
            _patterns[field] = Compile(field.Pattern!);
    }

    public ReportProfile Profile { get; }

    public ReportValues Values { get; }

    /// <summary>A pattern for whole values, in time linear in the value, so that a profile cannot be used to hang.</summary>
    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs look-around or back references.</exception>
    public static Regex Compile(string pattern) =>
        new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whether the text holds only characters of the profile.</summary>
    public bool HasCharacters(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(_characters) < 0;

    /// <summary>Why a value cannot stand in the field, or <c>null</c>.</summary>
    public Refusal? Refuse(ReportField field, string text, Place place)
    {
        var at = place.Under(field.Title);
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ')
            return ReportRefusals.BadValue.At(at, field.Name, text);
        if (!HasCharacters(text))
            return ReportRefusals.BadCharacter.At(at, found: text);
        if (Math.Min(field.MaxLength ?? int.MaxValue, field.Width ?? int.MaxValue) is var most && text.Length > most)
            return ReportRefusals.TooLong.At(at, FormattableString.Invariant($"<= {most}"), text);
        return _patterns.TryGetValue(field, out var pattern) && !pattern.IsMatch(text)
            ? ReportRefusals.BadValue.At(at, field.Pattern, text)
            : null;
    }

    /// <summary>Writes what a field carries; <c>null</c> where there is nothing.</summary>
    public string? Write<T>(T record, ReportField field, FieldBinding<T> binding, Place place, Refusals refusals)
        where T : class
    {
        var text = binding.Write(record, Values);
        if (text is null)
            return null;
        if (Refuse(field, text, place) is { } refusal)
            refusals.Add(refusal);
        else if (!record.Equals(binding.Read(record, text, Values)))
            refusals.Add(ReportRefusals.BadValue.At(place.Under(field.Title), binding.Expected(Values), text));
        return text;
    }

    /// <summary>Reads a value into the record; on a refusal the record stays as it is.</summary>
    public T Read<T>(T record, ReportField field, FieldBinding<T> binding, string text, Place place, Refusals refusals)
        where T : class
    {
        if (Refuse(field, text, place) is { } refusal)
        {
            refusals.Add(refusal);
            return record;
        }

        var read = binding.Read(record, text, Values);
        if (read is not null && binding.Write(read, Values) == text)
            return read;
        refusals.Add(ReportRefusals.BadValue.At(place.Under(field.Title), binding.Expected(Values), text));
        return record;
    }

    /// <summary>Refuses what the record holds and no field of the profile carries.</summary>
    public void RefuseUncarried<T>(T record, IReadOnlyList<FieldBinding<T>> bindings, IReadOnlySet<string> carried,
        Place place, Refusals refusals)
        where T : class
    {
        foreach (var binding in bindings)
        {
            if (!carried.Contains(binding.Carries) && binding.Write(record, Values) is { } text)
                refusals.Add(ReportRefusals.NoField.At(place.Under(binding.Carries), found: text));
        }
    }
}

/// <summary>The refusals that a reading or writing has come upon, up to a limit.</summary>
internal sealed class Refusals
{
    private readonly List<Refusal> _refusals = [];

    public bool Any => _refusals.Count > 0;

    public bool IsFull => _refusals.Count >= ReportLimits.Refusals;

    public void Add(Refusal refusal)
    {
        if (!IsFull)
            _refusals.Add(refusal);
    }

    public Answer<T> Refuse<T>() => Answer<T>.Refuse(_refusals);
}
