using Custodia.Statistics.Linear;

namespace Custodia.Statistics.Sequential;

/// <summary>
/// One sequence of balances as the tests see it: MUF, its covariance V = L Lᵀ and z = L⁻¹ MUF. What only some tests need is worked
/// out when it is first asked for.
/// </summary>
/// <remarks>Symbols: MUF, σ_CUMUF (mass); z, SITMUF (no unit).</remarks>
public sealed class MufSequence
{
    private readonly double[] _muf;
    private readonly double[] _z;
    private readonly double[] _sigmaCumuf;
    private readonly double[] _columns;
    private bool _hasMuf;
    private bool _hasSigmaCumuf;

    /// <summary>Room for a sequence; the values are given by <see cref="SetMuf"/> or <see cref="SetZ"/>.</summary>
    /// <param name="factor">L, with at least as many rows as there are periods.</param>
    /// <param name="periods">N.</param>
    public MufSequence(CholeskyFactor factor, int periods)
    {
        ArgumentNullException.ThrowIfNull(factor);
        Factor = factor;
        (_muf, _z, _sigmaCumuf, _columns) = (new double[periods], new double[periods], new double[periods], new double[periods]);
    }

    /// <summary>A sequence of observed balances.</summary>
    public static MufSequence Of(CholeskyFactor factor, ReadOnlySpan<double> muf)
    {
        var sequence = new MufSequence(factor, muf.Length);
        sequence.SetMuf(muf);
        return sequence;
    }

    /// <summary>L.</summary>
    public CholeskyFactor Factor { get; }

    /// <summary>N.</summary>
    public int Periods => _z.Length;

    /// <summary>z_1 … z_N, SITMUF.</summary>
    public ReadOnlySpan<double> Z => _z;

    /// <summary>MUF_1 … MUF_N = L z (mass).</summary>
    public ReadOnlySpan<double> Muf
    {
        get
        {
            for (var i = 0; i < _muf.Length && !_hasMuf; i++)
                _muf[i] = Dense.Dot(Factor.Row(i), _z.AsSpan(0, i + 1));
            _hasMuf = true;
            return _muf;
        }
    }

    /// <summary>σ_CUMUF,i = √(1ᵀ V_{1…i} 1), i = 1 … N: the length of the sum of the first i rows of L (mass).</summary>
    public ReadOnlySpan<double> SigmaCumuf
    {
        get
        {
            if (!_hasSigmaCumuf)
            {
                Array.Clear(_columns);
                for (var i = 0; i < Periods; i++)
                {
                    var row = Factor.Row(i);
                    var squares = 0.0;
                    for (var j = 0; j <= i; j++)
                    {
                        _columns[j] += row[j];
                        squares += _columns[j] * _columns[j];
                    }
                    _sigmaCumuf[i] = Math.Sqrt(squares);
                }
            }
            _hasSigmaCumuf = true;
            return _sigmaCumuf;
        }
    }

    /// <summary>Gives the balances and, with them, z = L⁻¹ MUF.</summary>
    public void SetMuf(ReadOnlySpan<double> muf)
    {
        muf.CopyTo(_muf);
        _hasMuf = true;
        Factor.Solve(muf, _z);
    }

    /// <summary>Gives z: that of the same factor as before.</summary>
    public void SetZ(ReadOnlySpan<double> z)
    {
        z.CopyTo(_z);
        _hasMuf = false;
    }

    /// <summary>Says that the factor was filled anew, so that nothing of the earlier one holds.</summary>
    internal void FactorChanged() => _hasSigmaCumuf = _hasMuf = false;
}
