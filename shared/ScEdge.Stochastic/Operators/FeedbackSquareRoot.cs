using System;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Square root of a unipolar stream: a counter that is driven until its output, squared, balances the input.
    /// </summary>
    /// <remarks>
    /// <para>The output y is made by comparing R with the counter C of 0..2^w. The input counts up; the product of y and y
    /// one cycle earlier (a flip-flop stands for the second, independent copy) counts down. At balance E[C^2] is
    /// about x 4^w.</para>
    /// <para>Honest limits. It settles with a time constant of about 2^w / (2 sqrt x) cycles from the middle, slowly for
    /// small x, and the cycles before count in the output: run a block first and throw it away, or accept a bias of about
    /// (1/2 - r) 2^w / (2 r N) with r = sqrt x. Once settled the counter still wanders, C / 2^w by a variance of about
    /// 2^-w r (1 - r)(1 + 2 r) / 2, so E[y] is low by about 2^-w (1 - r) / 4 (both to first order in 2^-w, from the
    /// linearised loop with its lag of one cycle); near x = 0 and 1 the ends of the counter add their own. A wider counter
    /// lowers the second error and raises the first.</para>
    /// <para>Successive numbers of the source must be independent: a shift register or a Sobol dimension makes y and its
    /// delayed copy correlated and the root wrong. State is kept from stream to stream until <see cref="Reset"/>. The scale
    /// exponent is halved and must be even. (After B. Gaines, "Stochastic Computing Systems", 1969; S. Toral, J. Quero,
    /// L. Franquelo, "Stochastic Pulse Coded Arithmetic", ISCAS 2000.)</para>
    /// </remarks>
    public sealed class FeedbackSquareRoot
    {
        private readonly INumberSource source;
        private readonly int shift;
        private readonly SaturatingUpDownCounter counter;
        private bool previous;

        /// <summary>Makes the circuit.</summary>
        /// <param name="source">Source of independent numbers, independent also of the input.</param>
        /// <param name="counterWidth">w, 1 up to the source's width and at most 24.</param>
        /// <exception cref="ArgumentException">The width is out of range.</exception>
        public FeedbackSquareRoot(INumberSource source, int counterWidth)
        {
            if (counterWidth < 1 || counterWidth > 24 || counterWidth > source.Width)
            {
                throw new ArgumentException(
                    "A counter of " + counterWidth.ToString() + " bits is outside 1..24 or wider than its source of "
                    + source.Width.ToString() + " bits.");
            }

            this.source = source;
            shift = source.Width - counterWidth;
            counter = new SaturatingUpDownCounter((1 << counterWidth) + 1, 1 << (counterWidth - 1));
        }

        /// <summary>Gets the number of counter steps lost at its ends.</summary>
        public long Saturations
        {
            get { return counter.Saturations; }
        }

        /// <summary>Runs the circuit over a stream.</summary>
        /// <param name="input">Unipolar stream x with an even scale exponent.</param>
        /// <returns>Unipolar stream y of half the scale exponent.</returns>
        /// <exception cref="ArgumentException">The input has another encoding or an odd scale exponent.</exception>
        public Bitstream Apply(Bitstream input)
        {
            StreamAgreement.RequireEncoding(input, StreamEncoding.Unipolar);
            if ((input.ScaleExponent & 1) != 0)
            {
                throw new ArgumentException(
                    "The root of 2^" + input.ScaleExponent.ToString()
                    + " is no power of two; bring the stream to an even scale exponent.");
            }

            Bitstream output = new Bitstream(input.Length, StreamEncoding.Unipolar, input.ScaleExponent / 2, false);
            for (int t = 0; t < input.Length; t++)
            {
                bool bit = source.Next() >> shift < (uint)counter.State;
                counter.Step(input[t], bit && previous);
                previous = bit;
                output[t] = bit;
            }

            return output;
        }

        /// <summary>Goes back to the middle state and the source's first number.</summary>
        public void Reset()
        {
            counter.Reset();
            source.Reset();
            previous = false;
        }
    }
}
