namespace ScEdge.Protocol.Messages.Cells
{
    /// <summary>
    /// A cell of the front end: its state and its calibration table.
    /// </summary>
    public sealed class GetCellResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.GetCell;

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

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Cells);
            writer.WriteByte(Cell);
            writer.WriteByte((int)State);
            writer.WriteByte(Fault);
            writer.WriteByte(NodesDone);
            writer.WriteBoolean(IsStored);
            writer.WriteUInt16(Calibrations);
            writer.WriteUInt16(Drifts);
            writer.WriteUInt16(Tolerance);
            writer.WriteUInt32(SetWidthNanoseconds);
            writer.WriteUInt32(SetPulses);
            writer.WriteUInt32(ResetPulses);
            writer.WriteUInt32(Judgements);
            for (int i = 0; i < Millivolts.Length; i++)
            {
                writer.WriteUInt16(Millivolts[i]);
            }
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Cells = reader.ReadByte();
            Cell = reader.ReadByte();
            State = (CellState)reader.ReadByte();
            Fault = reader.ReadByte();
            NodesDone = reader.ReadByte();
            IsStored = reader.ReadBoolean();
            Calibrations = reader.ReadUInt16();
            Drifts = reader.ReadUInt16();
            Tolerance = reader.ReadUInt16();
            SetWidthNanoseconds = reader.ReadUInt32();
            SetPulses = reader.ReadUInt32();
            ResetPulses = reader.ReadUInt32();
            Judgements = reader.ReadUInt32();
            for (int i = 0; i < Millivolts.Length; i++)
            {
                Millivolts[i] = reader.ReadUInt16();
            }

            return !reader.HasFailed;
        }
    }
}
