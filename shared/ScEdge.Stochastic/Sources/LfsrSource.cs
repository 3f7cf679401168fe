using System;

namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// A maximal-length Fibonacci shift register of 3..32 bits, read in parallel.
    /// </summary>
    /// <remarks>
    /// <para>Each cycle the exclusive or of the taps enters at the least significant bit and the rest moves up by one. The
    /// first number is the seed. Over the period of 2^Width - 1 every number of 1..2^Width - 1 appears once and 0 never:
    /// the all-zero register would stay zero. So under the rule bit = R &lt; P a period holds P - 1 ones for
    /// P of 1..2^Width and none for P = 0 (<see cref="OnesPerPeriod"/>): p = (P - 1) / (2^Width - 1), low by
    /// (1 - p) / (2^Width - 1), with p = P / 2^Width, and P = 1 is lost.</para>
    /// <para>Successive numbers are shifted copies of each other, so two streams from one register a few cycles apart are
    /// strongly correlated; give each stream a register of another width and let the comparator read its top bits. Taps:
    /// P. Alfke, "Efficient Shift Registers, LFSR Counters, and Long Pseudo-Random Sequence Generators", Xilinx
    /// application note 52, 1996.</para>
    /// </remarks>
    public sealed class LfsrSource : INumberSource
    {
        /// <summary>Smallest width.</summary>
        public const int SmallestWidth = 3;

        // Bit k - 1 stands for tap k; from width 3 on.
        private static readonly uint[] TapMasks =
        {
            0x00000006, 0x0000000C, 0x00000014, 0x00000030, 0x00000060, 0x000000B8, 0x00000110, 0x00000240,
            0x00000500, 0x00000829, 0x0000100D, 0x00002015, 0x00006000, 0x0000D008, 0x00012000, 0x00020400,
            0x00040023, 0x00090000, 0x00140000, 0x00300000, 0x00420000, 0x00E10000, 0x01200000, 0x02000023,
            0x04000013, 0x09000000, 0x14000000, 0x20000029, 0x48000000, 0x80200003,
        };

        private readonly uint taps;
        private readonly uint mask;
        private uint seed;
        private uint state;

        /// <summary>Makes the register.</summary>
        /// <param name="width">Bits of the register, 3..32.</param>
        /// <param name="seed">First number, 1..2^width - 1.</param>
        /// <exception cref="ArgumentException">The width or the seed is out of range.</exception>
        public LfsrSource(int width, uint seed)
        {
            Width = SourceWidth.Require(width, SmallestWidth);
            mask = SourceWidth.Mask(width);
            taps = Taps(width);
            Restart(seed);
        }

        /// <inheritdoc/>
        public int Width { get; }

        /// <summary>Returns the taps of a width: bit k - 1 is set where stage k enters the feedback.</summary>
        /// <param name="width">Bits of the register, 3..32.</param>
        public static uint Taps(int width)
        {
            return TapMasks[SourceWidth.Require(width, SmallestWidth) - SmallestWidth];
        }

        /// <summary>Returns the number of ones that a comparator makes over one period of 2^width - 1 cycles.</summary>
        /// <param name="numerator">P of the comparator, 0..2^width.</param>
        public static long OnesPerPeriod(long numerator)
        {
            return numerator > 0 ? numerator - 1 : 0;
        }

        /// <inheritdoc/>
        public uint Next()
        {
            uint number = state;
            uint feedback = number & taps;
            feedback ^= feedback >> 16;
            feedback ^= feedback >> 8;
            feedback ^= feedback >> 4;
            feedback ^= feedback >> 2;
            feedback ^= feedback >> 1;
            state = ((number << 1) & mask) | (feedback & 1);
            return number;
        }

        /// <summary>Begins anew from another seed.</summary>
        /// <param name="number">First number, 1..2^width - 1.</param>
        /// <exception cref="ArgumentException">The seed is out of range.</exception>
        public void Restart(uint number)
        {
            if (number == 0 || number > mask)
            {
                throw new ArgumentException(
                    "A shift register of " + Width.ToString() + " bits needs a seed of 1..2^" + Width.ToString()
                    + " - 1; zero would never leave zero.");
            }

            seed = number;
            state = number;
        }

        /// <inheritdoc/>
        public void Reset()
        {
            state = seed;
        }
    }
}
