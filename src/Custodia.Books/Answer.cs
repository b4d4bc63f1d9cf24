using System.Diagnostics.CodeAnalysis;

namespace Custodia.Books;

/// <summary>What a question or a reading gives: a value, or the refusals that say why there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Answer<T>
{
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Answer(T? value, IReadOnlyList<Refusal>? refusals)
    {
        Value = value;
        _refusals = refusals;
    }

    /// <summary>The value, where there is one.</summary>
    public T? Value { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsGiven => _refusals is null;

    /// <summary>Why there is none; empty where there is one.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    /// <summary>An answer with a value.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>An answer that refuses, for one reason.</summary>
    public static implicit operator Answer<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>An answer that refuses.</summary>
    /// <param name="refusals">At least one.</param>
    public static Answer<T> Refuse(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(default, refusals) : throw new ArgumentException("A refusal has a reason.", nameof(refusals));
}
