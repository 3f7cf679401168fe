using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Delay by whole cycles: a chain of D flip-flops.
    /// </summary>
    /// <remarks>
    /// Makes an independent copy of a stream whose cycles are independent, at one flip-flop per cycle: the cheapest way to
    /// square. It does nothing of the kind for a stream with memory (shift register, Sobol, ramp, the output of a
    /// sequential circuit): look at its autocorrelation at the delay first. The last bits are lost and the flip-flops'
    /// first state comes in, so the count moves by at most the delay. (P.-S. Ting, J. Hayes, "Isolation-Based Decorrelation of
    /// Stochastic Circuits", ICCD 2016.)
    /// </remarks>
    public static class Isolator
    {
        /// <summary>Delays a stream.</summary>
        /// <param name="stream">Stream.</param>
        /// <param name="cycles">Delay, 0 or more.</param>
        /// <param name="initialState">First state of the flip-flops: the bits of the first cycles.</param>
        /// <exception cref="ArgumentException">The delay is negative.</exception>
        public static Bitstream Delay(Bitstream stream, int cycles, bool initialState)
        {
            if (cycles < 0)
            {
                throw new ArgumentException(
                    "A stream can be delayed by 0 or more cycles, not by " + cycles.ToString() + ".");
            }

            Bitstream delayed = new Bitstream(stream.Length, stream.Encoding, stream.ScaleExponent, stream.IsNegative);
            uint fill = initialState ? 0xFFFFFFFFu : 0;
            int words = cycles >> 5;
            int bits = cycles & 31;
            for (int i = 0; i < delayed.Words.Length; i++)
            {
                uint high = i >= words ? stream.Words[i - words] : fill;
                uint low = i > words ? stream.Words[i - words - 1] : fill;
                delayed.Words[i] = bits == 0 ? high : (high << bits) | (low >> (32 - bits));
            }

            delayed.ClearTail();
            return delayed;
        }
    }
}
