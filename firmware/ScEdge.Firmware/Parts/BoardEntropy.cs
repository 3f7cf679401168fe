using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Monitoring;
using ScEdge.Entropy.Sources;
using ScEdge.Firmware.Adapters;
using ScEdge.Firmware.Boards;
using ScEdge.Firmware.FrontEnd;

namespace ScEdge.Firmware.Parts
{
    /// <summary>
    /// The entropy of a board: real cells where they are fitted, else the chip's generator, watched by the health tests.
    /// </summary>
    public sealed class BoardEntropy
    {
        // 2^-30: at 3,000 bits per second of cells a false alarm every four days at most.
        private const int FalseAlarmDigits = 30;

        /// <summary>Brings the best source of a board into force; calibrates cells that have no table yet.</summary>
        /// <param name="board">The board.</param>
        public BoardEntropy(BoardDescription board)
        {
            HardwareRandom hardware = new HardwareRandom();
            if (board.HasCells)
            {
                Cells = Fitted(board);
                Monitor = new EntropyMonitor(new IEntropySource[] { Cells, hardware }, FailurePolicy.FallBack, FalseAlarmDigits);
            }
            else
            {
                Monitor = new EntropyMonitor(new IEntropySource[] { hardware }, FailurePolicy.FallBack, FalseAlarmDigits);
            }
        }

        /// <summary>Gets the cells, null where none are fitted.</summary>
        public CbramEntropySource Cells { get; private set; }

        /// <summary>Gets the watched source.</summary>
        public EntropyMonitor Monitor { get; private set; }

        private static CbramEntropySource Fitted(BoardDescription board)
        {
            CellDriver driver = new CellDriver(new SpiFrontEnd(board.FrontEnd), new SafetyLimits(), SpiFrontEnd.DriveSettings());
            CbramEntropySource source = new CbramEntropySource(driver, new CalibrationSettings());
            for (int cell = 0; cell < source.CellCount; cell++)
            {
                CalibrationTable kept = CellStore.Load(cell);
                bool serves = kept != null && source.Restore(cell, kept);
                if (!serves && source.Calibrate(cell) == CellFault.None)
                {
                    CellStore.Save(source.Cell(cell).Table, cell);
                }
            }

            return source;
        }
    }
}
