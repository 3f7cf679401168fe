using ScEdge.Entropy.Cells;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// Finds the voltage of one node of a calibration table by bisection.
    /// </summary>
    internal sealed class NodeSearch
    {
        private const double StraightRise = 0.5;

        private readonly CalibrationSettings settings;
        private readonly VoltageJudgement judgement;
        private int target;
        private int low;
        private int high;
        private double lowShare;
        private double highShare;

        public NodeSearch(CalibrationSettings settings, VoltageJudgement judgement)
        {
            this.settings = settings;
            this.judgement = judgement;
        }

        /// <summary>Gets the voltage tried last; that of the node once it is found; mV.</summary>
        public int Millivolts { get; private set; }

        /// <summary>Gets why there is no such voltage; none while the search goes on or has found it.</summary>
        public CellFault Fault { get; private set; }

        /// <summary>Begins anew.</summary>
        /// <param name="probability">Probability of the node, in units of 2^-16.</param>
        /// <param name="below">A voltage below that of the node; mV.</param>
        /// <returns>Whether the search has ended at once: no voltage is left.</returns>
        public bool Begin(int probability, int below)
        {
            target = probability;
            low = below;
            high = settings.HighestMillivolts + 1;
            lowShare = 0.0;
            highShare = 1.0;
            Fault = CellFault.None;
            return !TryNext();
        }

        /// <summary>Draws bits, so many at most.</summary>
        /// <returns>Whether the search has ended.</returns>
        public bool Advance(int bits)
        {
            if (!judgement.Advance(bits))
            {
                return false;
            }

            if (judgement.HasFailed)
            {
                Fault = CellFault.StuckSet;
                return true;
            }

            if (judgement.Side > 0)
            {
                high = Millivolts;
                highShare = judgement.Share;
            }
            else
            {
                low = Millivolts;
                lowShare = judgement.Share;
            }

            return judgement.Side == 0 || !TryNext();
        }

        private bool TryNext()
        {
            if (high - low <= 1)
            {
                bool atAnEnd = high > settings.HighestMillivolts || low < settings.LowestMillivolts;
                Fault = atAnEnd ? CellFault.OutOfRange : CellFault.DriveTooCoarse;
                return false;
            }

            // Halve until the curve between the ends is nearly straight, then go where the straight line meets the target: a voltage close
            // to the node's is accepted soonest.
            double wanted = (double)target / BernoulliWord.One;
            double way = highShare - lowShare < StraightRise ? (wanted - lowShare) / (highShare - lowShare) : 0.5;
            Millivolts = Between(low, high, way);
            judgement.Begin(Millivolts, target);
            return true;
        }

        private static int Between(int low, int high, double way)
        {
            int millivolts = low + (int)(((high - low) * way) + 0.5);
            return millivolts <= low ? low + 1 : millivolts >= high ? high - 1 : millivolts;
        }
    }
}
