namespace ScEdge.Protocol.Messages.Cells
{
    /// <summary>
    /// Asks for a cell of the front end: its state and its calibration table.
    /// </summary>
    public sealed class GetCellRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetCell;

        /// <summary>Number of the cell, from 0.</summary>
        public int Cell;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Cell = fields.Byte(Cell);
        }
    }

    /// <summary>
    /// A cell of the front end: its state and its calibration table.
    /// </summary>
    public sealed class GetCellResponse : Message
    {
        /// <summary>Cells of the front end.</summary>
        public int Cells;

        /// <summary>Number of this one.</summary>
        public int Cell;

        /// <summary>What it does.</summary>
        public CellState State;

        /// <summary>
        /// What is wrong with it: 0 nothing, 1 disconnected, 2 stuck set, 3 stuck reset, 4 reversed, 5 the wanted probabilities are out of
        /// range, 6 the drive is too coarse.
        /// </summary>
        public int Fault;

        /// <summary>Voltages found by the calibration under way.</summary>
        public int NodesDone;

        /// <summary>Whether the table is in the storage.</summary>
        public bool IsStored;

        /// <summary>Calibrations that have ended since the board started.</summary>
        public int Calibrations;

        /// <summary>How often the cell was found to drift since the board started.</summary>
        public int Drifts;

        /// <summary>Largest error of the probability at the voltages; 2^-16.</summary>
        public int Tolerance;

        /// <summary>Width of a SET pulse; ns.</summary>
        public uint SetWidthNanoseconds;

        /// <summary>SET pulses of the calibration under way, or of the last one; 0 for a table that was in the storage.</summary>
        public uint SetPulses;

        /// <summary>RESET pulses, likewise.</summary>
        public uint ResetPulses;

        /// <summary>Judgements, likewise.</summary>
        public uint Judgements;

        /// <summary>
        /// Voltages at the probabilities 1/16, 1/8, 1/4, 3/8, 1/2, 5/8, 3/4, 7/8, 15/16; all zero without a table; mV.
        /// </summary>
        public readonly int[] Millivolts = new int[MessageLimits.CalibrationNodes];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Cells = fields.Byte(Cells);
            Cell = fields.Byte(Cell);
            State = (CellState)fields.Byte((int)State);
            Fault = fields.Byte(Fault);
            NodesDone = fields.Byte(NodesDone);
            IsStored = fields.Boolean(IsStored);
            Calibrations = fields.UInt16(Calibrations);
            Drifts = fields.UInt16(Drifts);
            Tolerance = fields.UInt16(Tolerance);
            SetWidthNanoseconds = fields.UInt32(SetWidthNanoseconds);
            SetPulses = fields.UInt32(SetPulses);
            ResetPulses = fields.UInt32(ResetPulses);
            Judgements = fields.UInt32(Judgements);
            for (int i = 0; i < Millivolts.Length; i++)
            {
                Millivolts[i] = fields.UInt16(Millivolts[i]);
            }
        }
    }

    /// <summary>
    /// What a cell of the front end does.
    /// </summary>
    public enum CellState
    {
        /// <summary>It waits to be calibrated, and serves until then if it has a table.</summary>
        Due = 0,

        /// <summary>It is being calibrated.</summary>
        Calibrating = 1,

        /// <summary>It serves with its table.</summary>
        Serving = 2,

        /// <summary>It cannot serve.</summary>
        Faulty = 3,
    }
}
