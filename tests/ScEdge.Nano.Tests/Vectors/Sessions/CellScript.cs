using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Cells;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// A board with cells: their calibration while the host asks, and again at its wish.
    /// </summary>
    public sealed class CellScript
    {
        private const int Patience = 20000;

        private readonly SessionHost host;
        private readonly GetCellRequest question = new GetCellRequest();
        private readonly GetCellResponse answer = new GetCellResponse();

        /// <summary>Makes the script.</summary>
        public CellScript(SessionHost host)
        {
            this.host = host;
        }

        /// <summary>Makes the cells of a board that has just started.</summary>
        /// <param name="tables">Files of their tables.</param>
        public static BoardCells Started(IBoardStorage[] tables)
        {
            CellDriveSettings drive = new CellDriveSettings();
            drive.OpenCounts = 10;
            CalibrationSettings calibration = new CalibrationSettings();

            // A tenth of the pulses that a calibration takes, and judgements that err as much more often.
            calibration.Deviations = 1.5;
            CbramEntropySource source = new CbramEntropySource(
                new CellDriver(new LinearFrontEnd(), new SafetyLimits(), drive), calibration, EntropyQuality.True);
            return new BoardCells(source, new CellStore(tables), new ReplaySource(7, 8), 30);
        }

        /// <summary>Waits until a cell was calibrated so often.</summary>
        public void Await(int cell, int calibrations)
        {
            answer.Calibrations = -1;
            for (int i = 0; i < Patience && answer.Calibrations < calibrations; i++)
            {
                Ask(cell);
            }
        }

        /// <summary>Asks for a cell.</summary>
        public void Ask(int cell)
        {
            question.Cell = cell;
            question.Write(host.Begin(GetCellRequest.Code));
            MessageReader reader = host.Send();
            if (reader.Code == GetCellRequest.Code)
            {
                answer.Read(reader);
            }
        }

        /// <summary>Asks for a calibration.</summary>
        public void Calibrate(int first, int count)
        {
            CalibrateCellsRequest order = new CalibrateCellsRequest();
            order.First = first;
            order.Count = count;
            order.Write(host.Begin(CalibrateCellsRequest.Code));
            host.Send();
        }
    }
}
