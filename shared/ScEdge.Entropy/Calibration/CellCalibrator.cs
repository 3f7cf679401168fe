using System;
using ScEdge.Entropy.Cells;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// Finds the voltages of a cell's calibration table by bisection.
    /// </summary>
    /// <remarks>
    /// <para>At a voltage bits are drawn until the score interval of their probability either leaves the target out, and the voltage is
    /// too high or too low, or lies within target +- tolerance as a whole, and the voltage is the node's. One of the two happens at the
    /// latest when the interval is narrower than the tolerance: after about z^2 p (1 - p) / (tolerance / 2)^2 bits.</para>
    /// <para>Bits are judged after 64, 96, 144 ... of them. The probability that any judgement of a calibration errs is at most the number of
    /// judgements times that of one.</para>
    /// </remarks>
    public sealed class CellCalibrator
    {
        private const int FirstLook = 64;

        private const double StraightRise = 0.5;

        private readonly CellDriver driver;
        private readonly CalibrationSettings settings;

        /// <summary>Makes the calibrator.</summary>
        /// <param name="driver">Driver of the cells.</param>
        /// <param name="settings">Range, tolerance and confidence; not to be changed afterwards.</param>
        /// <exception cref="ArgumentException">The range of voltages is empty or beyond the safety limits.</exception>
        public CellCalibrator(CellDriver driver, CalibrationSettings settings)
        {
            if (settings.LowestMillivolts < 0 || settings.LowestMillivolts >= settings.HighestMillivolts
                || !driver.Allows(settings.HighestMillivolts))
            {
                throw new ArgumentException("The range of calibration voltages is empty or beyond the safety limits.");
            }

            this.driver = driver;
            this.settings = settings;
        }

        /// <summary>Gets the largest error of the probability at a node, in units of 2^-16.</summary>
        public int Tolerance
        {
            get { return settings.Tolerance; }
        }

        /// <summary>Gets the highest voltage that may be used; mV.</summary>
        public int StrongestMillivolts
        {
            get { return settings.HighestMillivolts; }
        }

        /// <summary>Gets the number of judgements of the last calibration.</summary>
        public int Judgements { get; private set; }

        /// <summary>Calibrates a cell.</summary>
        /// <param name="cell">The cell.</param>
        /// <param name="table">The table, null where the cell cannot be calibrated.</param>
        /// <returns>Why it cannot; none where it was.</returns>
        public CellFault Calibrate(int cell, out CalibrationTable table)
        {
            table = null;
            Judgements = 0;
            driver.Select(cell);
            CellFault fault = CellDiagnosis.Examine(driver, settings.HighestMillivolts);
            int[] millivolts = new int[CalibrationTable.NodeCount];
            int low = settings.LowestMillivolts - 1;
            for (int node = 0; node < millivolts.Length && fault == CellFault.None; node++)
            {
                fault = Bisect(CalibrationTable.Target(node), low, out millivolts[node]);
                low = millivolts[node];
            }

            if (fault == CellFault.None)
            {
                table = new CalibrationTable(millivolts, settings.Tolerance);
            }

            return fault;
        }

        private CellFault Bisect(int target, int low, out int millivolts)
        {
            int high = settings.HighestMillivolts + 1;
            double wanted = (double)target / BernoulliWord.One;
            double lowShare = 0.0;
            double highShare = 1.0;
            while (high - low > 1)
            {
                // Halve until the curve between the ends is nearly straight, then go where the straight line meets the target: a voltage
                // close to the node's is accepted soonest.
                double way = highShare - lowShare < StraightRise ? (wanted - lowShare) / (highShare - lowShare) : 0.5;
                millivolts = Between(low, high, way);
                CellFault fault = Judge(millivolts, target, out int side, out double share);
                if (fault != CellFault.None || side == 0)
                {
                    return fault;
                }

                if (side > 0)
                {
                    high = millivolts;
                    highShare = share;
                }
                else
                {
                    low = millivolts;
                    lowShare = share;
                }
            }

            millivolts = low;
            bool atAnEnd = high > settings.HighestMillivolts || low < settings.LowestMillivolts;
            return atAnEnd ? CellFault.OutOfRange : CellFault.DriveTooCoarse;
        }

        private static int Between(int low, int high, double way)
        {
            int millivolts = low + (int)(((high - low) * way) + 0.5);
            return millivolts <= low ? low + 1 : millivolts >= high ? high - 1 : millivolts;
        }

        /// <summary>Says whether the probability at a voltage is above (1), below (-1) or within tolerance of (0) a target.</summary>
        private CellFault Judge(int millivolts, int target, out int side, out double share)
        {
            double wanted = (double)target / BernoulliWord.One;
            double lowest = (double)(target - settings.Tolerance) / BernoulliWord.One;
            double highest = (double)(target + settings.Tolerance) / BernoulliWord.One;
            double z = settings.Deviations;
            long ones = 0;
            long bits = 0;
            side = 0;
            share = 0.0;
            for (long look = FirstLook; ; look += look / 2)
            {
                for (; bits < look; bits++)
                {
                    if (!driver.TryDrawBit(millivolts, out int bit))
                    {
                        return CellFault.StuckSet;
                    }

                    ones += bit;
                }

                Judgements++;
                bool above = ScoreTest.IsBelow(ones, bits, wanted, z);
                bool below = ScoreTest.IsAbove(ones, bits, wanted, z);
                bool within = ScoreTest.IsBelow(ones, bits, lowest, z) && ScoreTest.IsAbove(ones, bits, highest, z);
                if (above || below || within)
                {
                    side = within ? 0 : above ? 1 : -1;
                    share = (double)ones / bits;
                    return CellFault.None;
                }
            }
        }
    }
}
