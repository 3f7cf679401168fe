using ScEdge.Device.Cells;
using ScEdge.Device.Service;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.Cells;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Shows the cells of the front end, and calibrates them between the requests.
    /// </summary>
    internal sealed class CellHandler
    {
        private const int LargestCount = 0xFFFF;

        private readonly BoardCells cells;
        private readonly EventLog log;
        private readonly GetCellRequest question = new GetCellRequest();
        private readonly GetCellResponse answer = new GetCellResponse();
        private readonly CalibrateCellsRequest order = new CalibrateCellsRequest();

        public CellHandler(BoardCells cells, EventLog log)
        {
            this.cells = cells;
            this.log = log;
        }

        /// <summary>Gets whether a cell is being calibrated.</summary>
        public bool IsCalibrating
        {
            get { return cells.IsCalibrating; }
        }

        /// <summary>Goes on with what is due.</summary>
        public void Advance()
        {
            int cell = cells.Advance();
            if (cell >= 0)
            {
                CellFault fault = cells.Source.Cell(cell).Fault;
                log.Write(
                    fault == CellFault.None ? LogLevel.Event : LogLevel.Error,
                    "cell " + cell.ToString() + (fault == CellFault.None ? " calibrated" : " has fault " + ((int)fault).ToString()));
            }
        }

        public void GetCell(MessageReader reader, Reply reply)
        {
            if (!question.Read(reader))
            {
                reply.RefuseMalformed();
            }
            else if (question.Cell >= cells.Source.CellCount)
            {
                reply.Refuse(ErrorCode.OutOfRange, question.Cell, cells.Source.CellCount, "The front end has no such cell.");
            }
            else
            {
                Describe(question.Cell);
                answer.Write(reply.Accept());
            }
        }

        public void Calibrate(MessageReader reader, Reply reply)
        {
            int count = cells.Source.CellCount;
            if (!order.Read(reader) || order.Count < 1)
            {
                reply.RefuseMalformed();
                return;
            }

            if (order.First + order.Count > count)
            {
                reply.Refuse(ErrorCode.OutOfRange, order.First + order.Count, count, "The front end has no such cells.");
                return;
            }

            for (int i = 0; i < order.Count; i++)
            {
                cells.Source.Cell(order.First + i).Request();
            }

            reply.Accept();
        }

        private void Describe(int index)
        {
            CalibratedCell cell = cells.Source.Cell(index);
            CellCalibrator calibrator = cells.Source.Calibrator;
            bool isUnderWay = cells.IsCalibrating && calibrator.Cell == index;
            GetCellResponse told = answer;
            told.Cells = cells.Source.CellCount;
            told.Cell = index;
            told.State = isUnderWay ? CellState.Calibrating
                : cell.IsDue ? CellState.Due
                : cell.Fault == CellFault.None ? CellState.Serving : CellState.Faulty;
            told.Fault = (int)cell.Fault;
            told.NodesDone = isUnderWay ? calibrator.NodesDone : 0;
            told.IsStored = cells.IsStored(index);
            told.Calibrations = cell.Calibrations < LargestCount ? cell.Calibrations : LargestCount;
            told.Drifts = cell.Drifts < LargestCount ? cell.Drifts : LargestCount;
            told.Tolerance = cell.Table == null ? calibrator.Tolerance : cell.Table.Tolerance;
            told.SetWidthNanoseconds = (uint)cells.Source.DriveSettings.SetWidthNanoseconds;
            told.SetPulses = (uint)(isUnderWay ? calibrator.SetPulses : cell.SetPulses);
            told.ResetPulses = (uint)(isUnderWay ? calibrator.ResetPulses : cell.ResetPulses);
            told.Judgements = (uint)(isUnderWay ? calibrator.Judgements : cell.Judgements);
            for (int node = 0; node < told.Millivolts.Length; node++)
            {
                told.Millivolts[node] = cell.Table == null ? 0 : cell.Table.MillivoltsOfNode(node);
            }
        }
    }
}
