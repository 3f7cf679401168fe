using ScEdge.Stochastic.Cbram;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// How much memory cells take, before they are made.
    /// </summary>
    internal static class CellMemory
    {
        private const long ResponseNodes = 210;
        private const long SpareBytes = 80;
        private const long LawBytes = 320;
        private const long PointBytes = 8;

        /// <summary>Returns the bytes of the response tables that equal cells share, with what building them takes.</summary>
        public static long OfResponses(CellBankSettings cells)
        {
            long classes = cells.HasClasses() ? CellClasses.Count : 1;
            long drooped = cells.SetDroop > 0.0 ? sizeof(double) * ResponseNodes : 0;
            return drooped + (2 * ResponseNodes * classes * (cells.ResidualFilament != 0.0 ? 2 : 1)) + OfLaw(cells.Law);
        }

        /// <summary>Returns the bytes of the cells of one bank.</summary>
        public static long OfBank(CellBankSettings cells, long lanes)
        {
            long words = lanes * ((cells.CellsPerLane + 31) / 32);
            long bytes = cells.HasClasses() ? (lanes * cells.CellsPerLane) + SpareBytes : 0;
            if (cells.ResidualFilament != 0.0)
            {
                bytes += 4 * words;
            }

            if (cells.StuckSet + cells.StuckReset > 0.0)
            {
                bytes += 2 * 4 * words;
            }

            // A converter's table of its steps.
            return cells.DriveBits > 0 ? bytes + (4L << cells.DriveBits) : bytes;
        }

        private static long OfLaw(DriveLaw law)
        {
            return law == null
                ? 0
                : LawBytes + (PointBytes * (law.Reach.Count + law.Spread.Count + law.Waits.Count + law.Drive.Count));
        }
    }
}
