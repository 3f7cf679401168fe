namespace ScEdge.Entropy.Cells
{
    /// <summary>
    /// How a cell is written and read.
    /// </summary>
    public sealed class CellDriveSettings
    {
        /// <summary>Width of a SET pulse; ns.</summary>
        public int SetWidthNanoseconds = 10000;

        /// <summary>Voltage of a RESET pulse; mV, negative.</summary>
        public int ResetMillivolts = -800;

        /// <summary>Width of a RESET pulse; ns.</summary>
        public int ResetWidthNanoseconds = 10000;

        /// <summary>Drive voltage while reading; mV.</summary>
        public int ReadMillivolts = 100;

        /// <summary>A cell that reads at least this is set; counts.</summary>
        public int SetCounts = 512;

        /// <summary>A cell that reads at most this is verified as reset; counts, below <see cref="SetCounts"/>.</summary>
        public int ResetCounts = 256;

        /// <summary>
        /// A line that reads at most this carries no cell; counts, below the current of a reset cell. Negative where that current
        /// cannot be told from none: a missing cell is then found as stuck reset.
        /// </summary>
        public int OpenCounts = -1;

        /// <summary>Reads averaged into one, against the converter's noise; 1 or more.</summary>
        public int ReadsPerValue = 1;

        /// <summary>RESET pulses tried before a cell counts as stuck; 1 or more.</summary>
        public int ResetTries = 8;
    }
}
