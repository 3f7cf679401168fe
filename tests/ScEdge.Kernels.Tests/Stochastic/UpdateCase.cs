using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// An optimiser, its cells and the number of its parameters.
/// </summary>
internal sealed record UpdateCase(string Kind, int Length, OptimizerSettings Settings, CellBankSettings Cells)
{
    private static readonly int[] StreamLengths = [1, 4, 31, 32, 33, 64, 256];
    private static readonly int[] PowersOfTwo = [1, 4, 32, 64, 256];

    /// <summary>Draws a case: every effect is off or on, alone or with others.</summary>
    public static UpdateCase Drawn(uint seed, int length)
    {
        uint counter = 0;
        int Draw(int choices) => (int)(CounterGenerator.Word(seed, 0xCA5E, counter++) % (uint)choices);
        double Often(double value) => Draw(3) == 0 ? value : 0;
        string kind = new[] { "sgd", "momentum", "momentum", "adam" }[Draw(4)];
        OptimizerSettings settings = new()
        {
            Seed = seed,
            Encoding = kind != "adam" && Draw(3) == 0 ? UpdateEncoding.Bipolar : UpdateEncoding.SignMagnitude,
            GradientLength = StreamLengths[Draw(7)],
            DecayLength = StreamLengths[Draw(7)],
            WeightLength = kind == "adam" ? PowersOfTwo[Draw(5)] : StreamLengths[Draw(7)],
            WeightBits = Draw(2) == 0 ? 16 : 9,
            MomentumBits = Draw(2) == 0 ? 16 : 8,
            WeightDecay = Draw(2) == 0 ? 0u : 4000u,
            RateAsStream = kind != "adam" && Draw(3) == 0,
            LaneRotation = Draw(2),
        };
        bool serial = Draw(6) == 0;
        CellBankSettings cells = new()
        {
            Lanes = new[] { 1, 3, 16, 40, 256 }[Draw(5)],
            CellsPerLane = 256,
            SerialWrite = serial,
            DeviceToDevice = Draw(2) == 0 ? 0.3 : 0,
            DeviceToDeviceSeed = seed + 1,
            CycleToCycle = Often(0.3),
            DriveBits = Draw(3) == 0 ? 5 : 0,
            DriveOffset = Often(-0.2),
            StuckSet = Often(0.05),
            StuckReset = Often(0.05),
            ReadDisturb = Often(0.002),
            Wear = Often(0.5),
            EnduranceCycles = 20,
            ResidualFilament = Draw(8) == 0 ? 0.5 : 0,
        };
        settings.CountedGradients = Draw(3) == 0;
        cells.DriveDrift = Often(0.4);
        cells.DriveDriftSeed = seed + 2;
        cells.ReadMiss = Often(0.05);
        cells.LineDrop = cells.DeviceToDevice > 0 ? 0 : Often(0.5);
        cells.SetDroop = Often(0.7);
        return new UpdateCase(kind, length, settings, cells);
    }

    /// <summary>Draws a case whose cells remember their last pulse and have lanes enough for the kernels.</summary>
    public static UpdateCase WithMemory(uint seed, int length)
    {
        UpdateCase drawn = Drawn(seed, length);
        drawn.Cells.ResidualFilament = seed % 2 == 0 ? 0.5 : -1;
        drawn.Cells.SerialWrite = false;
        drawn.Cells.Lanes = 256 + (int)(seed % 3 * 22);
        return drawn;
    }

    /// <summary>One stream length throughout, cells alike or not.</summary>
    public static UpdateCase OfStreams(int streamLength, double spread, UpdateEncoding encoding, string kind = "momentum") => new(
        kind,
        77,
        new OptimizerSettings
        {
            Seed = 5,
            Encoding = encoding,
            GradientLength = streamLength,
            DecayLength = streamLength,
            WeightLength = streamLength,
            WeightDecay = 3000,
        },
        new CellBankSettings { Lanes = 24, CellsPerLane = streamLength, DeviceToDevice = spread, CycleToCycle = spread });

    public TensorOptimizer NewOptimizer()
    {
        CellBank bank = new(Cells, 3);
        return Kind switch
        {
            "sgd" => new SgdOptimizer(Settings, 2, Length, 9, bank),
            "momentum" => new MomentumOptimizer(Settings, 2, Length, 9, bank),
            "adam" => new AdamOptimizer(Settings, 2, Length, 9, bank),
            _ => throw new InvalidOperationException(Kind),
        };
    }
}
