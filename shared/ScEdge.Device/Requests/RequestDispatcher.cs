using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Device.Steps;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Gives each request to the part of the board that answers it. Every request is answered, also one that is not known.
    /// </summary>
    internal sealed class RequestDispatcher : IStateUser
    {
        private readonly BoardState state;
        private readonly MessageReader reader = new MessageReader();
        private readonly Reply reply;
        private readonly StepRunner runner;
        private readonly ConfigurationHandler configuration;
        private readonly StateHandler states;
        private readonly StepHandler steps;
        private readonly TileHandler tiles;
        private readonly NetworkHandler networks;
        private readonly ImageHandler images;
        private readonly ServiceHandler service;
        private readonly CheckpointHandler checkpoints;
        private readonly CellHandler cells;

        public RequestDispatcher(
            BoardSettings settings,
            BoardState state,
            ServiceHandler service,
            CheckpointHandler checkpoints,
            BoardCells boardCells,
            IClock clock,
            EventLog log)
        {
            this.state = state;
            state.User = this;
            this.service = service;
            this.checkpoints = checkpoints;
            reply = new Reply(settings.Link.MaximumPayload);
            runner = new StepRunner(state, clock, settings.RangeLength);
            configuration = new ConfigurationHandler(state, log);
            states = new StateHandler(state, log);
            steps = new StepHandler(state, runner);
            tiles = new TileHandler(state, clock);
            networks = new NetworkHandler(state, log);
            images = new ImageHandler(state, clock);
            cells = boardCells == null ? null : new CellHandler(boardCells, log);
        }

        /// <summary>Gets the answer to the last request.</summary>
        public Reply Reply
        {
            get { return reply; }
        }

        /// <summary>Gets whether a step or an image is under way.</summary>
        public bool IsRunning
        {
            get { return runner.IsRunning || images.IsRunning; }
        }

        /// <summary>Gets whether a cell is being calibrated.</summary>
        public bool IsCalibrating
        {
            get { return cells != null && cells.IsCalibrating; }
        }

        /// <summary>Goes on with the calibration of cells, if any is due.</summary>
        public void AdvanceCalibration()
        {
            if (cells != null)
            {
                cells.Advance();
            }
        }

        /// <summary>Continues a step or an image.</summary>
        public void RunRange()
        {
            if (images.IsRunning)
            {
                if (images.RunPart(reply))
                {
                    reply.Complete();
                }
            }
            else if (runner.RunRange())
            {
                steps.Finish(reply);
                reply.Complete();
            }
        }

        /// <summary>Takes a message.</summary>
        /// <returns>Whether it was a request; its answer is ready unless a step or an image has begun.</returns>
        public bool Take(byte[] message, int offset, int count, int maximumPayload)
        {
            if (!reader.Begin(message, offset, count) || reader.IsAnswer)
            {
                return false;
            }

            reply.Expect(reader.Code, reader.Number, maximumPayload);
            switch (reader.Code)
            {
                case MessageCode.GetCapabilities:
                    service.GetCapabilities(reader, reply);
                    break;
                case MessageCode.GetStatus:
                    service.GetStatus(Activity(), reply);
                    break;
                case MessageCode.Subscribe:
                    service.Subscribe(reader, reply);
                    break;
                case MessageCode.SetLogLevel:
                    service.SetLogLevel(reader, reply);
                    break;
                case MessageCode.GetEntropySample:
                    service.GetEntropySample(reader, reply);
                    break;
                case MessageCode.RunSelfTest:
                    service.RunSelfTest(reply);
                    break;
                case MessageCode.SaveCheckpoint:
                    checkpoints.Save(reply);
                    break;
                case MessageCode.RestoreCheckpoint:
                    checkpoints.Restore(reply);
                    break;
                case MessageCode.SwitchBaudRate:
                    service.SwitchBaudRate(reader, reply);
                    break;
                case MessageCode.ResetBoard:
                    service.ResetBoard(reply);
                    break;
                case MessageCode.GetCell:
                case MessageCode.CalibrateCells:
                    TakeCells();
                    break;
                case MessageCode.BeginNetwork:
                case MessageCode.AddLayer:
                case MessageCode.BeginStreamedNetwork:
                case MessageCode.AddStreamedLayer:
                    networks.Collect(reader, reply);
                    break;
                case MessageCode.ApplyNetwork:
                    networks.Apply(reader, reply);
                    break;
                case MessageCode.GetNetwork:
                    networks.GetNetwork(reply);
                    break;
                case MessageCode.GetLayerCounts:
                    networks.GetLayerCounts(reader, reply);
                    break;
                case MessageCode.PutPixels:
                    images.PutPixels(reader, reply);
                    break;
                case MessageCode.ReadImage:
                case MessageCode.HoldImage:
                    images.ReadImage(reader, reply);
                    break;
                case MessageCode.StreamWeights:
                case MessageCode.GetReading:
                    images.Stream(reader, reply);
                    break;
                default:
                    TakeTraining();
                    break;
            }

            reply.Complete();
            return true;
        }

        /// <inheritdoc/>
        public void LeaveConfiguration()
        {
            steps.Forget();
            tiles.Forget();
        }

        /// <inheritdoc/>
        public void LeaveNetwork()
        {
            images.Forget();
        }

        private void TakeCells()
        {
            if (cells == null)
            {
                reply.Refuse(ErrorCode.NotAvailable, 0, 0, "The board has no cells to calibrate.");
            }
            else if (reader.Code == MessageCode.GetCell)
            {
                cells.GetCell(reader, reply);
            }
            else
            {
                cells.Calibrate(reader, reply);
            }
        }

        private void TakeTraining()
        {
            switch (reader.Code)
            {
                case MessageCode.BeginConfiguration:
                case MessageCode.SetOperationCosts:
                case MessageCode.AddTensor:
                    configuration.Collect(reader, reply);
                    break;
                case MessageCode.ApplyConfiguration:
                    configuration.Apply(reply);
                    break;
                case MessageCode.GetTensor:
                    configuration.GetTensor(reader, reply);
                    break;
                case MessageCode.BeginPush:
                    states.BeginPush(reader, reply);
                    break;
                case MessageCode.PushChunk:
                    states.PushChunk(reader, reply);
                    break;
                case MessageCode.CommitPush:
                    if (states.CommitPush(reply))
                    {
                        // What was under way belongs to registers that are no more.
                        LeaveConfiguration();
                        LeaveNetwork();
                    }

                    break;
                case MessageCode.PullState:
                    states.PullState(reader, reply);
                    break;
                case MessageCode.BeginStep:
                    steps.BeginStep(reader, reply);
                    break;
                case MessageCode.PutGradients:
                    steps.PutGradients(reader, reply);
                    break;
                case MessageCode.RunStep:
                    steps.RunStep(reply);
                    break;
                case MessageCode.GetAccount:
                    steps.Finish(reply);
                    break;
                case MessageCode.PullUpdates:
                    steps.PullUpdates(reader, reply);
                    break;
                case MessageCode.GetPhaseCounts:
                    steps.GetPhaseCounts(reader, reply);
                    break;
                case MessageCode.BeginTileStep:
                    tiles.BeginStep(reader, reply);
                    break;
                case MessageCode.BeginTilePhase:
                    tiles.BeginPhase(reader, reply);
                    break;
                case MessageCode.RunTile:
                    tiles.RunTile(reader, reply);
                    break;
                case MessageCode.EndTilePhase:
                    tiles.EndPhase(reader, reply);
                    break;
                default:
                    reply.Refuse(
                        ErrorCode.UnknownMessage, (int)reader.Code, 0,
                        "The board does not know this request; its firmware may be older.");
                    break;
            }
        }


        private BoardActivity Activity()
        {
            return runner.IsRunning ? BoardActivity.RunningStep
                : images.IsRunning ? BoardActivity.ReadingImage
                : steps.IsCollecting ? BoardActivity.TakingGradients
                : state.Push.Image != null ? BoardActivity.TakingPush
                : IsCalibrating ? BoardActivity.CalibratingCell
                : BoardActivity.Idle;
        }
    }
}
