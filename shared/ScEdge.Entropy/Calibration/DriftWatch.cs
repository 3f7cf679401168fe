namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// Notices that a cell's bits no longer have the probabilities that were asked for.
    /// </summary>
    /// <remarks>
    /// Over a window of n bits with the wanted probabilities P_i, drift is |sum (bit - P_i)| > sum b_i + z sqrt(sum P_i (1 - P_i)), b_i
    /// being the bound that calibration gives at P_i. A cell within its bounds alarms with the normal law's probability of z deviations,
    /// 6e-7 for z = 5; one off by d everywhere is found in its first whole window when n (d - b) > 2 z sqrt(n / 4), which for n = 16384
    /// and b = 1/64 is so from d = 0.055 on. Integers alone; the squares stay below 2^63.
    /// </remarks>
    public sealed class DriftWatch
    {
        /// <summary>Bits of a window.</summary>
        public const int Window = 16384;

        private const long One = 1L << 16;
        private const long SquaredDeviations = 25;

        private int bits;
        private long balance;
        private long variance;
        private long allowance;

        /// <summary>Takes bits; returns whether a window has ended with drift.</summary>
        /// <param name="ones">Ones among the bits.</param>
        /// <param name="length">Number of bits, at most 32.</param>
        /// <param name="probability">The probability that was asked for, in units of 2^-16.</param>
        /// <param name="bound">b: error of the probability that calibration allows there, in units of 2^-16.</param>
        public bool Add(int ones, int length, uint probability, int bound)
        {
            bits += length;
            balance += (ones * One) - (length * (long)probability);
            variance += length * (long)probability * (One - probability);
            allowance += (long)length * bound;
            if (bits < Window)
            {
                return false;
            }

            long excess = (balance < 0 ? -balance : balance) - allowance;
            bool drift = excess > 0 && excess * excess > SquaredDeviations * variance;
            bits = 0;
            balance = 0;
            variance = 0;
            allowance = 0;
            return drift;
        }
    }
}
