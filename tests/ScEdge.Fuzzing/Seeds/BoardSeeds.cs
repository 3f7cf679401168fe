using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Cells;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Protocol.Messages.Tiles;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Fuzzing.Seeds;

/// <summary>Rows of requests that a board carries out.</summary>
internal static class BoardSeeds
{
    private const int Parameters = 40;

    /// <summary>Everything about the board itself.</summary>
    public static byte[] Service()
    {
        RequestRow row = new();
        const int Version = GetCapabilitiesRequest.Version;
        row.Add(MessageCode.GetCapabilities, new GetCapabilitiesRequest { LowestVersion = Version, HighestVersion = Version }.Write);
        row.Add(MessageCode.GetStatus);
        row.Add(MessageCode.Subscribe, new SubscribeRequest { IntervalMicroseconds = 5000 }.Write);
        row.Add(MessageCode.SetLogLevel, new SetLogLevelRequest { Level = LogLevel.Event }.Write);
        row.Add(MessageCode.GetEntropySample, new GetEntropySampleRequest { Count = 32 }.Write);
        row.Add(MessageCode.RunSelfTest);
        row.Add(MessageCode.GetCell, new GetCellRequest().Write);
        row.Add(MessageCode.CalibrateCells, new CalibrateCellsRequest { Count = 2 }.Write);
        row.Add(MessageCode.SwitchBaudRate, new SwitchBaudRateRequest { BaudRate = 921600 }.Write);
        row.Add(MessageCode.ResetBoard);
        row.Add(MessageCode.GetStatus);
        return row.ToArray();
    }

    /// <summary>A step and what it brings.</summary>
    public static byte[] Step(OptimizerKind kind)
    {
        RequestRow row = Configured(kind, RegisterMode.Resident);
        row.Add(MessageCode.BeginStep, BeginStep().Write);
        row.Add(MessageCode.PutGradients, new PutGradientsRequest { Data = Data(Parameters), DataLength = 2 * Parameters }.Write);
        row.Add(MessageCode.RunStep);
        row.Add(MessageCode.GetAccount);
        row.Add(MessageCode.GetPhaseCounts, new GetPhaseCountsRequest().Write);
        row.Add(MessageCode.PullUpdates, new PullUpdatesRequest { Format = UpdateFormat.Registers, Count = Parameters }.Write);
        row.Add(MessageCode.PullUpdates, new PullUpdatesRequest { Format = UpdateFormat.Differences, Count = Parameters }.Write);
        return row.ToArray();
    }

    /// <summary>Images both ways.</summary>
    public static byte[] Images(OptimizerKind kind)
    {
        RequestRow row = Configured(kind, RegisterMode.Resident);
        byte[] weights = Data(Parameters);
        BeginPushRequest push = new() { Kind = StateImageKind.Weights, Length = 2 * Parameters, Check = Crc32.Of(weights, 0, weights.Length) };
        row.Add(MessageCode.BeginPush, push.Write);
        row.Add(MessageCode.PushChunk, new PushChunkRequest { Data = weights, DataLength = 30 }.Write);
        row.Add(MessageCode.PushChunk, new PushChunkRequest { Offset = 30, Data = weights, DataOffset = 30, DataLength = 50 }.Write);
        row.Add(MessageCode.CommitPush);
        row.Add(MessageCode.PullState, new PullStateRequest { Kind = StateImageKind.Full, Count = 200 }.Write);
        return row.ToArray();
    }

    /// <summary>A checkpoint that outlives a restart.</summary>
    public static byte[] Restart(OptimizerKind kind)
    {
        RequestRow row = Configured(kind, RegisterMode.Resident);
        row.Add(MessageCode.SaveCheckpoint);
        row.Add(MessageCode.ResetBoard);
        row.Add(MessageCode.RestoreCheckpoint);
        row.Add(MessageCode.BeginStep, BeginStep().Write);
        return row.ToArray();
    }

    /// <summary>A step in tiles.</summary>
    /// <param name="kind">Optimiser.</param>
    /// <param name="maximum">Largest magnitude of the registers: small ones are shifted to a finer scale first.</param>
    public static byte[] Tiled(OptimizerKind kind, int maximum)
    {
        RequestRow row = Configured(kind, RegisterMode.Tiled);
        BeginTileStepRequest begin = new()
        {
            RateFraction = 65536, RateShift = 5, GradientMaximum = 1000, GradientFractionBits = 14, AuxiliaryFractionBits = 14,
        };
        begin.Maxima.AsSpan().Fill((uint)maximum);
        row.Add(MessageCode.BeginTileStep, begin.Write);

        // How many arrays each phase takes.
        OptimizerDescription optimizer = OptimizerDescription.Of(kind);
        IEnumerable<(int Phase, int Arrays)> phases = optimizer.Phases.Select((phase, i) => (i, BitOperations.PopCount((uint)phase.Inputs)));
        if (optimizer.Auxiliaries.Length > 0 && maximum < 100)
        {
            phases = phases.Prepend((BeginTilePhaseRequest.Rescale, optimizer.Auxiliaries.Length));
        }

        foreach ((int phase, int arrays) in phases)
        {
            BeginTilePhaseRequest beginPhase = new() { Phase = phase };
            beginPhase.Maxima.AsSpan().Fill(1000);
            row.Add(MessageCode.BeginTilePhase, beginPhase.Write);
            row.Add(MessageCode.RunTile, new RunTileRequest { Count = 32, Data = Data(32 * arrays, maximum), DataLength = 64 * arrays }.Write);
            row.Add(MessageCode.EndTilePhase, new EndTilePhaseRequest { SetEvents = 10 }.Write);
        }

        return row.ToArray();
    }

    private static RequestRow Configured(OptimizerKind kind, RegisterMode mode)
    {
        RequestRow row = new();
        byte[] settings = OptimizerPlan.Write(
            new OptimizerSettings { Seed = 9, DecayLength = 16, MomentumBits = 12, WeightDecay = 200 },
            new CellBankSettings { Lanes = 13, DeviceToDevice = 0.1, Wear = 0.5, EnduranceCycles = 2000 });
        row.Add(MessageCode.BeginConfiguration, new BeginConfigurationRequest
        {
            Mode = mode, Optimizer = (int)kind, Data = settings, DataLength = settings.Length,
        }.Write);
        row.Add(MessageCode.SetOperationCosts, new SetOperationCostsRequest().Write);
        AddTensorRequest tensor = new() { Rank = 2, WeightFractionBits = 14, Data = "w"u8.ToArray(), DataLength = 1 };
        (tensor.Shape[0], tensor.Shape[1]) = (5, Parameters / 5);
        row.Add(MessageCode.AddTensor, tensor.Write);
        row.Add(MessageCode.ApplyConfiguration);
        row.Add(MessageCode.GetTensor, new GetTensorRequest().Write);
        return row;
    }

    private static BeginStepRequest BeginStep()
    {
        BeginStepRequest begin = new() { RateFraction = 65536, RateShift = 5, Format = GradientFormat.Int16, TensorCount = 1 };
        begin.FractionBits[0] = 14;
        begin.Maxima[0] = 1000;
        return begin;
    }

    private static byte[] Data(int count, int maximum = 1000)
    {
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(2 * i), (short)((i * 377 % ((2 * maximum) + 1)) - maximum));
        }

        return bytes;
    }
}
