using ScEdge.Entropy.Cells;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// Three cells in integers: a sound one that switches with a probability linear in the voltage, one that is stuck set, and one that is missing.
    /// </summary>
    public sealed class LinearFrontEnd : IAnalogueFrontEnd
    {
        /// <summary>Number of the cells.</summary>
        public const int Cells = 3;

        private const int Sound = 0;
        private const int StuckSet = 1;
        private const int SetCurrent = 800;
        private const int ResetCurrent = 100;

        private uint draws;
        private int selected;
        private bool isSet;

        /// <inheritdoc/>
        public int CellCount
        {
            get { return Cells; }
        }

        /// <inheritdoc/>
        public void Select(int cell)
        {
            selected = cell;
        }

        /// <inheritdoc/>
        public void Pulse(int millivolts, int widthNanoseconds)
        {
            if (selected != Sound)
            {
                return;
            }

            if (millivolts < 0)
            {
                isSet = false;
                return;
            }

            // From 0 at 100 mV to 1 at 1000 mV.
            draws++;
            isSet = isSet || (CounterGenerator.Word(3, 4, draws) >> 16) < (millivolts - 100) * 65536 / 900;
        }

        /// <inheritdoc/>
        public int ReadCurrentCounts(int millivolts)
        {
            bool conducts = selected == StuckSet || (selected == Sound && isSet);
            return conducts ? SetCurrent : selected == Sound ? ResetCurrent : 0;
        }
    }
}
