using ScEdge.Entropy.Cells;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// Says of one voltage whether the probability of the selected cell is above, below or within tolerance of a target.
    /// </summary>
    /// <remarks>Bits are judged after 64, 96, 144 ... of them: <see cref="CellCalibrator"/>.</remarks>
    internal sealed class VoltageJudgement
    {
        private const int FirstLook = 64;

        private readonly CellDriver driver;
        private readonly CalibrationSettings settings;
        private int millivolts;
        private double wanted;
        private double lowest;
        private double highest;
        private long ones;
        private long bits;
        private long look;

        public VoltageJudgement(CellDriver driver, CalibrationSettings settings)
        {
            this.driver = driver;
            this.settings = settings;
        }

        /// <summary>Gets the verdict: above (1), below (-1) or within (0).</summary>
        public int Side { get; private set; }

        /// <summary>Gets the share of ones.</summary>
        public double Share { get; private set; }

        /// <summary>Gets whether the cell could not be reset; then there is no verdict.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>Gets the number of judgements since it was last set to zero.</summary>
        public int Judgements { get; set; }

        /// <summary>Begins anew.</summary>
        /// <param name="voltage">Voltage of the SET pulses; mV.</param>
        /// <param name="target">Probability, in units of 2^-16.</param>
        public void Begin(int voltage, int target)
        {
            millivolts = voltage;
            wanted = (double)target / BernoulliWord.One;
            lowest = (double)(target - settings.Tolerance) / BernoulliWord.One;
            highest = (double)(target + settings.Tolerance) / BernoulliWord.One;
            ones = 0;
            bits = 0;
            look = FirstLook;
            HasFailed = false;
        }

        /// <summary>Draws bits, so many at most.</summary>
        /// <returns>Whether there is a verdict, or the cell has failed.</returns>
        public bool Advance(int count)
        {
            for (; count > 0; count--)
            {
                if (!driver.TryDrawBit(millivolts, out int bit))
                {
                    HasFailed = true;
                    return true;
                }

                ones += bit;
                bits++;
                if (bits == look && IsDecided())
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsDecided()
        {
            Judgements++;
            look += look / 2;
            double z = settings.Deviations;
            bool above = ScoreTest.IsBelow(ones, bits, wanted, z);
            bool below = ScoreTest.IsAbove(ones, bits, wanted, z);
            bool within = ScoreTest.IsBelow(ones, bits, lowest, z) && ScoreTest.IsAbove(ones, bits, highest, z);
            Side = within ? 0 : above ? 1 : -1;
            Share = (double)ones / bits;
            return above || below || within;
        }
    }
}
