using ScEdge.Device.Platform;
using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Everything about the board itself: what it is, how it is, what it tells, speed, restart.
    /// </summary>
    internal sealed class ServiceHandler
    {
        private const int LongestStream = 4096;

        private readonly BoardSettings settings;
        private readonly BoardState state;
        private readonly IEntropySource[] sources;
        private readonly bool hasStorage;
        private readonly BoardHealth health;
        private readonly Telemetry telemetry;
        private readonly EventLog log;
        private readonly GetCapabilitiesRequest question = new GetCapabilitiesRequest();
        private readonly GetCapabilitiesResponse capabilities = new GetCapabilitiesResponse();
        private readonly GetStatusResponse status = new GetStatusResponse();
        private readonly SubscribeRequest subscription = new SubscribeRequest();
        private readonly SetLogLevelRequest level = new SetLogLevelRequest();
        private readonly GetEntropySampleRequest sampleRequest = new GetEntropySampleRequest();
        private readonly GetEntropySampleResponse sample = new GetEntropySampleResponse();
        private readonly RunSelfTestResponse tested = new RunSelfTestResponse();
        private readonly SwitchBaudRateRequest baud = new SwitchBaudRateRequest();
        private readonly SwitchBaudRateResponse switched = new SwitchBaudRateResponse();

        public ServiceHandler(
            BoardSettings settings,
            BoardState state,
            IEntropySource[] sources,
            bool hasStorage,
            BoardHealth health,
            Telemetry telemetry,
            EventLog log)
        {
            this.settings = settings;
            this.state = state;
            this.sources = sources;
            this.hasStorage = hasStorage;
            this.health = health;
            this.telemetry = telemetry;
            this.log = log;
        }

        /// <summary>Gets the speed that was asked for, 0 for none.</summary>
        public uint RequestedBaudRate { get; set; }

        /// <summary>Gets whether a restart was asked for.</summary>
        public bool IsResetRequested { get; private set; }

        public void GetCapabilities(MessageReader reader, Reply reply)
        {
            if (!question.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            if (question.LowestVersion > GetCapabilitiesRequest.Version || question.HighestVersion < GetCapabilitiesRequest.Version)
            {
                reply.Refuse(
                    ErrorCode.UnsupportedVersion, GetCapabilitiesRequest.Version, GetCapabilitiesRequest.Version,
                    "The board speaks version 1 of the protocol only.");
                return;
            }

            GetCapabilitiesResponse told = capabilities;
            told.LowestVersion = GetCapabilitiesRequest.Version;
            told.HighestVersion = GetCapabilitiesRequest.Version;
            told.MinorVersion = GetCapabilitiesRequest.MinorVersion;
            told.StreamFormat = StreamFormat.Version;
            told.FirmwareVersion = settings.FirmwareVersion;
            told.HeapBytes = (uint)settings.HeapBytes;
            told.FreeBytes = (uint)state.FreeBytes;
            told.Optimizers = OptimizerDescription.KnownKinds;
            told.Tensors = MessageLimits.Tensors;
            told.StreamLength = LongestStream;
            told.HasStorage = hasStorage;
            told.EntropySourceCount = sources.Length;
            for (int i = 0; i < sources.Length; i++)
            {
                told.EntropyQualities[i] = (int)sources[i].Quality;
                told.MinEntropies[i] = sources[i].MinEntropy;
            }

            told.BaudRateCount = settings.BaudRates.Length;
            for (int i = 0; i < settings.BaudRates.Length; i++)
            {
                told.BaudRates[i] = settings.BaudRates[i];
            }

            told.Name = settings.Name;
            told.Write(reply.Accept());
        }

        public void GetStatus(BoardActivity activity, Reply reply)
        {
            GetStatusResponse told = status;
            told.Mode = state.Mode;
            told.Activity = activity;
            told.ConfigurationCheck = state.Configuration == null ? 0 : state.Configuration.Record.Check;
            told.StepsDone = state.StepsDone;
            told.LastStep = state.LastStep;
            told.StateCheck = state.StateCheck;
            told.FreeBytes = (uint)state.FreeBytes;
            told.ResetCause = settings.ResetCause;
            told.HealthFlags = health.Flags;
            told.UptimeMicroseconds = health.UptimeMicroseconds;
            told.Write(reply.Accept());
        }

        public void Subscribe(MessageReader reader, Reply reply)
        {
            if (!subscription.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            telemetry.Subscribe(subscription.IntervalMicroseconds);
            reply.Accept();
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
            tested.Run = SelfTests.Check | SelfTests.Words | SelfTests.Optimizer | SelfTests.Entropy;
            tested.Failed = SelfTest.RunArithmetic() | (SelfTest.AreSourcesAlive(sources) ? SelfTests.None : SelfTests.Entropy);
            if (hasStorage)
            {
                tested.Run |= SelfTests.Storage;
                tested.Failed |= health.HasStorageFailed ? SelfTests.Storage : SelfTests.None;
            }

            health.HasSelfTestFailed = tested.Failed != SelfTests.None;
            tested.Write(reply.Accept());
            log.Write(
                health.HasSelfTestFailed ? LogLevel.Error : LogLevel.Event,
                health.HasSelfTestFailed ? "self test failed: " + HexText.Of((uint)tested.Failed) : "self test passed");
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
