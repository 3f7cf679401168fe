using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Entropy.Sources
{
    /// <summary>
    /// Real CBRAM cells as a source: each bit is one SET pulse on a cell, its read and, if it switched, its RESET.
    /// </summary>
    /// <remarks>
    /// <para>The cells that are calibrated serve in turn, a word each. A cell whose bits have drifted is due to be calibrated before it serves
    /// again; one that cannot be, or cannot be reset, is retired with its fault. Without a cell in service the source is failing.</para>
    /// <para>A calibration takes a minute and goes on in slices between the words of the other cells: <see cref="BeginCalibration"/>,
    /// <see cref="AdvanceCalibration"/>.</para>
    /// <para>Claimed min-entropy: -log2(1/2 + b), b being twice the tolerance of the calibration. Independence of a cell's bits is an
    /// assumption of the switching law that the health tests watch and cannot prove.</para>
    /// </remarks>
    public sealed class CbramEntropySource : IBernoulliSource
    {
        private const uint Half = BernoulliWord.One / 2;

        private readonly CellDriver driver;
        private readonly CellCalibrator calibrator;
        private readonly CalibratedCell[] cells;
        private readonly EntropyQuality quality;
        private readonly uint minEntropy;
        private int next;

        /// <summary>Makes the source; cells serve once they are calibrated.</summary>
        /// <param name="driver">Driver of the cells.</param>
        /// <param name="calibration">Range, tolerance and confidence of the calibration; not to be changed afterwards.</param>
        /// <param name="quality">What the bits of the cells are worth: true of real ones.</param>
        public CbramEntropySource(CellDriver driver, CalibrationSettings calibration, EntropyQuality quality)
        {
            this.driver = driver;
            this.quality = quality;
            calibrator = new CellCalibrator(driver, calibration);
            cells = new CalibratedCell[driver.CellCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = new CalibratedCell(i);
            }

            minEntropy = Sources.MinEntropy.Of(0.5 + ((double)(2 * calibration.Tolerance) / BernoulliWord.One));
        }

        /// <summary>Gets that of the cells while one is in service, else failing.</summary>
        public EntropyQuality Quality
        {
            get { return CellsInService > 0 ? quality : EntropyQuality.Failing; }
        }

        /// <inheritdoc/>
        public uint MinEntropy
        {
            get { return minEntropy; }
        }

        /// <summary>Gets the number of cells.</summary>
        public int CellCount
        {
            get { return cells.Length; }
        }

        /// <summary>Gets the number of cells in service.</summary>
        public int CellsInService { get; private set; }

        /// <summary>Gets whether a calibration is under way.</summary>
        public bool IsCalibrating { get; private set; }

        /// <summary>Gets the driver's view of the calibration under way, or of the last one.</summary>
        public CellCalibrator Calibrator
        {
            get { return calibrator; }
        }

        /// <summary>Gets how the cells are written and read.</summary>
        public CellDriveSettings DriveSettings
        {
            get { return driver.Settings; }
        }

        /// <summary>Returns a cell with its table and fault.</summary>
        public CalibratedCell Cell(int index)
        {
            return cells[index];
        }

        /// <summary>Takes a cell out of service and begins to calibrate it.</summary>
        public void BeginCalibration(int index)
        {
            cells[index].Retire(CellFault.None);
            CountService();
            calibrator.Begin(index);
            IsCalibrating = true;
        }

        /// <summary>Goes on with the calibration under way.</summary>
        /// <param name="bits">Bits to draw at most, 1 or more.</param>
        /// <returns>Whether it has ended; the cell serves if it could be calibrated, and has its fault if not.</returns>
        public bool AdvanceCalibration(int bits)
        {
            if (!calibrator.Advance(bits))
            {
                return false;
            }

            IsCalibrating = false;
            cells[calibrator.Cell].Take(calibrator);
            CountService();
            return true;
        }

        /// <summary>Brings a cell into service with a table that was kept; the watch will notice if it no longer holds.</summary>
        /// <param name="index">The cell.</param>
        /// <param name="table">Its table; one of a wider tolerance than the source's is refused.</param>
        /// <returns>Whether the cell serves; false also where it could not be reset.</returns>
        public bool Restore(int index, CalibrationTable table)
        {
            driver.Select(index);
            if (table.Tolerance > calibrator.Tolerance || !driver.TryReset())
            {
                return false;
            }

            cells[index].Accept(table);
            CountService();
            return true;
        }

        /// <inheritdoc/>
        public uint NextWord()
        {
            return NextWord(Half, 32);
        }

        /// <inheritdoc/>
        /// <remarks>P = 65536 has no finite voltage and gives ones without a pulse. Where no cell serves any more, zeros.</remarks>
        public uint NextWord(uint probability, int length)
        {
            uint mask = 0xFFFFFFFFu >> (32 - length);
            if (probability == 0 || probability >= BernoulliWord.One)
            {
                return probability == 0 ? 0u : mask;
            }

            while (CellsInService > 0)
            {
                CalibratedCell cell = TakeTurn();
                if (TryDraw(cell, probability, length, out uint bits))
                {
                    return bits;
                }
            }

            return 0;
        }

        private bool TryDraw(CalibratedCell cell, uint probability, int length, out uint bits)
        {
            driver.Select(cell.Index);
            int millivolts = cell.Table.MillivoltsFor(probability);
            if (millivolts > calibrator.StrongestMillivolts)
            {
                millivolts = calibrator.StrongestMillivolts;
            }

            int ones = 0;
            bits = 0;
            for (int j = 0; j < length; j++)
            {
                if (!driver.TryDrawBit(millivolts, out int bit))
                {
                    // A cell that opens again under examination has failed to do so in service all the same.
                    CellFault fault = CellDiagnosis.Examine(driver, calibrator.StrongestMillivolts);
                    cell.Retire(fault == CellFault.None ? CellFault.StuckSet : fault);
                    CountService();
                    return false;
                }

                bits |= (uint)bit << j;
                ones += bit;
            }

            if (cell.Drift.Add(ones, length, probability, cell.Table.Bound(probability)))
            {
                cell.NoteDrift();
                CountService();
                return false;
            }

            return true;
        }

        private CalibratedCell TakeTurn()
        {
            while (cells[next].Table == null)
            {
                next = next + 1 == cells.Length ? 0 : next + 1;
            }

            CalibratedCell cell = cells[next];
            next = next + 1 == cells.Length ? 0 : next + 1;
            return cell;
        }

        private void CountService()
        {
            int count = 0;
            for (int i = 0; i < cells.Length; i++)
            {
                count += cells[i].Table == null ? 0 : 1;
            }

            CellsInService = count;
        }
    }
}
