namespace ScEdge.Entropy.Health
{
    /// <summary>
    /// The repetition count test on bits: alarm when one value comes C times in succession.
    /// </summary>
    /// <remarks>
    /// C = 1 + ceil(a / H): a bit of min-entropy H repeats the one before with probability at most 2^-H, so a run of C begins at a given
    /// bit with probability at most 2^-a. NIST SP 800-90B (2018), 4.4.1. A stuck source is caught with its C-th bit.
    /// </remarks>
    public sealed class RepetitionCountTest
    {
        // Where a value changes within every byte, no run is longer than 15 bits.
        private const int LongestRunOfBusyWord = 15;

        private readonly int cutoff;
        private uint last;
        private int run;

        /// <summary>Makes the test.</summary>
        /// <param name="minEntropy">H claimed per bit, in units of 2^-16 bit, 1..65536.</param>
        /// <param name="falseAlarmDigits">a: the false-alarm probability is at most 2^-a per bit, 1..64.</param>
        public RepetitionCountTest(uint minEntropy, int falseAlarmDigits)
        {
            cutoff = 1 + (int)((((long)falseAlarmDigits << 16) + minEntropy - 1) / minEntropy);
        }

        /// <summary>Gets C, the length of a run that is an alarm.</summary>
        public int Cutoff
        {
            get { return cutoff; }
        }

        /// <summary>Takes the next 32 bits; returns whether a run has reached C. A run begins anew after an alarm.</summary>
        public bool Add(uint word)
        {
            uint changes = word ^ ((word << 1) | last);
            bool busy = ((changes - 0x01010101u) & ~changes & 0x80808080u) == 0;
            if (busy && cutoff > LongestRunOfBusyWord && run + 7 < cutoff)
            {
                run = 1;
                while ((changes & 0x80000000u) == 0)
                {
                    changes <<= 1;
                    run++;
                }

                last = word >> 31;
                return false;
            }

            return AddBits(word);
        }

        private bool AddBits(uint word)
        {
            bool alarm = false;
            for (int j = 0; j < 32; j++)
            {
                uint bit = word & 1;
                word >>= 1;
                run = bit == last ? run + 1 : 1;
                last = bit;
                if (run == cutoff)
                {
                    alarm = true;
                    run = 0;
                }
            }

            return alarm;
        }
    }
}
