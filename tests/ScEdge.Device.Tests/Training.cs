using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Device.Tests;

/// <summary>
/// A small network trained twice: by the optimisers directly, and on a board.
/// </summary>
internal sealed class Training
{
    public static readonly int[] Lengths = [5 * 5 * 6, 700, 10];

    public Training(OptimizerKind kind, double deviceToDevice = 0.0, bool rateAsStream = false)
    {
        Kind = kind;
        Settings = new OptimizerSettings { Seed = 99, DecayLength = 16, MomentumBits = 12, WeightDecay = 200, RateAsStream = rateAsStream };
        Cells = new CellBankSettings
        {
            Lanes = 13, DeviceToDevice = deviceToDevice, DeviceToDeviceSeed = 3, Wear = 0.5, EnduranceCycles = 2000,
            DriveDrift = 0.2, DriveDriftSeed = 8, ReadMiss = 0.01,
        };
        for (int i = 0; i < Costs.Attojoules.Length; i++)
        {
            Costs.Attojoules[i] = 1 + (3 * i);
        }
    }

    public OptimizerKind Kind { get; set; }

    public RegisterMode Mode { get; set; } = RegisterMode.Resident;

    public OptimizerSettings Settings { get; }

    public CellBankSettings Cells { get; }

    public SetOperationCostsRequest Costs { get; } = new();

    public LearningRate Rate => new(Settings.RateAsStream ? 50000u : 65536u, 5);

    /// <summary>A law of two slopes, with a spread and waits of their own.</summary>
    public static DriveLaw Law() => new()
    {
        Reach = new BrokenLine([3 << 20, 4 << 20, 9 << 19], [-(4 << 20), 0, 4 << 20]),
        Spread = new BrokenLine([3 << 20, 5 << 20], [0, 1 << 19]),
        Waits = new BrokenLine([-(16 << 20), 0, 4 << 20], [-(12 << 20), 0, 6 << 20]),
    };

    /// <summary>The optimisers as a host makes them.</summary>
    public TensorOptimizer[] Make()
    {
        TensorPlan[] tensors = [.. Lengths.Select((length, i) => new TensorPlan((uint)i + 4, [length], 14, Cells.Lanes))];
        return new OptimizerPlan(OptimizerDescription.Of(Kind), Settings, Cells, tensors).NewCircuits(tileLength: 0);
    }

    /// <summary>The request that begins the configuration.</summary>
    public BeginConfigurationRequest Request()
    {
        byte[] settings = OptimizerPlan.Write(Settings, Cells);
        return new BeginConfigurationRequest { Mode = Mode, Optimizer = (int)Kind, Data = settings, DataLength = settings.Length };
    }

    /// <summary>Gradients of a step, tensor by tensor: growing and then nearly gone, so that the momentum's scale moves both ways.</summary>
    public static short[][] Gradients(uint step)
    {
        int limit = step < 5 ? 2000 << (int)step : 40;
        return Lengths.Select((length, tensor) => Enumerable.Range(0, length).Select(i =>
        {
            uint word = CounterGenerator.Word(step, (uint)tensor, (uint)i);
            return (short)((int)((word >> 8) % (uint)(2 * limit)) - limit >> (int)(word & 7));
        }).ToArray()).ToArray();
    }

    public static uint Maximum(short[] gradients) => (uint)gradients.Max(value => Math.Abs((int)value));

    public void StepDirectly(TensorOptimizer[] tensors, uint step, short[][] gradients, OperationCounts counts)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            TensorOptimizer tensor = tensors[i];
            tensor.BeginStep(step, Maximum(gradients[i]), 14, Rate, counts);
            for (int phase = 0; phase < tensor.PhaseCount; phase++)
            {
                OperationCounts phaseCounts = new();
                tensor.BeginPhase(phase);
                tensor.EndPhase(phase, tensor.RunPhase(phase, gradients[i], 0, gradients[i].Length, phaseCounts));
                tensor.Bank.Age(phaseCounts.SetEvents);
                counts.Add(phaseCounts);
            }
        }
    }

    public ApplyConfigurationResponse Configure(TestHost host)
    {
        host.Do(BeginConfigurationRequest.Code, Request().Write);
        host.Do(SetOperationCostsRequest.Code, Costs.Write);
        for (int i = 0; i < Lengths.Length; i++)
        {
            AddTensorRequest tensor = new() { Rank = 1, WeightFractionBits = 14, Identity = (uint)i + 4 };
            tensor.Shape[0] = (uint)Lengths[i];
            host.Do(AddTensorRequest.Code, tensor.Write);
        }

        ApplyConfigurationResponse applied = new();
        Assert.True(applied.Read(host.Do(MessageCode.ApplyConfiguration)));
        return applied;
    }

    public StepAccount StepOnBoard(TestHost host, uint step, short[][] gradients, GradientFormat format = GradientFormat.Int16)
    {
        BeginStepRequest begin = new()
        {
            Step = step, RateFraction = Rate.Fraction, RateShift = Rate.Shift, Format = format, TensorCount = gradients.Length,
        };
        for (int i = 0; i < gradients.Length; i++)
        {
            begin.FractionBits[i] = 14;
            begin.Maxima[i] = Maximum(gradients[i]);
        }

        host.Do(BeginStepRequest.Code, begin.Write);
        byte[] bytes = gradients.SelectMany(tensor => tensor).SelectMany(BitConverter.GetBytes).ToArray();
        Put(host, bytes, 2);
        StepAccount account = new();
        Assert.True(account.Read(host.Do(MessageCode.RunStep)));
        return account;
    }

    public static void Put(TestHost host, byte[] bytes, int bytesPerParameter)
    {
        for (int offset = 0; offset < bytes.Length; offset += 400)
        {
            PutGradientsRequest put = new()
            {
                Offset = (uint)(offset / bytesPerParameter), Data = bytes, DataOffset = offset, DataLength = Math.Min(400, bytes.Length - offset),
            };
            host.Do(PutGradientsRequest.Code, put.Write);
        }
    }

    /// <summary>Pulls a whole image and checks it.</summary>
    public static byte[] Pull(TestHost host, StateImageKind kind)
    {
        List<byte> image = [];
        while (true)
        {
            PullStateRequest pull = new() { Kind = kind, Offset = (uint)image.Count, Count = 333 };
            PullStateResponse piece = new();
            Assert.True(piece.Read(host.Do(PullStateRequest.Code, pull.Write)));
            image.AddRange(piece.Data[piece.DataOffset..(piece.DataOffset + piece.DataLength)]);
            if (image.Count == piece.Length)
            {
                byte[] whole = image.ToArray();
                Assert.Equal(Crc32.Of(whole, 0, whole.Length), piece.Check);
                return whole;
            }

            Assert.Equal(0u, piece.Check);
        }
    }

    /// <summary>Pushes an image from where the board wants it, up to a number of bytes.</summary>
    public static void PushChunks(TestHost host, StateImageKind kind, byte[] image, int until = int.MaxValue)
    {
        BeginPushRequest begin = new() { Kind = kind, Length = (uint)image.Length, Check = Crc32.Of(image, 0, image.Length) };
        BeginPushResponse begun = new();
        Assert.True(begun.Read(host.Do(BeginPushRequest.Code, begin.Write)));
        int end = Math.Min(until, image.Length);
        for (int offset = (int)begun.Offset; offset < end;)
        {
            int count = Math.Min(300, end - offset);
            PushChunkRequest chunk = new() { Offset = (uint)offset, Data = image, DataOffset = offset, DataLength = count };
            host.Do(PushChunkRequest.Code, chunk.Write);
            offset += count;
        }
    }

    /// <summary>The full state image of optimisers, written independently of the board.</summary>
    public static byte[] Image(TensorOptimizer[] tensors, uint stepsDone, uint lastStep)
    {
        List<byte> image = [.. BitConverter.GetBytes(stepsDone), .. BitConverter.GetBytes(lastStep)];
        foreach (TensorOptimizer tensor in tensors)
        {
            image.AddRange(BitConverter.GetBytes(tensor.AuxiliaryFractionBits));
            image.AddRange(BitConverter.GetBytes(tensor.Bank.Cycles));
            image.AddRange((tensor.Bank.Memory ?? []).SelectMany(BitConverter.GetBytes));
            image.AddRange(tensor.Weights.SelectMany(BitConverter.GetBytes));
            for (int i = 0; tensor.Auxiliary(i) is { } registers; i++)
            {
                image.AddRange(registers.SelectMany(BitConverter.GetBytes));
            }
        }

        return image.ToArray();
    }
}
