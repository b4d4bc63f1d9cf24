namespace Custodia.Statistics.Verification;

/// <summary>Why numbers that somebody gave are not taken. Nothing is worked out from the rest of them.</summary>
/// <param name="Code">Stable code, <c>verification.reason</c>.</param>
/// <param name="Field">What it concerns, such as <c>strata[2].mass</c>.</param>
/// <param name="Expected">What was expected there.</param>
/// <param name="Found">What was found there.</param>
public sealed record Fault(string Code, string Field, string? Expected = null, string? Found = null)
{
    /// <summary>Line of the file, from 1; null where there is no file.</summary>
    public int? Line { get; init; }

    /// <summary>Column of the line, from 1, in characters; null where there is no file.</summary>
    public int? Column { get; init; }
}

/// <summary>What was worked out, or why not.</summary>
public sealed record Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Fault> faults) => (Value, Faults) = (value, faults);

    /// <summary>What was worked out; null where there are faults.</summary>
    public T? Value { get; }

    /// <summary>Why not; empty where there is a value.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Something was worked out.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>Nothing was worked out.</summary>
    public static implicit operator Outcome<T>(Fault[] faults) => new(null, faults);

    /// <summary>What was worked out.</summary>
    public static Outcome<T> FromT(T value) => value;

    /// <summary>Why nothing was worked out.</summary>
    public static Outcome<T> FromFaults(Fault[] faults) => faults;
}
