using System;
using System.Linq;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Tests;

/// <summary>Steps on the board end with the registers of steps without it.</summary>
[Trait("Kind", "Property")]
public sealed class ResidentTrainingTests
{
    [Theory]
    [InlineData(OptimizerKind.Sgd, 0.0, false)]
    [InlineData(OptimizerKind.Momentum, 0.0, false)]
    [InlineData(OptimizerKind.Momentum, 0.3, true)]
    [InlineData(OptimizerKind.Adam, 0.0, false)]
    [InlineData(OptimizerKind.Adam, 0.3, false)]
    [InlineData(OptimizerKind.Momentum, 0.3, false, true)]
    public void RunStep_SeveralSteps_EndsWithTheRegistersAndCountsOfTheOptimisers(
        OptimizerKind kind, double device, bool rateAsStream, bool hasLaw = false)
    {
        Training training = new(kind, device, rateAsStream);
        training.Cells.Law = hasLaw ? Training.Law() : null;
        TensorOptimizer[] direct = training.Make();
        TestHost host = new();
        training.Configure(host);
        for (uint step = 0; step < 8; step++)
        {
            short[][] gradients = Training.Gradients(step);
            OperationCounts counts = new();
            short[] before = direct.SelectMany(tensor => tensor.Weights).ToArray();
            training.StepDirectly(direct, step, gradients, counts);
            StepAccount account = training.StepOnBoard(host, step, gradients);

            Assert.Equal(step, account.Step);
            Assert.Equal(step + 1, account.StepsDone);
            Assert.Equal(
                [
                    counts.Numbers, counts.Bits, counts.SetPulses, counts.SetEvents, counts.ResetPulses, counts.Reads, counts.RandomWords,
                    counts.Saturations, counts.LaneCycles, counts.AndOperations, counts.XnorOperations, counts.MuxOperations,
                    counts.CounterIncrements, counts.CounterDecrements, counts.RegisterReads, counts.RegisterWrites,
                ],
                account.Counts);
            Assert.Equal(account.Counts, PhaseCounts(host, direct[0].PhaseCount).Aggregate(new long[16], static (sum, phase) =>
                [.. sum.Zip(phase, static (one, other) => one + other)]));
            Assert.Equal(account.Counts.Zip(training.Costs.Attojoules, (count, cost) => count * cost).Sum(), account.Attojoules.Sum());
            short[] after = direct.SelectMany(tensor => tensor.Weights).ToArray();
            Assert.Equal(after, Updates(host, UpdateFormat.Registers));
            Assert.Equal(after.Zip(before, (one, other) => (short)(one - other)), Updates(host, UpdateFormat.Differences));
        }

        Assert.Equal(Training.Image(direct, 8, 7), Training.Pull(host, StateImageKind.Full));
    }

    private static long[][] PhaseCounts(TestHost host, int phases) =>
    [
        .. from tensor in Enumerable.Range(0, Training.Lengths.Length)
           from phase in Enumerable.Range(0, phases)
           let answer = new GetPhaseCountsResponse()
           where answer.Read(host.Do(GetPhaseCountsRequest.Code, new GetPhaseCountsRequest { Tensor = tensor, Phase = phase }.Write))
           select answer.Counts,
    ];

    [Fact]
    public void RunStep_GradientsOfEightBits_AreThoseIntegers()
    {
        Training training = new(OptimizerKind.Momentum);
        TensorOptimizer[] direct = training.Make();
        TestHost host = new();
        training.Configure(host);
        short[][] gradients = Training.Gradients(9);
        training.StepDirectly(direct, 3, gradients, new OperationCounts());
        Begin(training, host, 3, GradientFormat.Int8, gradients);
        Training.Put(host, gradients.SelectMany(tensor => tensor).Select(value => (byte)value).ToArray(), 1);
        host.Do(MessageCode.RunStep);
        Assert.Equal(Training.Image(direct, 1, 3), Training.Pull(host, StateImageKind.Full));
    }

    [Fact]
    public void RunStep_OnAFaultyLine_EndsWithTheSameRegisters()
    {
        Training training = new(OptimizerKind.Momentum);
        TensorOptimizer[] direct = training.Make();
        TestHost host = new(faults: new ScEdge.Protocol.Tests.Sessions.LineFaults { Drop = 30, Flip = 60, Duplicate = 30, Reorder = 30, Burst = 20 });
        training.Configure(host);
        for (uint step = 0; step < 5; step++)
        {
            training.StepDirectly(direct, step, Training.Gradients(step), new OperationCounts());
            training.StepOnBoard(host, step, Training.Gradients(step));
        }

        Assert.Equal(Training.Image(direct, 5, 4), Training.Pull(host, StateImageKind.Full));
        Assert.True(host.Link.Counters.FramesDamaged + host.Board.Link.Counters.FramesDamaged > 0);
    }

    [Fact]
    public void RunStep_SessionEndsBeforeTheAnswer_AccountAndUpdatesAreStillThere()
    {
        Training training = new(OptimizerKind.Momentum);
        TestHost host = new(new BoardSettings { HeapBytes = 1_000_000, RangeLength = 8 });
        training.Configure(host);
        short[][] gradients = Training.Gradients(0);
        Begin(training, host, 0, GradientFormat.Int16, gradients);
        Training.Put(host, gradients.SelectMany(tensor => tensor).SelectMany(BitConverter.GetBytes).ToArray(), 2);
        MessageWriter writer = new(64);
        writer.Begin(MessageCode.RunStep, false, 9, 64);
        Assert.True(host.Link.TrySend(MessageLimits.RequestChannel, writer.Buffer, 0, writer.Length));
        host.PollFor(5000);
        host.Link.Close();
        host.PollFor(5000);
        host.Link.Open();
        host.Connect();
        StepAccount account = new();
        Assert.True(account.Read(host.Do(MessageCode.GetAccount)));
        Assert.Equal(1u, account.StepsDone);
        TensorOptimizer[] direct = training.Make();
        training.StepDirectly(direct, 0, gradients, new OperationCounts());
        Assert.Equal(Training.Image(direct, 1, 0), Training.Pull(host, StateImageKind.Full));
    }

    internal static void Begin(Training training, TestHost host, uint step, GradientFormat format, short[][] gradients)
    {
        BeginStepRequest begin = new()
        {
            Step = step, RateFraction = training.Rate.Fraction, RateShift = training.Rate.Shift, Format = format, TensorCount = 3,
        };
        for (int i = 0; i < 3; i++)
        {
            begin.FractionBits[i] = 14;
            begin.Maxima[i] = Training.Maximum(gradients[i]);
        }

        host.Do(BeginStepRequest.Code, begin.Write);
    }

    private static short[] Updates(TestHost host, UpdateFormat format)
    {
        short[] values = new short[Training.Lengths.Sum()];
        for (int first = 0; first < values.Length;)
        {
            PullUpdatesRequest pull = new() { Format = format, Offset = (uint)first, Count = 127 };
            PullUpdatesResponse updates = new();
            Assert.True(updates.Read(host.Do(PullUpdatesRequest.Code, pull.Write)));
            for (int i = 0; i < updates.DataLength; i += 2)
            {
                values[first++] = BitConverter.ToInt16(updates.Data, updates.DataOffset + i);
            }
        }

        return values;
    }
}
