using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Cbram.Tests.Simulation;

/// <summary>
/// One CBRAM cell in continuous time: draws the wait for every SET pulse, with RESET after each.
/// </summary>
/// <remarks>
/// <para>The wait at constant voltage is tau E exp(s), E exponential of mean 1. s is the cell's own deviation plus the
/// pulse's, minus the drive offset over V0, minus the residual filament if the previous pulse switched.</para>
/// <para>This is the physical reference of the tests; the bits of a training run come from the integer model,
/// ScEdge.Stochastic.Cbram.CellBank. Only what acts on the wait is simulated here: converters, stuck cells, read
/// disturb and wear are refused.</para>
/// </remarks>
internal sealed class DeviceSimulation
{
    private const uint CellStep = 0;

    private readonly SwitchingLaw law;
    private readonly Nonidealities nonidealities;
    private readonly ulong seed;
    private readonly uint cell;
    private readonly double cellDeviation;
    private uint pulses;

    /// <summary>Makes a cell.</summary>
    /// <param name="law">Law of the nominal cell.</param>
    /// <param name="nonidealities">Departures from it: the spreads, the drive offset, the residual filament.</param>
    /// <param name="seed">Seed of the experiment.</param>
    /// <param name="cell">Index of the cell: cells of one seed are independent.</param>
    /// <exception cref="ArgumentException">An effect is on that this simulation does not have.</exception>
    public DeviceSimulation(SwitchingLaw law, Nonidealities nonidealities, ulong seed, uint cell)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(nonidealities);
        Nonidealities others = nonidealities with
        {
            DeviceToDevice = 0.0,
            CycleToCycle = 0.0,
            DriveOffsetVolts = 0.0,
            ResidualFilament = 0.0,
        };
        if (!others.IsNone)
        {
            throw new ArgumentException($"A cell in continuous time does not have {others}.", nameof(nonidealities));
        }

        this.law = law;
        this.nonidealities = nonidealities;
        this.seed = seed;
        this.cell = cell;
        cellDeviation = nonidealities.DeviceToDevice * Normal(CounterGenerator.Key(seed, cell, CellStep), 0);
    }

    /// <summary>Whether the last pulse switched the cell.</summary>
    public bool HasSwitched { get; private set; }

    /// <summary>Applies a SET pulse to the reset cell; the next one finds it reset again.</summary>
    /// <param name="pulse">Voltage wanted at the cell, and width.</param>
    public PulseOutcome Apply(SetPulse pulse)
    {
        ulong key = CounterGenerator.Key(seed, cell, CellStep + ++pulses);
        double deviation = cellDeviation;
        if (nonidealities.CycleToCycle > 0.0)
        {
            deviation += nonidealities.CycleToCycle * Normal(key, 2);
        }

        if (HasSwitched)
        {
            deviation -= nonidealities.ResidualFilament;
        }

        double tau = law.TauSeconds(pulse.VoltageVolts + nonidealities.DriveOffsetVolts);
        double waiting = tau * -Math.Log(Uniform(key, 0)) * Math.Exp(deviation);
        HasSwitched = waiting < pulse.PulseWidthSeconds;
        return new PulseOutcome(HasSwitched, waiting);
    }

    /// <summary>Uniform on the open interval 0..1, from two words.</summary>
    private static double Uniform(ulong key, uint counter)
    {
        ulong high = CounterGenerator.Word((uint)key, (uint)(key >> 32), 2 * counter);
        ulong low = CounterGenerator.Word((uint)key, (uint)(key >> 32), (2 * counter) + 1);
        return (((high << 32 | low) >> 12) + 0.5) * (1.0 / (1UL << 52));
    }

    /// <summary>Standard normal by Box and Muller, from the uniform numbers at a counter and the next.</summary>
    private static double Normal(ulong key, uint counter) =>
        Math.Sqrt(-2.0 * Math.Log(Uniform(key, counter))) * Math.Cos(2.0 * Math.PI * Uniform(key, counter + 1));
}

/// <summary>What a SET pulse did to the simulated cell.</summary>
/// <param name="Switched">Whether the cell switched during the pulse.</param>
/// <param name="WaitingTimeSeconds">Time until it switched, or would have under a longer pulse, in seconds.</param>
internal readonly record struct PulseOutcome(bool Switched, double WaitingTimeSeconds);
