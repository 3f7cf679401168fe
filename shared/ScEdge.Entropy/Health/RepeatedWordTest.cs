namespace ScEdge.Entropy.Health
{
    /// <summary>
    /// Alarm when words equal those k before them C times in succession, for a k of 1..8.
    /// </summary>
    /// <remarks>
    /// The two tests of SP 800-90B on bits are blind to a source that oscillates (0101...): its values come evenly and never in runs. Every
    /// period that divides 32 k bits for a k of 1..8 repeats words; such a source is caught within k + C words. C = ceil((a + 3) /
    /// (32 H)): C words of min-entropy 32 H repeat with probability at most 2^-(32 H C), and there are eight ways.
    /// SP 800-90B (2018), 4.5, provides for tests of the designer's own.
    /// </remarks>
    public sealed class RepeatedWordTest
    {
        /// <summary>The largest distance k, in words.</summary>
        public const int Reach = 8;

        private readonly int cutoff;
        private readonly uint[] words = new uint[Reach];
        private readonly int[] repeats = new int[Reach];
        private int next;
        private int known;

        /// <summary>Makes the test.</summary>
        /// <param name="minEntropy">H claimed per bit, in units of 2^-16 bit, 1..65536.</param>
        /// <param name="falseAlarmDigits">a: the false-alarm probability is at most 2^-a per word, 1..64.</param>
        public RepeatedWordTest(uint minEntropy, int falseAlarmDigits)
        {
            long perWord = 32L * minEntropy;
            cutoff = (int)((((falseAlarmDigits + 3L) << 16) + perWord - 1) / perWord);
        }

        /// <summary>Gets C, the number of repeated words in succession that is an alarm.</summary>
        public int Cutoff
        {
            get { return cutoff; }
        }

        /// <summary>Takes the next 32 bits; returns whether words have come back C times.</summary>
        public bool Add(uint word)
        {
            bool alarm = false;
            for (int k = 1; k <= known; k++)
            {
                int repeated = words[(next - k) & (Reach - 1)] == word ? repeats[k - 1] + 1 : 0;
                if (repeated == cutoff)
                {
                    alarm = true;
                    repeated = 0;
                }

                repeats[k - 1] = repeated;
            }

            words[next] = word;
            next = (next + 1) & (Reach - 1);
            if (known < Reach)
            {
                known++;
            }

            return alarm;
        }
    }
}
