using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Health;
using ScEdge.Entropy.Monitoring;
using ScEdge.Entropy.Sources;

namespace ScEdge.Device.Cells
{
    /// <summary>
    /// The cells of a board: takes their stored tables, calibrates those that are due a slice at a time, stores what it finds.
    /// </summary>
    /// <remarks>
    /// A cell is due when it has no table, when its bits have drifted, or when the host asks. One is calibrated at a time; the others serve
    /// meanwhile.
    /// Where none does, the words come from the fallback, until a cell can serve.
    /// </remarks>
    public sealed class BoardCells
    {
        // At 0.3 to 0.6 ms for a bit of a real cell a slice takes 20 ms at most; the examination, some 40 pulses and reads, no longer.
        private const int SliceBits = 32;
        private const int Best = 0;

        private readonly CbramEntropySource source;
        private readonly CellStore store;
        private readonly bool[] stored;
        private readonly EntropyMonitor monitor;
        private int last;

        /// <summary>Brings the cells with stored tables into service; the others are due.</summary>
        /// <param name="source">The cells, not yet calibrated.</param>
        /// <param name="store">Their tables.</param>
        /// <param name="fallback">Source of words while no cell serves.</param>
        /// <param name="falseAlarmDigits">a: false-alarm probability 2^-a of each health test, 1..64.</param>
        public BoardCells(CbramEntropySource source, CellStore store, IEntropySource fallback, int falseAlarmDigits)
        {
            this.source = source;
            this.store = store;
            stored = new bool[source.CellCount];
            for (int cell = 0; cell < stored.Length; cell++)
            {
                CalibrationTable kept = store.Load(cell);
                stored[cell] = kept != null && source.Restore(cell, kept);
                if (!stored[cell])
                {
                    source.Cell(cell).Request();
                }
            }

            last = stored.Length - 1;
            monitor = new EntropyMonitor(new IEntropySource[] { source, fallback }, FailurePolicy.FallBack, falseAlarmDigits);
        }

        /// <summary>Gets the cells.</summary>
        public CbramEntropySource Source
        {
            get { return source; }
        }

        /// <summary>Gets the watched source: the cells, or the fallback.</summary>
        public EntropyMonitor Monitor
        {
            get { return monitor; }
        }

        /// <summary>Gets whether a cell is being calibrated.</summary>
        public bool IsCalibrating
        {
            get { return source.IsCalibrating; }
        }

        /// <summary>Returns whether the table of a cell is in the storage.</summary>
        public bool IsStored(int cell)
        {
            return stored[cell];
        }

        /// <summary>Goes on with the calibration under way, or begins with the next cell that is due.</summary>
        /// <returns>The cell whose calibration has ended, -1 for none.</returns>
        public int Advance()
        {
            if (!source.IsCalibrating && !TryBegin())
            {
                return -1;
            }

            int cell = source.Calibrator.Cell;
            if (!source.AdvanceCalibration(SliceBits))
            {
                return -1;
            }

            CalibratedCell done = source.Cell(cell);
            if (done.Fault == CellFault.None)
            {
                stored[cell] = store.Save(done.Table, cell);
                BringIntoForce();
            }
            else
            {
                stored[cell] = !store.Forget(cell) && stored[cell];
            }

            return cell;
        }

        private bool TryBegin()
        {
            int cell = last;
            do
            {
                cell = cell + 1 == stored.Length ? 0 : cell + 1;
                if (source.Cell(cell).IsDue)
                {
                    last = cell;
                    source.BeginCalibration(cell);
                    return true;
                }
            }
            while (cell != last);

            return false;
        }

        /// <summary>Ends the time of the fallback, unless the words of the cells failed a health test: then a restart is wanted.</summary>
        private void BringIntoForce()
        {
            if (monitor.InForce != Best && monitor.LastFailed == Best && monitor.LastAlarm == HealthAlarm.Reported)
            {
                monitor.StartAgain();
            }
        }
    }
}
