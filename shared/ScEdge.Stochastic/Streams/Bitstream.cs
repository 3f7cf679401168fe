using System;

namespace ScEdge.Stochastic.Streams
{
    /// <summary>
    /// A stochastic number: N bits whose share of ones, read in an encoding and times a power of two, is its value.
    /// </summary>
    /// <remarks>
    /// <para>The bit of cycle t is bit t mod 32 of word t / 32, least significant bit first. The unused high bits of the
    /// last word, the tail, are always zero, so that counting needs no mask; who writes <see cref="Words"/> keeps that
    /// up with <see cref="ClearTail"/>. N is any number from 1 and has nothing to do with the width of the comparator
    /// that made the bits.</para>
    /// <para>Value = Numerator / Denominator x 2^ScaleExponent. The scale is where operators that divide (such as a
    /// multiplexer adder) leave the factor they owe, so a sum reads as the sum and not as the average.</para>
    /// </remarks>
    public sealed class Bitstream
    {
        /// <summary>Makes a stream of zeros with scale 2^0 and no negative sign.</summary>
        /// <param name="length">N, the number of bits, 1 or more.</param>
        /// <param name="encoding">Encoding.</param>
        public Bitstream(int length, StreamEncoding encoding)
            : this(length, encoding, 0, false)
        {
        }

        /// <summary>Makes a stream of zeros.</summary>
        /// <param name="length">N, the number of bits, 1 or more.</param>
        /// <param name="encoding">Encoding.</param>
        /// <param name="scaleExponent">Power of two by which the encoded ratio is multiplied, -64..64.</param>
        /// <param name="isNegative">Sign; only a sign-magnitude stream may be negative.</param>
        /// <exception cref="ArgumentException">An argument is out of range.</exception>
        public Bitstream(int length, StreamEncoding encoding, int scaleExponent, bool isNegative)
        {
            if (length < 1)
            {
                throw new ArgumentException("A stream has at least one bit, not " + length.ToString() + ".");
            }

            if (isNegative && encoding != StreamEncoding.SignMagnitude)
            {
                throw new ArgumentException(
                    "Only a sign-magnitude stream carries a sign; encode the number as bipolar instead.");
            }

            StreamValue.RequireScaleExponent(scaleExponent);
            Length = length;
            Encoding = encoding;
            ScaleExponent = scaleExponent;
            IsNegative = isNegative;
            Words = new uint[WordsFor(length)];
        }

        /// <summary>Gets N, the number of bits.</summary>
        public int Length { get; }

        /// <summary>Gets the encoding.</summary>
        public StreamEncoding Encoding { get; }

        /// <summary>Gets the power of two by which the encoded ratio is multiplied.</summary>
        public int ScaleExponent { get; }

        /// <summary>Gets a value indicating whether a sign-magnitude stream is negative; false in other encodings.</summary>
        public bool IsNegative { get; }

        /// <summary>Gets the packed bits. The backing array, not a copy.</summary>
        public uint[] Words { get; }

        /// <summary>Gets the exact numerator of the encoded ratio, before the scale.</summary>
        public long Numerator
        {
            get { return StreamValue.Numerator(Encoding, IsNegative, CountOnes(), Length); }
        }

        /// <summary>Gets the exact denominator of the encoded ratio, which is N.</summary>
        public long Denominator
        {
            get { return Length; }
        }

        /// <summary>Gets the value, scale included.</summary>
        public double Value
        {
            get { return StreamValue.Decode(Numerator, Denominator, ScaleExponent); }
        }

        /// <summary>Gets or sets the bit of a cycle.</summary>
        /// <param name="cycle">Cycle, 0..N - 1.</param>
        /// <exception cref="ArgumentException">There is no such cycle.</exception>
        public bool this[int cycle]
        {
            get
            {
                RequireCycle(cycle);
                return ((Words[cycle >> 5] >> (cycle & 31)) & 1) != 0;
            }

            set
            {
                RequireCycle(cycle);
                uint bit = 1u << (cycle & 31);
                Words[cycle >> 5] = value ? Words[cycle >> 5] | bit : Words[cycle >> 5] & ~bit;
            }
        }

        /// <summary>Returns the number of words that a length needs.</summary>
        public static int WordsFor(int length)
        {
            return (int)(((long)length + 31) >> 5);
        }

        /// <summary>Returns the bits in use of the last word of a length.</summary>
        public static uint TailMask(int length)
        {
            return 0xFFFFFFFFu >> ((32 - (length & 31)) & 31);
        }

        /// <summary>Makes the stream that is zero in every cycle: p = 0 exactly.</summary>
        public static Bitstream Zeros(int length, StreamEncoding encoding)
        {
            return new Bitstream(length, encoding);
        }

        /// <summary>Makes the stream that is one in every cycle: p = 1 exactly.</summary>
        public static Bitstream Ones(int length, StreamEncoding encoding)
        {
            Bitstream stream = new Bitstream(length, encoding);
            for (int i = 0; i < stream.Words.Length; i++)
            {
                stream.Words[i] = 0xFFFFFFFFu;
            }

            stream.ClearTail();
            return stream;
        }

        /// <summary>Makes a stream from a copy of packed words; bits past the length are dropped.</summary>
        /// <param name="words">Words, at least as many as the length needs.</param>
        /// <param name="length">N, the number of bits.</param>
        /// <param name="encoding">Encoding.</param>
        /// <param name="scaleExponent">Power of two by which the encoded ratio is multiplied.</param>
        /// <param name="isNegative">Sign; only a sign-magnitude stream may be negative.</param>
        /// <exception cref="ArgumentException">There are too few words, or an argument is out of range.</exception>
        public static Bitstream FromWords(
            uint[] words, int length, StreamEncoding encoding, int scaleExponent, bool isNegative)
        {
            Bitstream stream = new Bitstream(length, encoding, scaleExponent, isNegative);
            if (words.Length < stream.Words.Length)
            {
                throw new ArgumentException(
                    words.Length.ToString() + " words cannot hold a stream of " + length.ToString()
                    + " bits; give one word for every 32 bits.");
            }

            Array.Copy(words, stream.Words, stream.Words.Length);
            stream.ClearTail();
            return stream;
        }

        /// <summary>Makes a stream with the same bits, encoding, scale and sign.</summary>
        public Bitstream Copy()
        {
            return FromWords(Words, Length, Encoding, ScaleExponent, IsNegative);
        }

        /// <summary>Counts the ones, 0..N.</summary>
        public int CountOnes()
        {
            return CountOnes(Length);
        }

        /// <summary>Counts the ones of the first cycles.</summary>
        /// <param name="cycles">Number of cycles, 0..N.</param>
        /// <exception cref="ArgumentException">The stream is shorter.</exception>
        public int CountOnes(int cycles)
        {
            if (cycles < 0 || cycles > Length)
            {
                throw new ArgumentException(
                    "A prefix of " + cycles.ToString() + " cycles does not lie within a stream of " + Length.ToString()
                    + "; ask for a shorter one.");
            }

            uint[] words = Words;
            int ones = 0;
            int whole = cycles >> 5;
            for (int i = 0; i < whole; i++)
            {
                ones += PopulationCount.Of(words[i]);
            }

            if ((cycles & 31) != 0)
            {
                ones += PopulationCount.Of(words[whole] & TailMask(cycles));
            }

            return ones;
        }

        /// <summary>Sets the unused bits of the last word to zero, as a writer of <see cref="Words"/> must leave them.</summary>
        public void ClearTail()
        {
            Words[Words.Length - 1] &= TailMask(Length);
        }

        /// <summary>Returns the bits in the order of the cycles, such as 0110, the first cycle on the left.</summary>
        public override string ToString()
        {
            char[] bits = new char[Length];
            for (int cycle = 0; cycle < bits.Length; cycle++)
            {
                bits[cycle] = this[cycle] ? '1' : '0';
            }

            return new string(bits);
        }

        private void RequireCycle(int cycle)
        {
            if (cycle < 0 || cycle >= Length)
            {
                throw new ArgumentException(
                    "Cycle " + cycle.ToString() + " does not exist in a stream of " + Length.ToString() + " bits.");
            }
        }
    }
}
