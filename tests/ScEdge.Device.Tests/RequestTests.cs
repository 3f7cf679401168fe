using System;
using System.Linq;
using System.Text;
using ScEdge.Device.Platform;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Protocol.Sessions;
using ScEdge.Protocol.Tests;
using ScEdge.Protocol.Tests.Sessions;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Tests;

/// <summary>Every request is answered; a refused one has changed nothing.</summary>
[Trait("Kind", "Unit")]
public sealed class RequestTests
{
    private readonly Training _training = new(OptimizerKind.Momentum);
    private readonly TestHost _host = new();

    [Theory]
    [InlineData(0x0099)]
    [InlineData(0x3FFE)]
    [InlineData(0x7FFF)]
    public void UnknownRequest_IsAnsweredAndTheNextOneWorks(int code)
    {
        ErrorResponse error = _host.Refused((MessageCode)code, writer => writer.UInt64(1));
        Assert.Equal(ErrorCode.UnknownMessage, error.Error);
        _host.Do(MessageCode.GetStatus);
        Assert.Equal(1, _host.Link.Sessions);
    }

    [Fact]
    public void EveryRequest_CutShort_IsAnswered()
    {
        _training.Configure(_host);
        foreach (MessageCode code in Enum.GetValues<MessageCode>().Where(code => (int)code < 0x4000))
        {
            Assert.NotNull(_host.Ask(code));
            Assert.NotNull(_host.Ask(code, writer => writer.Byte(0xFF)));
        }

        Assert.Equal(1, _host.Link.Sessions);
    }

    [Fact]
    public void ArbitraryRequests_AreAllAnswered()
    {
        Random random = new(8);
        MessageCode[] codes = Enum.GetValues<MessageCode>().Where(code => (int)code < 0x4000 && code != MessageCode.ResetBoard).ToArray();
        byte[] fields = new byte[200];
        _training.Configure(_host);
        for (int i = 0; i < 1500; i++)
        {
            random.NextBytes(fields);

            // Small values are more often possible ones.
            for (int j = 0; j < fields.Length; j++)
            {
                fields[j] = random.Next(3) == 0 ? fields[j] : (byte)(fields[j] & 1);
            }

            Assert.NotNull(_host.Ask(codes[random.Next(codes.Length)], writer => writer.WriteBytes(fields, 0, random.Next(fields.Length))));
        }

        Assert.Equal(1, _host.Link.Sessions);
    }

    [Fact]
    public void LongerRequestOfALaterVersion_IsUnderstood()
    {
        GetCapabilitiesRequest request = new() { LowestVersion = 1, HighestVersion = 3 };
        GetCapabilitiesResponse response = new();
        Assert.True(response.Read(_host.Do(MessageCode.GetCapabilities, writer =>
        {
            request.Write(writer);
            writer.UInt64(0xFFFF);
        })));
        Assert.Equal(1, response.HighestVersion);
        Assert.Equal(_host.Settings.Name, response.Name);
        Assert.Equal([115200u, 921600u], response.BaudRates[..response.BaudRateCount]);
        Assert.Equal((int)EntropyQuality.Replay, response.EntropyQualities[0]);
        Assert.Equal(32768u, response.MinEntropies[0]);
        request.LowestVersion = 2;
        Assert.Equal(ErrorCode.UnsupportedVersion, _host.Refused(MessageCode.GetCapabilities, request.Write).Error);
    }

    [Fact]
    public void ApplyConfiguration_TooLarge_IsRefusedBeforeAnythingIsChanged()
    {
        ApplyConfigurationResponse applied = _training.Configure(_host);
        _training.StepOnBoard(_host, 0, Training.Gradients(0));
        byte[] before = Training.Pull(_host, StateImageKind.Full);
        _host.Do(BeginConfigurationRequest.Code, _training.Request().Write);
        AddTensorRequest tensor = new() { Rank = 2, WeightFractionBits = 14 };
        tensor.Shape[0] = 1000;
        tensor.Shape[1] = 1000;
        _host.Do(AddTensorRequest.Code, tensor.Write);
        ErrorResponse error = _host.Refused(MessageCode.ApplyConfiguration);
        Assert.Equal(ErrorCode.OutOfMemory, error.Error);
        Assert.InRange(error.Detail, 6_000_000, 6_100_000);
        Assert.Equal(1_000_000, error.OtherDetail);
        Assert.Equal(before, Training.Pull(_host, StateImageKind.Full));
        GetStatusResponse status = new();
        Assert.True(status.Read(_host.Do(MessageCode.GetStatus)));
        Assert.Equal(applied.Check, status.ConfigurationCheck);
    }

    [Fact]
    public void BeginPush_DoesNotFitBesideTheState_IsRefused()
    {
        TestHost host = new(new BoardSettings { HeapBytes = 16_536 });
        ApplyConfigurationResponse applied = _training.Configure(host);
        Assert.InRange(applied.FreeBytes, 0u, applied.ImageLength - 1);
        BeginPushRequest begin = new() { Length = applied.ImageLength };
        ErrorResponse error = host.Refused(BeginPushRequest.Code, begin.Write);
        Assert.Equal(ErrorCode.OutOfMemory, error.Error);
        Assert.Equal(applied.ImageLength, error.Detail);
        Assert.Equal(applied.FreeBytes, error.OtherDetail);
    }

    [Fact]
    public void ApplyConfiguration_Check_IsThatOfTheRequests()
    {
        ApplyConfigurationResponse applied = _training.Configure(_host);
        Assert.Equal(applied.Check, _training.Configure(_host).Check);
        _training.Settings.Seed++;
        Assert.NotEqual(applied.Check, _training.Configure(_host).Check);
    }

    [Fact]
    public void Configuration_MistakesAreAnsweredWhereTheyAreMade()
    {
        Assert.Equal(ErrorCode.WrongState, _host.Refused(SetOperationCostsRequest.Code, new SetOperationCostsRequest().Write).Error);
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(MessageCode.ApplyConfiguration).Error);
        Training bad = new(OptimizerKind.Momentum);
        bad.Settings.GradientLength = 0;
        ErrorResponse error = _host.Refused(BeginConfigurationRequest.Code, bad.Request().Write);
        Assert.Equal("A stream must have 1 to 4096 bits.", error.Words);
        bad.Settings.GradientLength = 32;
        bad.Kind = (OptimizerKind)4;
        Assert.Equal("The board has no such optimiser.", _host.Refused(BeginConfigurationRequest.Code, bad.Request().Write).Words);
        bad.Kind = OptimizerKind.Adam;
        bad.Settings.RateAsStream = true;
        Assert.Contains("no stream for it", _host.Refused(BeginConfigurationRequest.Code, bad.Request().Write).Words, StringComparison.Ordinal);
        bad.Kind = OptimizerKind.Momentum;
        bad.Settings.RateAsStream = false;
        bad.Cells.StuckSet = double.NaN;
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(BeginConfigurationRequest.Code, bad.Request().Write).Error);
        foreach (Action<CellBankSettings> change in (Action<CellBankSettings>[])
                 [
                     static cells => cells.DriveDrift = -1, static cells => cells.ReadMiss = 1.01, static cells => cells.ReadMiss = double.NaN,
                     static cells => (cells.LineDrop, cells.DeviceToDevice) = (0.1, 0.1), static cells => cells.SetDroop = -0.1,
                     static cells => (cells.SetDroop, cells.Law) = (0.1, Training.Law()), static cells => cells.StuckSet = 0.9995,
                     static cells => cells.StuckReset = 0.9995,
                 ])
        {
            bad = new Training(OptimizerKind.Momentum);
            change(bad.Cells);
            Assert.Contains(
                "outside of its range", _host.Refused(BeginConfigurationRequest.Code, bad.Request().Write).Words, StringComparison.Ordinal);
        }

        bad = new Training(OptimizerKind.Momentum);
        bad.Cells.Law = Training.Law();
        bad.Cells.Law.Reach = new BrokenLine([5, 4], [1, 2]);
        Assert.Contains("points that rise", _host.Refused(BeginConfigurationRequest.Code, bad.Request().Write).Words, StringComparison.Ordinal);
        _host.Do(BeginConfigurationRequest.Code, _training.Request().Write);
        AddTensorRequest tensor = new() { Rank = 3, WeightFractionBits = 14 };
        tensor.Shape[0] = tensor.Shape[1] = tensor.Shape[2] = uint.MaxValue;
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(AddTensorRequest.Code, tensor.Write).Error);
        tensor.Rank = 1;
        tensor.Shape[0] = 5;
        AddTensorResponse added = new();
        Assert.True(added.Read(_host.Do(AddTensorRequest.Code, tensor.Write)));
        Assert.Equal(0, added.Tensor);
        _host.Do(MessageCode.ApplyConfiguration);
    }

    [Fact]
    public void GetTensor_OfAConfiguredBoard_GivesWhatWasAdded()
    {
        Assert.Equal(ErrorCode.NotConfigured, _host.Refused(GetTensorRequest.Code, new GetTensorRequest().Write).Error);
        _host.Do(BeginConfigurationRequest.Code, _training.Request().Write);
        foreach ((string name, uint rows, uint columns) in new[] { ("fc1.weight", 3u, 4u), ("fc1.bias", 5u, 1u), ("", 1u, 1u) })
        {
            byte[] letters = Encoding.ASCII.GetBytes(name);
            AddTensorRequest tensor = new()
            {
                Rank = 2, WeightFractionBits = 9, Identity = rows, Data = letters, DataLength = letters.Length,
            };
            (tensor.Shape[0], tensor.Shape[1]) = (rows, columns);
            _host.Do(AddTensorRequest.Code, tensor.Write);
        }

        _host.Do(MessageCode.ApplyConfiguration);

        GetTensorResponse answer = new();
        Assert.True(answer.Read(_host.Do(GetTensorRequest.Code, new GetTensorRequest { Tensor = 1 }.Write)));
        Assert.Equal(
            (3, 1, 2, 16, 9, 5u),
            (answer.TensorCount, answer.Tensor, answer.Rank, answer.WeightBits, answer.WeightFractionBits, answer.Identity));
        Assert.Equal([5u, 1u, 0u, 0u], answer.Shape);
        Assert.Equal("fc1.bias", Encoding.ASCII.GetString(answer.Data, answer.DataOffset, answer.DataLength));
        Assert.True(answer.Read(_host.Do(GetTensorRequest.Code, new GetTensorRequest { Tensor = 2 }.Write)));
        Assert.Equal(0, answer.DataLength);
        Assert.Equal(ErrorCode.OutOfRange, _host.Refused(GetTensorRequest.Code, new GetTensorRequest { Tensor = 3 }.Write).Error);
    }

    [Fact]
    public void RunStep_WithoutAllGradients_IsRefused()
    {
        Assert.Equal(ErrorCode.WrongState, _host.Refused(MessageCode.RunStep).Error);
        _training.Configure(_host);
        Assert.Equal(ErrorCode.WrongState, _host.Refused(MessageCode.GetAccount).Error);
        short[][] gradients = Training.Gradients(0);
        ResidentTrainingTests.Begin(_training, _host, 0, GradientFormat.Int16, gradients);
        PutGradientsRequest put = new() { Offset = 1, Data = new byte[2], DataLength = 2 };
        Assert.Equal(ErrorCode.OutOfOrder, _host.Refused(PutGradientsRequest.Code, put.Write).Error);
        put.Offset = 0;
        _host.Do(PutGradientsRequest.Code, put.Write);
        BitConverter.GetBytes(short.MinValue).CopyTo(put.Data, 0);
        Assert.Equal(ErrorCode.OutOfRange, _host.Refused(PutGradientsRequest.Code, put.Write).Error);
        ErrorResponse error = _host.Refused(MessageCode.RunStep);
        Assert.Equal((ErrorCode.WrongState, 1L, 860L), (error.Error, error.Detail, error.OtherDetail));
        PullUpdatesRequest pull = new() { Format = UpdateFormat.Differences, Count = 5 };
        Assert.Equal(ErrorCode.WrongState, _host.Refused(PullUpdatesRequest.Code, pull.Write).Error);
    }

    [Fact]
    public void RunSelfTest_ThisRuntime_Passes()
    {
        RunSelfTestResponse tested = new();
        Assert.True(tested.Read(_host.Do(MessageCode.RunSelfTest)));
        const SelfTests All = SelfTests.Check | SelfTests.Words | SelfTests.Optimizer | SelfTests.Storage | SelfTests.Entropy;
        Assert.Equal((All, SelfTests.None), (tested.Run, tested.Failed));
        _host.Entropy.Quality = EntropyQuality.Failing;
        Assert.True(tested.Read(_host.Do(MessageCode.RunSelfTest)));
        Assert.Equal(SelfTests.Entropy, tested.Failed);
    }

    [Fact]
    public void GetEntropySample_Source_GivesItsWords()
    {
        GetEntropySampleRequest request = new() { Count = 8 };
        GetEntropySampleResponse sample = new();
        Assert.True(sample.Read(_host.Do(GetEntropySampleRequest.Code, request.Write)));
        Assert.Equal("0100000002000000", Convert.ToHexString(sample.Data, sample.DataOffset, sample.DataLength));
        request.Source = 1;
        Assert.Equal(ErrorCode.NotAvailable, _host.Refused(GetEntropySampleRequest.Code, request.Write).Error);
    }

    [Fact]
    public void Subscribe_Interval_BringsTelemetryUntilItIsEnded()
    {
        _training.Configure(_host);
        StepAccount account = _training.StepOnBoard(_host, 0, Training.Gradients(0));
        SubscribeRequest request = new() { IntervalMicroseconds = 100_000 };
        _host.Do(SubscribeRequest.Code, request.Write);
        _host.PollFor(1_050_000);
        Assert.InRange(_host.Events.Count, 9, 11);
        MessageReader reader = new();
        Assert.True(reader.Begin(_host.Events[0], 0, _host.Events[0].Length));
        TelemetryEvent report = new();
        Assert.True(reader.Code == TelemetryEvent.Code && report.Read(reader));
        Assert.Equal(860, report.Updates);
        Assert.Equal(account.Attojoules.Sum(), report.Attojoules);

        // Every tensor has 13 lanes of 32 cells, each rated 2,000 cycles.
        long resets = Enumerable.Range(0, Training.Lengths.Length).Max(tensor => Resets(tensor));
        Assert.Equal(resets * 1_000_000 / (13 * 32) / 2000, report.LifeUsed);
        request.IntervalMicroseconds = 0;
        _host.Do(SubscribeRequest.Code, request.Write);
        int count = _host.Events.Count;
        _host.PollFor(1_000_000);
        Assert.Equal(count, _host.Events.Count);
    }

    private long Resets(int tensor)
    {
        GetPhaseCountsResponse counts = new();
        long sum = 0;
        for (int phase = 0; phase < 2; phase++)
        {
            Assert.True(counts.Read(_host.Do(GetPhaseCountsRequest.Code, new GetPhaseCountsRequest { Tensor = tensor, Phase = phase }.Write)));
            sum += counts.Counts[(int)CountKind.ResetPulses];
        }

        return sum;
    }

    [Fact]
    public void SetLogLevel_Events_ComeAsMessagesToo()
    {
        _host.Do(SetLogLevelRequest.Code, new SetLogLevelRequest { Level = LogLevel.Event }.Write);
        _training.Configure(_host);
        _host.PollFor(100_000);
        MessageReader reader = new();
        LogEvent entry = new();
        Assert.True(reader.Begin(_host.Events.Single(), 0, _host.Events[0].Length) && entry.Read(reader));
        Assert.Equal("configured: 860 parameters", entry.Words);
        Assert.Contains("ScEdge board ready, 1000000 bytes\r\n", _host.Text, StringComparison.Ordinal);
        Assert.Contains("configured: 860 parameters\r\n", _host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchBaudRate_KnownRate_IsDueOnceTheAnswerArrived()
    {
        SwitchBaudRateRequest request = new() { BaudRate = 300 };
        Assert.Equal(ErrorCode.NotAvailable, _host.Refused(SwitchBaudRateRequest.Code, request.Write).Error);
        Assert.Equal(0u, _host.Board.TakeBaudRate());
        request.BaudRate = 115200;
        _host.Do(SwitchBaudRateRequest.Code, request.Write);
        _host.PollFor(50_000);
        Assert.Equal(115200u, _host.Board.TakeBaudRate());
        Assert.Equal(0u, _host.Board.TakeBaudRate());

        // Without a host the board goes back to where hosts look for it.
        request.BaudRate = 921600;
        _host.Do(SwitchBaudRateRequest.Code, request.Write);
        _host.PollFor(50_000);
        Assert.Equal(921600u, _host.Board.TakeBaudRate());
        _host.Link.Close();
        _host.PollFor(50_000);
        Assert.Equal(115200u, _host.Board.TakeBaudRate());
    }

    [Fact]
    public void TakeBaudRate_HostVanishesWhileItReconnects_IsTheFirstOne()
    {
        _host.Do(SwitchBaudRateRequest.Code, new SwitchBaudRateRequest { BaudRate = 921600 }.Write);
        _host.PollFor(50_000);
        Assert.Equal(921600u, _host.Board.TakeBaudRate());
        _host.Link.Open();
        for (int i = 0; i < 1000 && _host.Board.Link.State == LinkState.Open; i++)
        {
            _host.Poll();
        }

        Assert.Equal(LinkState.Opening, _host.Board.Link.State);
        Assert.Equal(0u, _host.Board.TakeBaudRate());
        for (int i = 0; i < 1000 && _host.Board.Link.State == LinkState.Opening; i++)
        {
            _host.Clock.Microseconds += 100_000;
            _host.Board.Poll();
        }

        _host.Board.Poll();
        Assert.Equal(115200u, _host.Board.TakeBaudRate());
        Assert.Equal(0u, _host.Board.TakeBaudRate());
    }

    [Fact]
    public void Request_FramesTooShortForTheAnswer_IsRefused()
    {
        TestHost host = new(new BoardSettings { Name = new string('b', 100) }, hostLink: new LinkSettings { MaximumPayload = 64 });
        GetCapabilitiesRequest request = new() { LowestVersion = 1, HighestVersion = 1 };
        Assert.Equal(ErrorCode.OutOfRange, host.Refused(MessageCode.GetCapabilities, request.Write).Error);
        host.Do(MessageCode.GetStatus);
    }

    [Fact]
    public void ResetBoard_IsDueOnceTheAnswerArrived()
    {
        Assert.False(_host.Board.IsResetDue);
        _host.Do(MessageCode.ResetBoard);
        _host.PollFor(50_000);
        Assert.True(_host.Board.IsResetDue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ResetBoard_SessionEndsBeforeItsAnswerArrived_IsDueBeforeTheNextOne(bool isClosed)
    {
        int restarts = 0;
        _host.Do(MessageCode.GetStatus);
        _host.PollFor(50_000);
        MessageWriter writer = new(64);
        writer.Begin(MessageCode.ResetBoard, false, 99, 64);
        Assert.True(_host.Link.TrySend(MessageLimits.RequestChannel, writer.Buffer, 0, writer.Length));
        _host.Link.Poll();

        // The board answers; its host has left the session meanwhile, with a word or without.
        _host.Clock.Microseconds += 20_000;
        _host.Board.Poll();
        Assert.False(_host.Board.IsResetDue);
        if (isClosed)
        {
            _host.Link.Close();
            _host.Link.Poll();
        }

        _host.BeforePoll = () =>
        {
            if (_host.Board.IsResetDue)
            {
                Assert.Equal(1, _host.Board.Link.Sessions);
                _host.ResetBoard();
                restarts++;
            }
        };
        _host.PollFor(50_000);
        _host.Link.Open();
        _host.Connect();
        _host.Do(MessageCode.GetStatus);
        _host.PollFor(200_000);
        Assert.Equal(1, restarts);
    }

    [Fact]
    public void Poll_RunningSteps_AllocatesNothing()
    {
        VirtualClock clock = new();
        RingWire toBoard = new();
        RingWire toHost = new();
        Board board = new(
            new BoardSettings { HeapBytes = 1_000_000, RangeLength = 16 }, new RingLine(toHost, toBoard), clock, [], null, null, 9);
        ReliableLink link = new(new LinkSettings(), new RingLine(toBoard, toHost), clock, 8, null);
        link.Open();
        MessageWriter writer = new(1024);
        short[][] gradients = Training.Gradients(0);
        byte[] bytes = gradients.SelectMany(tensor => tensor).SelectMany(BitConverter.GetBytes).ToArray();
        BeginStepRequest begin = new() { RateFraction = 65536, RateShift = 5, Format = GradientFormat.Int16, TensorCount = 3 };
        Array.Fill(begin.Maxima, 32767u);
        void Exchange(MessageCode code, Action<MessageWriter>? write)
        {
            writer.Begin(code, false, 1, 1024);
            write?.Invoke(writer);
            bool isSent = false;
            for (int i = 0; i < 1000; i++)
            {
                clock.Microseconds += 100;
                isSent = isSent || link.TrySend(1, writer.Buffer, 0, writer.Length);
                link.Poll();
                board.Poll();
                if (link.Received is not null)
                {
                    link.Release();
                    return;
                }
            }

            Assert.Fail("no answer");
        }

        // The cells of this training wear, which rebuilds their table once in a while; here they do not.
        _training.Cells.Wear = 0;
        Exchange(BeginConfigurationRequest.Code, _training.Request().Write);
        foreach (int length in Training.Lengths)
        {
            AddTensorRequest tensor = new() { Rank = 1, WeightFractionBits = 14 };
            tensor.Shape[0] = (uint)length;
            Exchange(AddTensorRequest.Code, tensor.Write);
        }

        Exchange(MessageCode.ApplyConfiguration, null);
        PutGradientsRequest put = new() { Data = bytes };
        Action<MessageWriter> writeBegin = begin.Write;
        Action<MessageWriter> writePut = put.Write;
        uint step = 0;
        Action run = () =>
        {
            begin.Step = step++;
            Exchange(BeginStepRequest.Code, writeBegin);
            for (int offset = 0; offset < bytes.Length; offset += 400)
            {
                put.Offset = (uint)offset / 2;
                put.DataOffset = offset;
                put.DataLength = Math.Min(400, bytes.Length - offset);
                Exchange(PutGradientsRequest.Code, writePut);
            }

            Exchange(MessageCode.RunStep, null);
        };
        Repeat(run, 4);

        Assert.Equal(0, AllocatedBytes.Of(() => Repeat(run, 8)));
        Assert.Equal(step, board.State.StepsDone);
    }

    private static void Repeat(Action work, int times)
    {
        for (int i = 0; i < times; i++)
        {
            work();
        }
    }
}
