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

        /// <summary>Gets whether the cell waits to be calibrated; it serves until then if it has a table.</summary>
        public bool IsDue { get; private set; }

        /// <summary>Gets how often the cell was calibrated, with whatever result.</summary>
        public int Calibrations { get; private set; }

        /// <summary>Gets the SET pulses of the last calibration; 0 before the first.</summary>
        public long SetPulses { get; private set; }

        /// <summary>Gets the RESET pulses of the last calibration; 0 before the first.</summary>
        public long ResetPulses { get; private set; }

        /// <summary>Gets the judgements of the last calibration; 0 before the first.</summary>
        public int Judgements { get; private set; }

        /// <summary>Takes a table that was kept.</summary>
        public void Accept(CalibrationTable table)
        {
            Table = table;
            Drift = new DriftWatch();
            Fault = CellFault.None;
            IsDue = false;
        }

        /// <summary>Takes what a calibration of the cell has ended with.</summary>
        public void Take(CellCalibrator calibrator)
        {
            Calibrations++;
            SetPulses = calibrator.SetPulses;
            ResetPulses = calibrator.ResetPulses;
            Judgements = calibrator.Judgements;
            if (calibrator.Fault == CellFault.None)
            {
                Accept(calibrator.Table);
            }
            else
            {
                Retire(calibrator.Fault);
            }
        }

        /// <summary>Takes the cell out of service for its fault; none while it is calibrated.</summary>
        public void Retire(CellFault fault)
        {
            Table = null;
            Drift = null;
            Fault = fault;
            IsDue = false;
        }

        /// <summary>Notes that the cell is to be calibrated.</summary>
        public void Request()
        {
            IsDue = true;
        }

        /// <summary>Notes that the table no longer holds: out of service until the cell is calibrated.</summary>
        public void NoteDrift()
        {
            Retire(CellFault.None);
            Drifts++;
            IsDue = true;
        }
    }
}
