using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Vectors.Tests.Steps;

/// <summary>The cases of steps.jsonl, before they are run.</summary>
internal static class StepCases
{
    private const int Parameters = 40;

    // Fraction bits of the gradients, step by step: large ones after small ones widen the registers' scale, small ones narrow it. Adam's
    // running means move by an eighth and less of a gradient and need more of a push.
    private static readonly int[] ChangingGradients = [16, 16, 14, 14, 14, 26, 28, 30];
    private static readonly int[] GrowingGradients = [16, 16, 12, 10, 8, 8, 20, 30];

    public static IReadOnlyList<StepCase> All { get; } =
    [
        Case("sgd", "sc-sgd", new(), new()),
        Case("sgd, weight decay, narrow weights", "sc-sgd", new() { WeightDecay = 3000, WeightBits = 7 }, new(), weightFractionBits: 6),
        Case("momentum", "sc-momentum", new(), new()),
        Case("momentum, weight decay, 32/8/40", "sc-momentum", new() { WeightDecay = 100, DecayLength = 8, WeightLength = 40 }, new()),
        Case("momentum, narrow registers", "sc-momentum", new() { WeightBits = 8, MomentumBits = 6 }, new(), weightFractionBits: 7),
        Case("momentum, bipolar", "sc-momentum", new() { Encoding = UpdateEncoding.Bipolar, WeightDecay = 200 }, new()),
        Case("momentum, rate stream", "sc-momentum", new() { RateAsStream = true, WeightLength = 40, WeightDecay = 700 }, new(), rate: 50000),
        Case("momentum, bipolar, rate stream", "sc-momentum", new() { Encoding = UpdateEncoding.Bipolar, RateAsStream = true }, new(), rate: 43691),
        Case("momentum, own cells", "sc-momentum", new() { LaneRotation = 0 }, OwnCells()),
        Case("momentum, cells that differ", "sc-momentum", new() { WeightLength = 40 }, Differing()),
        Case("momentum, every effect but memory", "sc-momentum", new() { WeightDecay = 100 }, Worn()),
        Case("momentum, stuck cells", "sc-momentum", new(), new() { StuckSet = 0.05, StuckSetSeed = 6, StuckReset = 0.1, StuckResetSeed = 7 }),
        Case("momentum, residual filament", "sc-momentum", new() { WeightDecay = 100 }, new() { ResidualFilament = 0.6 }),
        Case("momentum, serial write", "sc-momentum", new(), new() { SerialWrite = true, DeviceToDevice = 0.3, DeviceToDeviceSeed = 5 }),
        Case("momentum, drift, missed reads, drop along the line", "sc-momentum", new() { WeightLength = 40 }, Drifting(), stride: 20),
        Case("momentum, droop, cells that differ and remember", "sc-momentum", new() { WeightLength = 40 }, Drooping()),
        Case("adam", "sc-adam", new(), new(), rateShift: 9),
        Case("adam, gate, 64 bits, weight decay", "sc-adam", new() { WeightLength = 64, WeightDecay = 300 }, new(), rateShift: 10),
        Case("adam, no gate, narrow registers", "sc-adam", new() { MomentumBits = 9, WeightLength = 4 }, new(), rateShift: 6),
        Case("adam, cells that differ", "sc-adam", new() { WeightDecay = 300 }, Differing(), rateShift: 10),
        Case("adam, residual filament", "sc-adam", new(), new() { ResidualFilament = 0.6 }, rateShift: 10),
    ];

    private static CellBankSettings OwnCells() => new() { Lanes = Parameters, DeviceToDevice = 0.3, DeviceToDeviceSeed = 5 };

    private static CellBankSettings Differing() => new() { DeviceToDevice = 0.3, DeviceToDeviceSeed = 5, CycleToCycle = 0.2 };

    private static CellBankSettings Worn() => new()
    {
        DeviceToDevice = 0.25, DeviceToDeviceSeed = 5, CycleToCycle = 0.35, DriveBits = 6, DriveOffset = 0.1, StuckSet = 0.02, StuckSetSeed = 6,
        StuckReset = 0.03, StuckResetSeed = 7, ReadDisturb = 0.001, Wear = 0.5, EnduranceCycles = 30,
    };

    private static CellBankSettings Drifting() => new() { DriveDrift = 0.4, DriveDriftSeed = 8, ReadMiss = 0.02, LineDrop = 0.5 };

    private static CellBankSettings Drooping() => new() { SetDroop = 0.64, DeviceToDevice = 0.3, DeviceToDeviceSeed = 5, ResidualFilament = 0.5 };

    private static StepCase Case(
        string name,
        string optimizer,
        OptimizerSettings settings,
        CellBankSettings cells,
        int weightFractionBits = 14,
        uint rate = 1 << 16,
        int rateShift = 4,
        int stride = 1)
    {
        InputSequence inputs = new(1234567);
        settings.Seed = 42;
        cells.Lanes = cells.Lanes == 1 ? 13 : cells.Lanes;
        cells.CellsPerLane = 64;
        short[] weights = inputs.Signed(Parameters, (1 << (settings.WeightBits - 1)) - 1);
        int[] fractionBits = optimizer == "sc-adam" ? GrowingGradients : ChangingGradients;
        StepRecord[] steps = [.. fractionBits.Select((bits, step) => Step(inputs, step, stride, bits, rate, rateShift + (step / 6)))];
        return new StepCase(name, optimizer, settings, cells, 2, weightFractionBits, weights, steps);
    }

    /// <summary>
    /// The first step has no gradient, so that the registers have no scale yet; the largest magnitude is at times one too many, as rounding
    /// leaves it.
    /// </summary>
    private static StepRecord Step(InputSequence inputs, int step, int stride, int fractionBits, uint rate, int rateShift)
    {
        short[] gradients = step == 0 ? new short[Parameters] : inputs.Signed(Parameters, 32767);
        uint largest = (uint)gradients.Max(value => System.Math.Abs((int)value));
        return new StepRecord((uint)(step * stride), rate, rateShift, fractionBits, step == 0 ? 0 : largest + (uint)(step % 2), gradients, null);
    }
}
