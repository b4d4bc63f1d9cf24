using System.Globalization;

namespace Custodia.Server.Questions;

/// <summary>Numbers as a face shows them: all digits for a program, six for people. Zero has no sign.</summary>
/// <param name="IsExact">Whether a program reads them.</param>
public readonly record struct Figures(bool IsExact)
{
    /// <summary>All digits.</summary>
    public static Figures Exact { get; } = new(IsExact: true);

    /// <summary>A number to six digits.</summary>
    public static double Six(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public double Of(double value) => (IsExact ? value : Six(value)) + 0.0;

    /// <summary>A number, if there is one.</summary>
    public double? Of(double? value) => value is { } number ? Of(number) : null;
}
