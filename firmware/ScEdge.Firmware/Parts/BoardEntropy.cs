using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Monitoring;
using ScEdge.Entropy.Sources;
using ScEdge.Firmware.Adapters;
using ScEdge.Firmware.Boards;
using ScEdge.Firmware.FrontEnd;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Firmware.Parts
{
    /// <summary>
    /// The entropy of a board: real cells where they are fitted, else modelled ones on the chip's generator, watched by the health tests.
    /// </summary>
    public sealed class BoardEntropy
    {
        // 2^-30: at 3,000 bits per second of cells a false alarm every four days at most.
        private const int FalseAlarmDigits = 30;

        /// <summary>Brings the best source of a board into force.</summary>
        /// <param name="board">The board.</param>
        public BoardEntropy(BoardDescription board)
        {
            HardwareRandom hardware = new HardwareRandom();
            EmulatedCbram emulated = new EmulatedCbram(hardware, new CellBank(new CellBankSettings(), 0), hardware.MinEntropy);
            if (board.HasCells)
            {
                Cells = Fitted(board, emulated);
                Monitor = Cells.Monitor;
            }
            else
            {
                Monitor = new EntropyMonitor(new IEntropySource[] { emulated }, FailurePolicy.FallBack, FalseAlarmDigits);
            }
        }

        /// <summary>Gets the cells, null where none are fitted.</summary>
        public BoardCells Cells { get; private set; }

        /// <summary>Gets the watched source.</summary>
        public EntropyMonitor Monitor { get; private set; }

        private static BoardCells Fitted(BoardDescription board, IEntropySource emulated)
        {
            CellDriver driver = new CellDriver(new SpiFrontEnd(board.FrontEnd), new SafetyLimits(), SpiFrontEnd.DriveSettings());
            IBoardStorage[] tables = new IBoardStorage[driver.CellCount];
            for (int cell = 0; cell < tables.Length; cell++)
            {
                tables[cell] = new InternalFile(InternalFile.Drive, "cell" + cell.ToString() + ".bin");
            }

            CbramEntropySource source = new CbramEntropySource(driver, new CalibrationSettings(), EntropyQuality.True);
            return new BoardCells(source, new CellStore(tables), emulated, FalseAlarmDigits);
        }
    }
}
