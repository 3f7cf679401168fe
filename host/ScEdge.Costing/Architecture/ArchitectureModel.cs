using System;
using ScEdge.Cbram;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using ScEdge.Input;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Architecture;

/// <summary>The circuit whose cost is asked for.</summary>
/// <remarks>
/// Groups of cells make the streams. As many groups as there are lanes work at a time: a lane is a driver, sense amplifiers,
/// a gate, counters and an adder, and serves one group or, in turn, several. A charge pump, DACs, decoders and a controller are
/// shared. A lane makes one number after the other: SET, reads, RESET, register update.
/// Defaults marked "assumption" are choices of this project that no source gives.
/// </remarks>
public sealed record ArchitectureModel
{
    /// <summary>Lanes; 1 to 2^24; default 256, as in training.</summary>
    public int Lanes { get; init; } = 256;

    /// <summary>Groups of cells; at least the lanes; default 0 for one to each lane. In training every tensor has groups of its own.</summary>
    public long CellGroupCount { get; init; }

    /// <summary>Cells of a group, the width of a group write; 1 to 4096; default 32.</summary>
    public int CellsPerLane { get; init; } = 32;

    /// <summary>Bits of the longest stream, which a counter must hold; 1 to 4096; default 32.</summary>
    public int StreamLength { get; init; } = 32;

    /// <summary>Gates between cells and counters; default none.</summary>
    public StreamGates Gates { get; init; }

    /// <summary>Gates and counters of the passes; default null for a circuit that updates parameters.</summary>
    public ProductArray? Products { get; init; }

    /// <summary>Where the bits of updates come from; default cells; no streams at all for fixed point with stochastic rounding.</summary>
    public StreamSource UpdateSource { get; init; }

    /// <summary>Sense amplifiers, and so bits read at once, per lane; 1 to <see cref="CellsPerLane"/>; default 1 (assumption).</summary>
    public int SenseAmplifiersPerLane { get; init; } = 1;

    /// <summary>Clock f of the logic; Hz; 1 to 10^10; default 400 MHz, that of tsmc40lp-unarysim.</summary>
    public double ClockHertz { get; init; } = 400e6;

    /// <summary>Layout of a CBRAM cell; default 16F2 1T1R.</summary>
    public CellType Cell { get; init; } = CellType.Find("16f2");

    /// <summary>Device: switching law, Ron, Roff, widths and voltages of SET, RESET and read; endurance.</summary>
    public required CbramPreset Preset { get; init; }

    /// <summary>Distribution of the probabilities of SET pulses.</summary>
    public ProbabilityDistribution Probabilities { get; init; } = ProbabilityDistribution.MaximumEntropy(ProbabilityDistribution.MeasuredMean);

    /// <summary>Where weights and momentum live; default SRAM.</summary>
    public StorageKind Storage { get; init; } = StorageKind.Sram;

    /// <summary>Bits of the weight register of a parameter; default 16.</summary>
    public int WeightRegisterBits { get; init; } = 16;

    /// <summary>Bits of a momentum register; default 16; 0 without momentum.</summary>
    public int MomentumRegisterBits { get; init; } = 16;

    /// <summary>Momentum registers of a parameter; default 1; Adam has two, mean and scale.</summary>
    public int MomentumRegisters { get; init; } = 1;

    /// <summary>Parameters whose registers are stored; 0 leaves storage out; default LeNet-5's 61,706.</summary>
    public long Parameters { get; init; } = 61706;

    /// <summary>Lanes that share one DAC; default 256 (assumption).</summary>
    public int LanesPerDac { get; init; } = 256;

    /// <summary>NAND2 gates of the shared controller; default 2000 (assumption).</summary>
    public int ControllerGates { get; init; } = 2000;

    /// <summary>Gates of the controller that switch for a command to a lane (SET, RESET, read of a bit, update); default 20 (assumption).</summary>
    /// <remarks>The controller is clock-gated: waiting costs leakage only.</remarks>
    public int ControllerGatesPerCommand { get; init; } = 20;

    /// <summary>Share of energy that the charge pump delivers; above 0 to 1; default 0.5 (assumption).</summary>
    public double ChargePumpEfficiency { get; init; } = 0.5;

    /// <summary>Share of a RESET pulse in which the filament still conducts; 0 to 1; default 1, an upper bound.</summary>
    public double ResetConduction { get; init; } = 1;

    /// <summary>Capacitance of the word and bit lines that a lane charges for a pulse; fF; default 10 (assumption).</summary>
    public double LineFemtofarads { get; init; } = 10;

    /// <summary>Share of the chip that cells of logic and memory fill; above 0 to 1; default 1, a lower bound of the area.</summary>
    public double Utilisation { get; init; } = 1;

    /// <summary>Where between their bounds the components lie that the library lacks; default the geometric means.</summary>
    public BoundLevels BoundLevels { get; init; } = BoundLevels.Nominal;

    /// <summary>Whether one further lane makes the stream of the learning rate for all.</summary>
    public bool LearningRateStream { get; init; }

    /// <summary>Wire between a lane and its registers; mm per bit; default 0.1 (assumption).</summary>
    public double WireMillimetres { get; init; } = 0.1;

    /// <summary>Clock cycles that a register update takes after the last read of a number; default 2, read and write (assumption).</summary>
    public int UpdateCycles { get; init; } = 2;

    /// <summary>Whether cells make the bits of updates.</summary>
    public bool HasUpdateCells => Products is null && UpdateSource == StreamSource.OwnCells;

    /// <summary>Whether products of binary integers take the place of streams, in updates or passes.</summary>
    public bool IsBinary => (Products?.Source ?? UpdateSource) == StreamSource.Rounding;

    /// <summary>Groups of cells that work at a time: one to a lane, and that of the learning rate's stream.</summary>
    public long ActiveGroups => Lanes + (LearningRateStream ? 1 : 0);

    /// <summary>Groups of cells in all.</summary>
    public long CellGroups => Math.Max(CellGroupCount, Lanes) + (LearningRateStream ? 1 : 0);

    /// <summary>CBRAM cells that make streams.</summary>
    public long Cells => CellGroups * CellsPerLane;

    /// <summary>Bits that leave the cells at a time and meet a gate and a counter.</summary>
    public long BitPaths => (long)Lanes * SenseAmplifiersPerLane;

    /// <summary>Bits of the wider of a parameter's registers.</summary>
    public int RegisterBits => Math.Max(WeightRegisterBits, MomentumRegisterBits);

    /// <summary>Bits stored for all parameters.</summary>
    public long StoredBits => Parameters * (WeightRegisterBits + (MomentumRegisters * MomentumRegisterBits));

    /// <summary>Time slot of one SET pulse, the longest that the distribution asks for; s.</summary>
    public double SetSlotSeconds => Math.Max(
        Preset.PulseFor(Probabilities.Probabilities[0]).PulseWidthSeconds,
        Preset.PulseFor(Probabilities.Probabilities[^1]).PulseWidthSeconds);

    /// <summary>Time slot of one read, the longer of read pulse and clock period; s.</summary>
    public double ReadSlotSeconds => Math.Max(Preset.ReadPulseWidth.Value, 1.0 / ClockHertz);

    /// <summary>Energy of a lane's lines for a pulse, C (V_set^2 + V_reset^2) / 2 with V_set at the mean probability; J.</summary>
    public double LineJoules => 0.5e-15 * LineFemtofarads * (Square(SetVolts) + Square(Preset.ResetVoltage.Value));

    /// <summary>Drive at the mean probability; V.</summary>
    public double SetVolts => Preset.PulseFor(Probabilities.Mean).VoltageVolts;

    /// <summary>Mean current of the charge pump while all lanes pulse, the larger of SET and RESET; mA.</summary>
    /// <param name="cells">Energies of the cells.</param>
    public double PumpMilliamperes(CellEnergies cells)
    {
        double set = Attojoules.ToJoules(cells.SetAttojoules) / (SetVolts * SetSlotSeconds);
        double reset = Probabilities.Mean * ResetConduction * Math.Abs(Preset.ResetVoltage.Value) / Preset.OnResistance.Value;
        return 1e3 * ActiveGroups * CellsPerLane * Math.Max(set, reset);
    }

    /// <summary>The same circuit with SET and RESET pulses of a width.</summary>
    /// <param name="seconds">Width; s; 10^-12 to 1.</param>
    /// <exception cref="InputException">The width is out of range or carries the probability.</exception>
    public ArchitectureModel WithPulseWidth(double seconds)
    {
        if (!(seconds is >= 1e-12 and <= 1))
        {
            throw new InputException($"A pulse width of {seconds:G6} s cannot be used: give one from 1e-12 to 1 s, such as 1us.");
        }

        return Preset.SetPulseWidth is { } set
            ? this with
            {
                Preset = Preset with
                {
                    SetPulseWidth = set with { Value = seconds, Source = "given", Confidence = Confidence.Assumption },
                    ResetPulseWidth = Preset.ResetPulseWidth with { Value = seconds, Source = "as long as SET", Confidence = Confidence.Assumption },
                },
            }
            : throw new InputException($"The pulse width of {Preset.Name} carries the probability: leave it as it is.") { Setting = "pulse-width" };
    }

    /// <summary>Returns this circuit if all its numbers can be used.</summary>
    /// <exception cref="InputException">One is out of range.</exception>
    public ArchitectureModel Validated()
    {
        Require(Lanes is >= 1 and <= 1 << 24, "lanes", Lanes, "1 to 16777216");
        Require(CellsPerLane is >= 1 and <= 4096, "cells per lane", CellsPerLane, "1 to 4096");
        Require(CellGroupCount is >= 0 and <= 1_000_000_000_000, "groups of cells", CellGroupCount, "0 to 1e12");
        Require(StreamLength is >= 1 and <= 4096, "bits of a stream", StreamLength, "1 to 4096");
        Require(SenseAmplifiersPerLane >= 1 && SenseAmplifiersPerLane <= CellsPerLane, "sense amplifiers per lane", SenseAmplifiersPerLane,
            "1 to the cells per lane");
        Require(ClockHertz is >= 1 and <= 1e10, "clock in hertz", ClockHertz, "1 to 1e10");
        Require(WeightRegisterBits is >= 1 and <= 64, "bits of a weight register", WeightRegisterBits, "1 to 64");
        Require(MomentumRegisterBits is >= 0 and <= 64, "bits of a momentum register", MomentumRegisterBits, "0 to 64");
        Require(MomentumRegisters is >= 0 and <= 16, "momentum registers", MomentumRegisters, "0 to 16");
        Require(Parameters is >= 0 and <= 1_000_000_000_000, "parameters", Parameters, "0 to 1e12");
        Require(LanesPerDac >= 1, "lanes per DAC", LanesPerDac, "1 or more");
        Require(ControllerGates is >= 0 and <= 1_000_000_000, "gates of the controller", ControllerGates, "0 to 1e9");
        Require(
            ControllerGatesPerCommand >= 0 && ControllerGatesPerCommand <= ControllerGates, "gates of the controller per command",
            ControllerGatesPerCommand, "0 to its gates");
        Require(ChargePumpEfficiency is > 0 and <= 1, "efficiency of the charge pump", ChargePumpEfficiency, "more than 0 to 1");
        Require(ResetConduction is >= 0 and <= 1, "of a RESET pulse in which the filament conducts", ResetConduction, "0 to 1");
        Require(LineFemtofarads is >= 0 and <= 1e9, "femtofarads of word and bit lines", LineFemtofarads, "0 to 1e9");
        Require(Utilisation is > 0 and <= 1, "of the chip filled by cells", Utilisation, "more than 0 to 1");
        Require(WireMillimetres is >= 0 and <= 100, "millimetres of wire", WireMillimetres, "0 to 100");
        Require(Products is null or { Gates: >= 1 and <= 1 << 24 }, "gates of the passes", Products?.Gates ?? 0, "1 to 16777216");
        Require(
            Products is null or { WireMillimetres: > 0 and <= 1 }, "millimetres of wire per gate", Products?.WireMillimetres ?? 0,
            "more than 0 to 1");
        Require(UpdateCycles is >= 0 and <= 1000, "cycles of an update", UpdateCycles, "0 to 1000");
        return this;
    }

    private static double Square(double value) => value * value;

    private static void Require(bool condition, string what, double value, string range)
    {
        if (!condition)
        {
            throw new InputException($"{value:G9} {what} cannot be used: give {range}.");
        }
    }
}
