using System;
using System.Linq;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Tests.Sessions;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Tests;

/// <summary>A board that loses its memory at any moment loses no work of a host that keeps the last image.</summary>
[Trait("Kind", "Property")]
public sealed class ResetTests
{
    private const uint Steps = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Training_ResetsAtRandomMomentsOnAFaultyLine_EndsWithTheSameRegisters(int seed)
    {
        Training training = new(OptimizerKind.Momentum, 0.3);
        TensorOptimizer[] direct = training.Make();
        for (uint step = 0; step < Steps; step++)
        {
            training.StepDirectly(direct, step, Training.Gradients(step), new OperationCounts());
        }

        LineFaults faults = new() { Drop = 10, Flip = 10, Duplicate = 10, Reorder = 10 };
        TestHost host = new(faults: faults, seed: seed);
        Random random = new(seed);
        int resets = 0;
        host.BeforePoll = () =>
        {
            if (resets < 10 && random.Next(700) == 0)
            {
                resets++;
                host.ResetBoard();
            }
        };

        byte[]? image = null;
        uint check = 0;
        for (uint step = 0; step < Steps;)
        {
            try
            {
                check = Resume(training, host, check, image);
                training.StepOnBoard(host, step, Training.Gradients(step));
                image = Training.Pull(host, StateImageKind.Full);
                step++;
            }
            catch (SessionEndedException)
            {
                // What the board has done since the last image is done again.
            }
        }

        Assert.Equal(10, resets);
        Assert.Equal(Training.Image(direct, Steps, Steps - 1), image);
    }

    [Fact]
    public void Configuration_AllKinds_TakeNoMoreMemoryThanAnnounced()
    {
        foreach (OptimizerKind kind in Enum.GetValues<OptimizerKind>())
        {
            foreach (double residual in new[] { 0.0, 0.5 })
            {
                Training training = new(kind, 0.3);
                training.Cells.ResidualFilament = residual;
                training.Cells.StuckSet = 0.01;
                training.Cells.DriveBits = 6;
                TestHost host = new();
                ApplyConfigurationResponse applied = training.Configure(host);

                // On the desktop the objects are smaller and the arrays the same, so this holds the arrays to the estimate.
                Configurations.ConfigurationPlan plan = new();
                Configurations.ConfigurationRecord record = host.Board.State.Configuration!.Record;
                Assert.Null(plan.Read(record));
                long before = GC.GetAllocatedBytesForCurrentThread();
                Configurations.Configuration configuration = new(plan, record, 256);
                long taken = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.InRange(taken, applied.NeededBytes / 3, applied.NeededBytes);
                Assert.Equal(860, configuration.Parameters);
            }
        }
    }

    [Fact]
    public void ApplyConfiguration_EdgeNetworkWithMomentum_NeedsLessThanSixtyKilobytes()
    {
        TestHost host = new(new BoardSettings { HeapBytes = 60_000 });
        BeginConfigurationRequest settings = new Training(OptimizerKind.Momentum).Request();
        host.Do(BeginConfigurationRequest.Code, settings.Write);

        // Six tensors, 5,994 parameters.
        foreach (uint length in new uint[] { 200, 8, 1152, 16, 4608, 10 })
        {
            AddTensorRequest tensor = new() { Rank = 1, WeightFractionBits = 14 };
            tensor.Shape[0] = length;
            host.Do(AddTensorRequest.Code, tensor.Write);
        }

        ApplyConfigurationResponse applied = new();
        Assert.True(applied.Read(host.Do(MessageCode.ApplyConfiguration)));
        Assert.Equal(5994u, applied.Parameters);
        Assert.InRange(applied.NeededBytes, 5994u * 6, 60_000u);
    }

    /// <summary>Brings the board to the host's last image, if it is not there.</summary>
    private static uint Resume(Training training, TestHost host, uint configurationCheck, byte[]? image)
    {
        host.Connect();
        GetStatusResponse status = new();
        Assert.True(status.Read(host.Do(MessageCode.GetStatus)));
        if (status.ConfigurationCheck != configurationCheck || configurationCheck == 0)
        {
            configurationCheck = training.Configure(host).Check;
            status.StateCheck = 0;
        }

        if (image is not null && status.StateCheck != Crc32.Of(image, 0, image.Length))
        {
            Training.PushChunks(host, StateImageKind.Full, image);
            host.Do(MessageCode.CommitPush);
        }
        else if (image is null && status.StepsDone != 0)
        {
            configurationCheck = training.Configure(host).Check;
        }

        return configurationCheck;
    }
}
