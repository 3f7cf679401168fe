using System;
using ScEdge.Entropy.Cells;

namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// Finds the voltages of a cell's calibration table by bisection.
    /// </summary>
    /// <remarks>
    /// <para>At a voltage bits are drawn until the score interval of their probability either leaves the target out, and the voltage is
    /// too high or too low, or lies within target +- tolerance as a whole, and the voltage is the node's. One of the two happens at the
    /// latest when the interval is narrower than the tolerance: after about z^2 p (1 - p) / (tolerance / 2)^2 bits.</para>
    /// <para>Bits are judged after 64, 96, 144 ... of them. The probability that any judgement of a calibration errs is at most the number of
    /// judgements times that of one.</para>
    /// <para>A calibration is long, so it goes on in slices: <see cref="Begin"/>, then <see cref="Advance"/> until it has ended. Between slices the
    /// cell is reset and other cells may be driven.</para>
    /// </remarks>
    public sealed class CellCalibrator
    {
        private const int SliceBits = 1024;

        private readonly CellDriver driver;
        private readonly CalibrationSettings settings;
        private readonly VoltageJudgement judgement;
        private readonly NodeSearch search;
        private int[] millivolts;
        private bool isExamined;

        /// <summary>Makes the calibrator.</summary>
        /// <param name="driver">Driver of the cells.</param>
        /// <param name="settings">Range, tolerance and confidence; not to be changed afterwards.</param>
        /// <exception cref="ArgumentException">The range of voltages is empty or beyond the safety limits.</exception>
        public CellCalibrator(CellDriver driver, CalibrationSettings settings)
        {
            if (settings.LowestMillivolts < 0 || settings.LowestMillivolts >= settings.HighestMillivolts
                || !driver.Allows(settings.HighestMillivolts))
            {
                throw new ArgumentException("The range of calibration voltages is empty or beyond the safety limits.");
            }

            this.driver = driver;
            this.settings = settings;
            judgement = new VoltageJudgement(driver, settings);
            search = new NodeSearch(settings, judgement);
        }

        /// <summary>Gets the largest error of the probability at a node, in units of 2^-16.</summary>
        public int Tolerance
        {
            get { return settings.Tolerance; }
        }

        /// <summary>Gets the highest voltage that may be used; mV.</summary>
        public int StrongestMillivolts
        {
            get { return settings.HighestMillivolts; }
        }

        /// <summary>Gets the cell of the present calibration, or of the last.</summary>
        public int Cell { get; private set; }

        /// <summary>Gets the number of nodes found.</summary>
        public int NodesDone { get; private set; }

        /// <summary>Gets the table; null before the end, and where the cell cannot be calibrated.</summary>
        public CalibrationTable Table { get; private set; }

        /// <summary>Gets why the cell cannot be calibrated; none before the end, and where it was.</summary>
        public CellFault Fault { get; private set; }

        /// <summary>Gets the number of SET pulses of this calibration.</summary>
        public long SetPulses { get; private set; }

        /// <summary>Gets the number of RESET pulses of this calibration.</summary>
        public long ResetPulses { get; private set; }

        /// <summary>Gets the number of judgements of this calibration.</summary>
        public int Judgements
        {
            get { return judgement.Judgements; }
        }

        /// <summary>Calibrates a cell, however long it takes.</summary>
        /// <param name="cell">The cell.</param>
        /// <param name="table">The table, null where the cell cannot be calibrated.</param>
        /// <returns>Why it cannot; none where it was.</returns>
        public CellFault Calibrate(int cell, out CalibrationTable table)
        {
            Begin(cell);
            while (!Advance(SliceBits))
            {
            }

            table = Table;
            return Fault;
        }

        /// <summary>Begins with a cell; one that was under way is forgotten.</summary>
        public void Begin(int cell)
        {
            Cell = cell;
            NodesDone = 0;
            Table = null;
            Fault = CellFault.None;
            SetPulses = 0;
            ResetPulses = 0;
            judgement.Judgements = 0;
            millivolts = new int[CalibrationTable.NodeCount];
            isExamined = false;
        }

        /// <summary>Does a slice: the examination, or so many bits at most.</summary>
        /// <param name="bits">Bits, 1 or more.</param>
        /// <returns>Whether the calibration has ended, with a table or a fault.</returns>
        public bool Advance(int bits)
        {
            long setBefore = driver.SetPulses;
            long resetBefore = driver.ResetPulses;
            driver.Select(Cell);
            if (isExamined)
            {
                Search(bits);
            }
            else
            {
                Examine();
            }

            SetPulses += driver.SetPulses - setBefore;
            ResetPulses += driver.ResetPulses - resetBefore;
            return Table != null || Fault != CellFault.None;
        }

        private void Examine()
        {
            Fault = CellDiagnosis.Examine(driver, settings.HighestMillivolts);
            isExamined = true;
            if (Fault == CellFault.None)
            {
                BeginNode(settings.LowestMillivolts - 1);
            }
        }

        private void Search(int bits)
        {
            if (!search.Advance(bits))
            {
                return;
            }

            Fault = search.Fault;
            if (Fault == CellFault.None)
            {
                millivolts[NodesDone] = search.Millivolts;
                NodesDone++;
                if (NodesDone == millivolts.Length)
                {
                    Table = new CalibrationTable(millivolts, settings.Tolerance);
                }
                else
                {
                    BeginNode(search.Millivolts);
                }
            }
        }

        private void BeginNode(int below)
        {
            if (search.Begin(CalibrationTable.Target(NodesDone), below))
            {
                Fault = search.Fault;
            }
        }
    }
}
