using System;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// The voltages at which one cell switches with nine probabilities, from 1/16 to 15/16, and what lies between.
    /// </summary>
    /// <remarks>
    /// <para>By the switching law the voltage is affine in ln h, h = -ln(1 - p). Between nodes, and beyond them with the slope of the
    /// nearest pair, V is interpolated linearly over ln h.</para>
    /// <para>At a node the probability is within the tolerance. Between and beyond nodes the error bound of ln h is interpolated and
    /// extrapolated too, which <see cref="Bound"/> turns back into one of p: it holds for a cell that follows the law.</para>
    /// </remarks>
    public sealed class CalibrationTable
    {
        /// <summary>Number of nodes.</summary>
        public const int NodeCount = 9;

        private const int Eighth = 8192;

        private readonly int[] millivolts;
        private readonly int tolerance;
        private readonly double[] lnHazards = new double[NodeCount];
        private readonly double[] lnErrors = new double[NodeCount];

        /// <summary>Makes the table.</summary>
        /// <param name="millivolts">Voltage of every node, rising; mV. Kept, not copied.</param>
        /// <param name="tolerance">Largest error of the probability at a node, in units of 2^-16, 1..2048.</param>
        /// <exception cref="ArgumentException">The voltages do not rise, their number is wrong, or the tolerance is out of range.</exception>
        public CalibrationTable(int[] millivolts, int tolerance)
        {
            if (millivolts.Length != NodeCount || tolerance < 1 || tolerance > 2048)
            {
                throw new ArgumentException("A calibration table has nine voltages and a tolerance of 1 to 2048.");
            }

            this.millivolts = millivolts;
            this.tolerance = tolerance;
            for (int i = 0; i < NodeCount; i++)
            {
                if (i > 0 && millivolts[i] <= millivolts[i - 1])
                {
                    throw new ArgumentException("The voltages of a calibration table must rise.");
                }

                double p = Share(Target(i));
                double error = Share(tolerance);
                lnHazards[i] = LnHazard(p);
                lnErrors[i] = Larger(LnHazard(p + error) - lnHazards[i], lnHazards[i] - LnHazard(p - error));
            }
        }

        /// <summary>Gets the largest error of the probability at a node, in units of 2^-16.</summary>
        public int Tolerance
        {
            get { return tolerance; }
        }

        /// <summary>Returns the probability of a node, in units of 2^-16: 1/16, the eighths from 1/8 to 7/8, and 15/16.</summary>
        /// <param name="node">0..8.</param>
        public static int Target(int node)
        {
            return node == 0 ? Eighth / 2 : node == NodeCount - 1 ? ((NodeCount - 1) * Eighth) - (Eighth / 2) : node * Eighth;
        }

        /// <summary>Returns the voltage of a node; mV.</summary>
        /// <param name="node">0..8.</param>
        public int MillivoltsOfNode(int node)
        {
            return millivolts[node];
        }

        /// <summary>Returns the voltage for a probability, rounded to one millivolt.</summary>
        /// <param name="probability">P, 1..65535 in units of 2^-16.</param>
        public int MillivoltsFor(uint probability)
        {
            double lnHazard = LnHazard(Share((int)probability));
            int node = SegmentOf(lnHazard);
            double share = (lnHazard - lnHazards[node]) / (lnHazards[node + 1] - lnHazards[node]);
            double exact = millivolts[node] + (share * (millivolts[node + 1] - millivolts[node]));
            return exact < 0.0 ? 0 : (int)(exact + 0.5);
        }

        /// <summary>Returns the bound of |p - P| of a cell that follows the law, rounded up, in units of 2^-16.</summary>
        /// <param name="probability">P, 1..65535 in units of 2^-16.</param>
        public int Bound(uint probability)
        {
            double p = Share((int)probability);
            double lnHazard = LnHazard(p);
            int node = SegmentOf(lnHazard);
            double length = lnHazards[node + 1] - lnHazards[node];
            double share = (lnHazard - lnHazards[node]) / length;

            // Two straight lines through the errors' corners; outside, an error of one node and the opposite of the other add up.
            double first = share > 1.0 ? share - 1.0 : 1.0 - share;
            double second = share < 0.0 ? -share : share;
            double error = (first * lnErrors[node]) + (second * lnErrors[node + 1]);

            // Half a millivolt of rounding.
            error += 0.5 * length / (millivolts[node + 1] - millivolts[node]);
            double hazard = Elementary.Exp(lnHazard);
            double above = -Elementary.ExpMinusOne(-hazard * Elementary.Exp(error)) - p;
            double below = p + Elementary.ExpMinusOne(-hazard * Elementary.Exp(-error));
            return 1 + (int)(Larger(above, below) * BernoulliWord.One);
        }

        private int SegmentOf(double lnHazard)
        {
            int node = 0;
            while (node < NodeCount - 2 && lnHazard > lnHazards[node + 1])
            {
                node++;
            }

            return node;
        }

        private static double Share(int units)
        {
            return (double)units / BernoulliWord.One;
        }

        private static double LnHazard(double probability)
        {
            return Elementary.Log(-Elementary.LogOnePlus(-probability));
        }

        private static double Larger(double a, double b)
        {
            return a > b ? a : b;
        }
    }
}
