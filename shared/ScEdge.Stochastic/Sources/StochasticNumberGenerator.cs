using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// Turns integers into bit streams: a comparator on a number source.
    /// </summary>
    /// <remarks>
    /// <para>The bit of a cycle is one exactly when R &lt; P. R is the top ComparatorWidth = w bits of the source's next
    /// number and P an integer of 0..2^w, so P = 0 never and P = 2^w always gives a one, whatever the source. For a uniform
    /// source p = P / 2^w; for a shift register read whole see <see cref="LfsrSource"/>. The comparator's width and the
    /// length of the stream are separate: the first is the resolution of p, the second the number of trials.</para>
    /// <para>A stream draws one number per cycle, also for P = 0 and P = 2^w, and continues where the last one ended.
    /// Streams that one generator makes one after the other are independent only as far as the source's successive
    /// numbers are.</para>
    /// </remarks>
    public sealed class StochasticNumberGenerator
    {
        private readonly INumberSource source;
        private readonly int shift;

        /// <summary>Makes a generator that compares all bits of the source's numbers.</summary>
        /// <param name="source">Source of numbers.</param>
        public StochasticNumberGenerator(INumberSource source)
            : this(source, source.Width)
        {
        }

        /// <summary>Makes a generator that compares the top bits of the source's numbers.</summary>
        /// <param name="source">Source of numbers.</param>
        /// <param name="comparatorWidth">w, 1 up to the source's width.</param>
        /// <exception cref="ArgumentException">The comparator is wider than the source.</exception>
        public StochasticNumberGenerator(INumberSource source, int comparatorWidth)
        {
            ComparatorWidth = SourceWidth.Require(comparatorWidth, 1);
            if (comparatorWidth > source.Width)
            {
                throw new ArgumentException(
                    "A comparator of " + comparatorWidth.ToString() + " bits needs a source at least as wide, not one of "
                    + source.Width.ToString() + " bits.");
            }

            this.source = source;
            shift = source.Width - comparatorWidth;
        }

        /// <summary>Gets w, the number of bits compared.</summary>
        public int ComparatorWidth { get; }

        /// <summary>Gets 2^w, the P of probability one.</summary>
        public long One
        {
            get { return 1L << ComparatorWidth; }
        }

        /// <summary>Generates the stream of a number in an encoding.</summary>
        /// <param name="encoding">Encoding; it gives the numerator its range and meaning.</param>
        /// <param name="numerator">X of the number, see <see cref="GenerateUnipolar"/>, <see cref="GenerateBipolar"/> and
        /// <see cref="GenerateSignMagnitude"/>.</param>
        /// <param name="length">N, the number of bits.</param>
        /// <exception cref="ArgumentException">X or N is out of range.</exception>
        public Bitstream Generate(StreamEncoding encoding, long numerator, int length)
        {
            bool isNegative = encoding == StreamEncoding.SignMagnitude && numerator < 0;
            long probability = isNegative ? -numerator : numerator;
            if (encoding == StreamEncoding.Bipolar)
            {
                probability += One >> 1;
            }

            return Fill(new Bitstream(length, encoding, 0, isNegative), probability);
        }

        /// <summary>Generates the unipolar stream of X / 2^w: P = X.</summary>
        /// <param name="numerator">X, 0..2^w.</param>
        /// <param name="length">N, the number of bits.</param>
        /// <exception cref="ArgumentException">X or N is out of range.</exception>
        public Bitstream GenerateUnipolar(long numerator, int length)
        {
            return Generate(StreamEncoding.Unipolar, numerator, length);
        }

        /// <summary>Generates the bipolar stream of X / 2^(w - 1): P = X + 2^(w - 1).</summary>
        /// <param name="numerator">X, -2^(w - 1)..2^(w - 1).</param>
        /// <param name="length">N, the number of bits.</param>
        /// <exception cref="ArgumentException">X or N is out of range.</exception>
        public Bitstream GenerateBipolar(long numerator, int length)
        {
            return Generate(StreamEncoding.Bipolar, numerator, length);
        }

        /// <summary>Generates the sign-magnitude stream of X / 2^w: P = |X|, the sign beside it; zero is positive.</summary>
        /// <param name="numerator">X, -2^w..2^w.</param>
        /// <param name="length">N, the number of bits.</param>
        /// <exception cref="ArgumentException">X or N is out of range.</exception>
        public Bitstream GenerateSignMagnitude(long numerator, int length)
        {
            return Generate(StreamEncoding.SignMagnitude, numerator, length);
        }

        /// <summary>Overwrites the bits of a stream, whatever its encoding, with those of a probability.</summary>
        /// <param name="stream">Stream to fill.</param>
        /// <param name="probability">P, 0..2^w.</param>
        /// <returns>The stream given.</returns>
        /// <exception cref="ArgumentException">P is out of range.</exception>
        public Bitstream Fill(Bitstream stream, long probability)
        {
            if (probability < 0 || probability > One)
            {
                throw new ArgumentException(
                    "The number is outside the range of its encoding at a comparator width of "
                    + ComparatorWidth.ToString() + " bits; clip or rescale it first.");
            }

            // Up to 32 bits R < P is R <= P - 1, which stays within an unsigned 32-bit word for every P but zero.
            bool none = probability == 0;
            uint highest = (uint)(probability - 1);
            uint[] words = stream.Words;
            int left = stream.Length;
            for (int i = 0; i < words.Length; i++)
            {
                uint word = 0;
                int bits = left < 32 ? left : 32;
                for (int j = 0; j < bits; j++)
                {
                    if (source.Next() >> shift <= highest && !none)
                    {
                        word |= 1u << j;
                    }
                }

                words[i] = word;
                left -= bits;
            }

            return stream;
        }

        /// <summary>Goes back to the source's first number.</summary>
        public void Reset()
        {
            source.Reset();
        }
    }
}
