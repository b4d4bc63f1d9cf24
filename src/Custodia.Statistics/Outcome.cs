namespace Custodia.Statistics;

/// <summary>What was read or worked out, or why not.</summary>
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

    /// <summary>Nothing was worked out.</summary>
    public static implicit operator Outcome<T>(Fault fault) => new(null, [fault]);

    /// <summary>What was worked out.</summary>
    public static Outcome<T> FromT(T value) => value;

    /// <summary>Why nothing was worked out.</summary>
    public static Outcome<T> FromFaults(Fault[] faults) => faults;

    /// <summary>Why nothing was worked out.</summary>
    public static Outcome<T> FromFault(Fault fault) => fault;
}
