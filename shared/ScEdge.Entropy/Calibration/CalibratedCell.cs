using ScEdge.Entropy.Cells;

namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// A cell in service: its table, its watch, and its fault if it has one.
    /// </summary>
    public sealed class CalibratedCell
    {
        private readonly int index;

        /// <summary>Makes the cell, not yet calibrated.</summary>
        /// <param name="index">Index at the front end.</param>
        public CalibratedCell(int index)
        {
            this.index = index;
        }

        /// <summary>Gets the index at the front end.</summary>
        public int Index
        {
            get { return index; }
        }

        /// <summary>Gets the table; null while the cell is not calibrated or has a fault.</summary>
        public CalibrationTable Table { get; private set; }

        /// <summary>Gets the watch over the cell's bits; null without a table.</summary>
        public DriftWatch Drift { get; private set; }

        /// <summary>Gets what is wrong with the cell.</summary>
        public CellFault Fault { get; private set; }

        /// <summary>Gets how often drift was found.</summary>
        public int Drifts { get; private set; }

        /// <summary>Takes a table, measured or kept.</summary>
        public void Accept(CalibrationTable table)
        {
            Table = table;
            Drift = new DriftWatch();
            Fault = CellFault.None;
        }

        /// <summary>Takes the cell out of service.</summary>
        public void Retire(CellFault fault)
        {
            Table = null;
            Drift = null;
            Fault = fault;
        }

        /// <summary>Notes that the table no longer holds.</summary>
        public void NoteDrift()
        {
            Drifts++;
        }
    }
}
