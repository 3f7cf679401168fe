using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Two nested words of every number of a batch on cells that are all alike: the vector twin of
/// <see cref="CellBank.DrawNestedWord"/>, in vectors of whatever width the processor has.
/// </summary>
internal static unsafe class NestedWords
{
    /// <summary>Draws the words; one random word serves both reads.</summary>
    /// <param name="counters">First counter of each word.</param>
    /// <param name="quotients">Takes the probabilities and receives the bits.</param>
    /// <param name="count">Numbers to draw; behind the last one, probabilities are zero up to the next vector.</param>
    /// <param name="draw">What to draw.</param>
    /// <returns>Random words consumed.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static long Draw(uint* counters, QuotientBatch* quotients, int count, in WordDraw draw)
    {
        Vector<uint> keyHigh = new(draw.KeyHigh);
        Vector<uint> keyLow = new(draw.KeyLow);
        Vector<uint> one = new(BernoulliWord.One);
        long words = 0;
        for (int i = 0; i < count; i += Vector<uint>.Count)
        {
            Vector<uint> innerUndecided = new(draw.Mask);
            Vector<uint> outerUndecided = innerUndecided;
            Vector<uint> innerDigits = Vector.Load(quotients->Dividends + i);
            Vector<uint> outerDigits = Vector.Load(quotients->Divisors + i);
            Vector<uint> inner = Vector.GreaterThanOrEqual(innerDigits, one) & innerUndecided;
            Vector<uint> outer = Vector.GreaterThanOrEqual(outerDigits, one) & outerUndecided;
            innerDigits = Vector.ShiftLeft(innerDigits, BernoulliWord.CounterStride);
            outerDigits = Vector.ShiftLeft(outerDigits, BernoulliWord.CounterStride);
            Vector<uint> position = Vector.Load(counters + i) + keyLow;
            Vector<uint> used = Vector<uint>.Zero;
            while (true)
            {
                Vector<uint> active = Vector.Min(innerDigits, innerUndecided) | Vector.Min(outerDigits, outerUndecided);
                if (active == Vector<uint>.Zero)
                {
                    break;
                }

                // A comparison that holds is -1 in its lane.
                used += Vector<uint>.One + Vector.Equals(active, Vector<uint>.Zero);
                Vector<uint> word = CounterWords.At(position, keyHigh);
                position += Vector<uint>.One;
                Compare(word, ref innerDigits, ref innerUndecided, ref inner);
                Compare(word, ref outerDigits, ref outerUndecided, ref outer);
            }

            words += Vector.Sum(used);
            inner.Store(quotients->InnerBits + i);
            outer.Store(quotients->OuterBits + i);
        }

        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Compare(Vector<uint> word, ref Vector<uint> digits, ref Vector<uint> undecided, ref Vector<uint> ones)
    {
        Vector<uint> digit = Vector.AsVectorUInt32(Vector.ShiftRightArithmetic(Vector.AsVectorInt32(digits), 31));
        ones |= Vector.AndNot(undecided & digit, word);
        undecided = Vector.AndNot(undecided, word ^ digit);
        digits += digits;
    }
}
