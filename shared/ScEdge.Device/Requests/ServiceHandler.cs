using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Links;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Everything about the board itself: what it is, how it is, checkpoints, speed, restart.
    /// </summary>
    internal sealed class ServiceHandler
    {
        /// <summary>The protocol version that this board speaks.</summary>
        public const int ProtocolVersion = 1;

        private const int StreamFormatVersion = 1;
        private const int LongestStream = 4096;

        private readonly BoardSettings settings;
        private readonly BoardState state;
        private readonly IEntropySource[] sources;
        private readonly IClock clock;
        private readonly Checkpoint checkpoint;
        private readonly EventLog log;
        private readonly GetCapabilitiesRequest question = new GetCapabilitiesRequest();
        private readonly GetCapabilitiesResponse capabilities = new GetCapabilitiesResponse();
        private readonly GetStatusResponse status = new GetStatusResponse();
        private readonly SetLogLevelRequest level = new SetLogLevelRequest();
        private readonly GetEntropySampleRequest sampleRequest = new GetEntropySampleRequest();
        private readonly GetEntropySampleResponse sample = new GetEntropySampleResponse();
        private readonly RunSelfTestResponse tested = new RunSelfTestResponse();
        private readonly SaveCheckpointResponse saved = new SaveCheckpointResponse();
        private readonly RestoreCheckpointResponse restored = new RestoreCheckpointResponse();
        private readonly SwitchBaudRateRequest baud = new SwitchBaudRateRequest();
        private readonly SwitchBaudRateResponse switched = new SwitchBaudRateResponse();
        private bool hasSelfTestFailed;
        private bool hasStorageFailed;

        public ServiceHandler(
            BoardSettings settings, BoardState state, IEntropySource[] sources, IBoardStorage storage, IClock clock, EventLog log)
        {
            this.settings = settings;
            this.state = state;
            this.sources = sources;
            this.clock = clock;
            this.log = log;
            StartedAt = clock.Microseconds;
            checkpoint = storage == null ? null : new Checkpoint(state, storage);
        }

        /// <summary>Gets when the board started; us.</summary>
        public long StartedAt { get; }

        /// <summary>Gets the speed that was asked for, 0 for none.</summary>
        public uint RequestedBaudRate { get; set; }

        /// <summary>Gets whether a restart was asked for.</summary>
        public bool IsResetRequested { get; private set; }

        /// <summary>Gets the flags of what is wrong with the board.</summary>
        public uint HealthFlags
        {
            get
            {
                uint flags = (hasSelfTestFailed ? 2u : 0) | (hasStorageFailed ? 4u : 0);
                for (int i = 0; i < sources.Length; i++)
                {
                    flags |= sources[i].Quality == EntropyQuality.Failing ? 1u : 0;
                }

                return flags;
            }
        }

        public void GetCapabilities(MessageReader reader, Reply reply)
        {
            if (!question.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            if (question.LowestVersion > ProtocolVersion || question.HighestVersion < ProtocolVersion)
            {
                reply.Refuse(
                    ErrorCode.UnsupportedVersion, ProtocolVersion, ProtocolVersion,
                    "The board speaks version 1 of the protocol only.");
                return;
            }

            capabilities.LowestVersion = ProtocolVersion;
            capabilities.HighestVersion = ProtocolVersion;
            capabilities.StreamFormat = StreamFormatVersion;
            capabilities.FirmwareVersion = settings.FirmwareVersion;
            capabilities.HeapBytes = (uint)settings.HeapBytes;
            capabilities.FreeBytes = (uint)state.FreeBytes;
            capabilities.Optimizers = (1 << (int)OptimizerKind.Sgd) | (1 << (int)OptimizerKind.Momentum) | (1 << (int)OptimizerKind.Adam);
            capabilities.Tensors = MessageLimits.Tensors;
            capabilities.StreamLength = LongestStream;
            capabilities.HasStorage = checkpoint != null;
            capabilities.EntropySourceCount = sources.Length;
            for (int i = 0; i < sources.Length; i++)
            {
                capabilities.EntropyQualities[i] = (int)sources[i].Quality;
                capabilities.MinEntropies[i] = sources[i].MinEntropy;
            }

            capabilities.BaudRateCount = settings.BaudRates.Length;
            for (int i = 0; i < settings.BaudRates.Length; i++)
            {
                capabilities.BaudRates[i] = settings.BaudRates[i];
            }

            capabilities.Board = settings.Name;
            capabilities.Write(reply.Accept());
        }

        public void GetStatus(int activity, Reply reply)
        {
            status.Mode = state.Configuration == null ? 0 : state.Configuration.IsResident ? 1 : 2;
            status.Activity = activity;
            status.ConfigurationCheck = state.Configuration == null ? 0 : state.Configuration.Record.Check;
            status.StepsDone = state.StepsDone;
            status.LastStep = state.LastStep;
            status.StateCheck = state.StateCheck;
            status.FreeBytes = (uint)state.FreeBytes;
            status.ResetCause = settings.ResetCause;
            status.HealthFlags = HealthFlags;
            status.UptimeMicroseconds = clock.Microseconds - StartedAt;
            status.Write(reply.Accept());
        }

        public void SetLogLevel(MessageReader reader, Reply reply)
        {
            if (!level.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            log.Level = level.Level;
            reply.Accept();
        }

        public void GetEntropySample(MessageReader reader, Reply reply)
        {
            if (!sampleRequest.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            if (sampleRequest.Source >= sources.Length)
            {
                reply.Refuse(
                    ErrorCode.NotAvailable, sampleRequest.Source, sources.Length,
                    "The board has no such entropy source.");
                return;
            }

            IEntropySource source = sources[sampleRequest.Source];
            MessageWriter writer = reply.Accept();
            sample.Source = sampleRequest.Source;
            sample.Quality = (int)source.Quality;
            sample.DataLength = 0;
            sample.Write(writer);
            int words = (sampleRequest.Count < writer.Room ? sampleRequest.Count : writer.Room) / 4;
            int at = writer.Reserve(4 * words);
            for (int i = 0; i < words; i++)
            {
                LittleEndian.WriteUInt32(writer.Buffer, at + (4 * i), source.NextWord());
            }
        }

        public void RunSelfTest(Reply reply)
        {
            tested.Run = SelfTest.CheckBit | SelfTest.WordBit | SelfTest.OptimizerBit | SelfTest.EntropyBit;
            tested.Failed = SelfTest.RunArithmetic() | (SelfTest.AreSourcesAlive(sources) ? 0 : SelfTest.EntropyBit);
            if (checkpoint != null)
            {
                tested.Run |= SelfTest.StorageBit;
                tested.Failed |= hasStorageFailed ? SelfTest.StorageBit : 0;
            }

            hasSelfTestFailed = tested.Failed != 0;
            tested.Write(reply.Accept());
            log.Write(
                hasSelfTestFailed ? EventLog.Error : EventLog.Event,
                hasSelfTestFailed ? "self test failed: " + HexText.Of(tested.Failed) : "self test passed");
        }

        public void SaveCheckpoint(Reply reply)
        {
            if (state.Configuration == null)
            {
                reply.Refuse(ErrorCode.NotConfigured, 0, 0, "There is nothing to save: no configuration is in force.");
                return;
            }

            int length = checkpoint == null ? 0 : checkpoint.Save();
            hasStorageFailed = checkpoint != null && length == 0;
            if (length == 0)
            {
                reply.Refuse(ErrorCode.NoStorage, 0, 0, "The board has no storage, or it is full or failing.");
                return;
            }

            saved.Length = (uint)length;
            saved.StateCheck = state.StateCheck;
            saved.Write(reply.Accept());
            log.Write(EventLog.Event, "checkpoint saved, check " + HexText.Of(saved.StateCheck));
        }

        /// <returns>Whether configuration and state were replaced.</returns>
        public bool RestoreCheckpoint(Reply reply)
        {
            if (checkpoint == null)
            {
                reply.Refuse(ErrorCode.NoStorage, 0, 0, "The board has no storage.");
                return false;
            }

            long needed;
            ErrorCode error = checkpoint.Restore(out needed);
            if (error != ErrorCode.None)
            {
                hasStorageFailed = error == ErrorCode.NoStorage;
                reply.Refuse(
                    error, needed, state.FreeBytes,
                    "There is no whole checkpoint, it cannot be read, or it does not fit in memory.");
                return error == ErrorCode.CheckMismatch;
            }

            restored.ConfigurationCheck = state.Configuration.Record.Check;
            restored.StepsDone = state.StepsDone;
            restored.LastStep = state.LastStep;
            restored.StateCheck = state.StateCheck;
            restored.Write(reply.Accept());
            log.Write(EventLog.Event, "checkpoint restored, check " + HexText.Of(restored.StateCheck));
            return true;
        }

        public void SwitchBaudRate(MessageReader reader, Reply reply)
        {
            if (!baud.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            for (int i = 0; i < settings.BaudRates.Length; i++)
            {
                if (settings.BaudRates[i] == baud.BaudRate)
                {
                    RequestedBaudRate = baud.BaudRate;
                    switched.BaudRate = baud.BaudRate;
                    switched.Write(reply.Accept());
                    return;
                }
            }

            reply.Refuse(ErrorCode.NotAvailable, baud.BaudRate, 0, "The board cannot switch to that speed.");
        }

        public void ResetBoard(Reply reply)
        {
            IsResetRequested = true;
            reply.Accept();
        }
    }
}
