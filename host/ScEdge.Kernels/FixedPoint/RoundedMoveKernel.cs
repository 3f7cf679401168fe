using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.FixedPoint;

/// <summary>
/// Fixed-point updates with stochastic rounding: floor(Keep x register + Gain x quantity + u), clipped at the ends of the register.
/// </summary>
/// <remarks>
/// <para>u is the word of <see cref="CounterGenerator"/> at the parameter's counter in units of 2^-32, so the mean of what is stored is the
/// exact value (S. Gupta et al., "Deep Learning with Limited Numerical Precision", ICML 2015).</para>
/// <para>Registers and quantities are integers of 16 bits and the products exact in a double; the two sums round at 2^-38 of a
/// register step where the register is full, far below the 2^-32 that u resolves.</para>
/// <para>The vectors repeat what the scalar loops at their ends do, in any vector width.</para>
/// </remarks>
public static unsafe class RoundedMoveKernel
{
    private const double PerWord = 1.0 / 4294967296.0;

    /// <summary>Moves registers by one quantity each.</summary>
    /// <param name="registers">Registers.</param>
    /// <param name="quantities">A quantity for each.</param>
    /// <param name="move">What to do.</param>
    /// <param name="counter">Counter of the first register.</param>
    /// <param name="saturations">Grows by the registers that went beyond <see cref="RoundedMove.Most"/>, of either sign.</param>
    /// <returns>The largest magnitude of the registers, 0 without any.</returns>
    public static uint Add(Span<short> registers, ReadOnlySpan<short> quantities, in RoundedMove move, uint counter, ref int saturations) =>
        Run<Signed>(registers, quantities, quantities, move, counter, ref saturations);

    /// <summary>Moves registers by the magnitude of one quantity each.</summary>
    /// <inheritdoc cref="Add"/>
    public static uint AddMagnitudes(Span<short> registers, ReadOnlySpan<short> quantities, in RoundedMove move, uint counter, ref int saturations) =>
        Run<Magnitude>(registers, quantities, quantities, move, counter, ref saturations);

    /// <summary>Moves registers by a quotient each, clipped to -1 .. 1.</summary>
    /// <param name="registers">Registers.</param>
    /// <param name="dividends">A dividend for each.</param>
    /// <param name="divisors">A divisor for each, 1 or more.</param>
    /// <param name="move">What to do.</param>
    /// <param name="counter">Counter of the first register.</param>
    /// <param name="saturations">Grows by the registers that went beyond <see cref="RoundedMove.Most"/>, of either sign.</param>
    /// <returns>The largest magnitude of the registers, 0 without any.</returns>
    public static uint AddQuotients(
        Span<short> registers, ReadOnlySpan<short> dividends, ReadOnlySpan<short> divisors, in RoundedMove move, uint counter, ref int saturations) =>
        Run<Quotient>(registers, dividends, divisors, move, counter, ref saturations);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static uint Run<TQuantity>(
        Span<short> registers, ReadOnlySpan<short> first, ReadOnlySpan<short> second, in RoundedMove move, uint counter, ref int saturations)
        where TQuantity : struct, IQuantity
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first.Length, registers.Length, nameof(first));
        ArgumentOutOfRangeException.ThrowIfLessThan(second.Length, registers.Length, nameof(second));
        uint keyLow = (uint)move.Key;
        uint keyHigh = (uint)(move.Key >> 32);
        int largest = 0;
        int i = 0;
        fixed (short* values = registers)
        fixed (short* firsts = first)
        fixed (short* seconds = second)
        {
            Vector512<uint> high = Vector512.Create(keyHigh);
            Vector512<uint> position = Vector512.Create(keyLow + counter) + Vector512<uint>.Indices;
            Vector512<int> lanes = Vector512<int>.Zero;
            for (; i + LaneVector.Count <= registers.Length; i += LaneVector.Count)
            {
                Vector512<uint> word = CounterWords.At(position + Vector512.Create((uint)i), high);
                (Vector512<ulong> lowerWord, Vector512<ulong> upperWord) = Vector512.Widen(word);
                (Vector512<double> lower, Vector512<double> upper) = Load(values + i);
                (Vector512<double> lowerFirst, Vector512<double> upperFirst) = Load(firsts + i);
                (Vector512<double> lowerSecond, Vector512<double> upperSecond) = Load(seconds + i);
                Vector512<int> moved = Vector512.Narrow(
                    Round(lower, TQuantity.Of(lowerFirst, lowerSecond), lowerWord, move, ref saturations),
                    Round(upper, TQuantity.Of(upperFirst, upperSecond), upperWord, move, ref saturations));
                Vector256.Narrow(moved.GetLower(), moved.GetUpper()).Store(values + i);
                lanes = Vector512.Max(lanes, Vector512.Abs(moved));
            }

            for (int lane = 0; lane < LaneVector.Count; lane++)
            {
                largest = Math.Max(largest, lanes[lane]);
            }
        }

        for (; i < registers.Length; i++)
        {
            double uniform = CounterGenerator.Word(keyLow, keyHigh, counter + (uint)i) * PerWord;
            double moved = Math.Floor((registers[i] * move.Keep) + (TQuantity.Of(first[i], second[i]) * move.Gain) + uniform);
            saturations += Math.Abs(moved) > move.Most ? 1 : 0;
            registers[i] = (short)Math.Clamp(moved, move.Least, move.Most);
            largest = Math.Max(largest, Math.Abs((int)registers[i]));
        }

        return (uint)largest;
    }

    /// <summary>Sixteen integers as doubles; those of 16 bits are exact in FP32 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Lower, Vector512<double> Upper) Load(short* source)
    {
        (Vector256<int> lower, Vector256<int> upper) = Vector256.Widen(Vector256.Load(source));
        return Vector512.Widen(Vector512.ConvertToSingle(Vector512.Create(lower, upper)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Round(
        Vector512<double> register, Vector512<double> quantity, Vector512<ulong> word, in RoundedMove move, ref int saturations)
    {
        // A 32-bit integer becomes a double by way of the bits of 2^52 + integer, and leaves it by 1.5 x 2^52 + integer.
        Vector512<double> offset = Vector512.Create(4503599627370496.0);
        Vector512<double> uniform = ((word | offset.AsUInt64()).AsDouble() - offset) * Vector512.Create(PerWord);
        Vector512<double> moved = Vector512.Floor(
            (register * Vector512.Create(move.Keep)) + (quantity * Vector512.Create(move.Gain)) + uniform);
        Vector512<double> beyond = Vector512.GreaterThan(Vector512.Abs(moved), Vector512.Create((double)move.Most));
        if (beyond.AsInt64() != Vector512<long>.Zero)
        {
            saturations += BitOperations.PopCount(beyond.ExtractMostSignificantBits());
        }

        Vector512<double> clipped = Vector512.Min(Vector512.Max(moved, Vector512.Create((double)move.Least)), Vector512.Create((double)move.Most));
        return (clipped + Vector512.Create(6755399441055744.0)).AsInt64();
    }

    /// <summary>What moves a register, from one or two integers.</summary>
    private interface IQuantity
    {
        static abstract double Of(double first, double second);

        static abstract Vector512<double> Of(Vector512<double> first, Vector512<double> second);
    }

    private readonly struct Signed : IQuantity
    {
        public static double Of(double first, double second) => first;

        public static Vector512<double> Of(Vector512<double> first, Vector512<double> second) => first;
    }

    private readonly struct Magnitude : IQuantity
    {
        public static double Of(double first, double second) => Math.Abs(first);

        public static Vector512<double> Of(Vector512<double> first, Vector512<double> second) => Vector512.Abs(first);
    }

    private readonly struct Quotient : IQuantity
    {
        public static double Of(double first, double second) => Math.Clamp(first / second, -1.0, 1.0);

        public static Vector512<double> Of(Vector512<double> first, Vector512<double> second) =>
            Vector512.Min(Vector512.Max(first / second, Vector512.Create(-1.0)), Vector512.Create(1.0));
    }
}
