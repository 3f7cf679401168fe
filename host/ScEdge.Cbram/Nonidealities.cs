using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cbram;

/// <summary>
/// Everything in which real cells and their drive depart from the switching law; all off by default.
/// </summary>
/// <remarks>
/// Spreads of tau are lognormal with the nominal tau as their median: tau' = tau exp(sigma z), z standard normal. All
/// effects except stuck cells and wrong reads are factors on the hazard h = T / tau of a pulse, so in volts they are
/// shifts by V0 ln(factor). A value out of range throws <see cref="InputException"/> wherever it is set.
/// </remarks>
public sealed record Nonidealities
{
    private static readonly NonidealityDefinition DeviceToDeviceDefinition = new(
        "device-to-device", 2.0, "standard deviation of ln tau from cell to cell",
        n => n.DeviceToDevice, (n, value) => n with { DeviceToDevice = value })
    {
        SeedOf = n => n.DeviceToDeviceSeed,
        WithSeed = (n, seed) => n with { DeviceToDeviceSeed = seed },
    };

    private static readonly NonidealityDefinition CycleToCycleDefinition = new(
        "cycle-to-cycle", 2.0, "standard deviation of ln tau from pulse to pulse",
        n => n.CycleToCycle, (n, value) => n with { CycleToCycle = value });

    private static readonly NonidealityDefinition DriveBitsDefinition = new(
        "drive-bits", 16.0, "resolution in bits of the converter over the drive range",
        n => n.DriveBits, (n, value) => n with { DriveBits = (int)value })
    {
        WholeNumber = true,
    };

    private static readonly NonidealityDefinition DriveOffsetDefinition = new(
        "drive-offset", 0.5, "volts added to every SET pulse",
        n => n.DriveOffsetVolts, (n, value) => n with { DriveOffsetVolts = value })
    {
        Minimum = -0.5,
    };

    private static readonly NonidealityDefinition StuckSetDefinition = new(
        "stuck-set", 0.5, "fraction of cells that always read one",
        n => n.StuckSet, (n, value) => n with { StuckSet = value })
    {
        SeedOf = n => n.StuckSetSeed,
        WithSeed = (n, seed) => n with { StuckSetSeed = seed },
    };

    private static readonly NonidealityDefinition StuckResetDefinition = new(
        "stuck-reset", 0.5, "fraction of cells that always read zero",
        n => n.StuckReset, (n, value) => n with { StuckReset = value })
    {
        SeedOf = n => n.StuckResetSeed,
        WithSeed = (n, seed) => n with { StuckResetSeed = seed },
    };

    private static readonly NonidealityDefinition ResidualFilamentDefinition = new(
        "residual-filament", 5.0, "increase of the ln of the hazard for the pulse after one that switched",
        n => n.ResidualFilament, (n, value) => n with { ResidualFilament = value });

    private static readonly NonidealityDefinition ReadDisturbDefinition = new(
        "read-disturb", 0.1, "probability that a read sets a cell that the pulse left reset",
        n => n.ReadDisturb, (n, value) => n with { ReadDisturb = value });

    private static readonly NonidealityDefinition WearDefinition = new(
        "wear", 0.5, "rise of the SET voltage in volts when the rated endurance is used up",
        n => n.WearVolts, (n, value) => n with { WearVolts = value });

    private static readonly NonidealityDefinition TableSpreadDefinition = new(
        "table-spread", 2.0, "factor on the spread from cell to cell that a preset's table of waits has",
        n => n.TableSpread, (n, value) => n with { TableSpread = value })
    {
        SeedOf = n => n.TableSpreadSeed,
        WithSeed = (n, seed) => n with { TableSpreadSeed = seed },
    };

    private static readonly NonidealityDefinition DriveDriftDefinition = new(
        "drive-drift", 0.5, "standard deviation in volts of a slow drift of the drive that all cells share",
        n => n.DriveDriftVolts, (n, value) => n with { DriveDriftVolts = value })
    {
        SeedOf = n => n.DriveDriftSeed,
        WithSeed = (n, seed) => n with { DriveDriftSeed = seed },
    };

    private static readonly NonidealityDefinition ReadMissDefinition = new(
        "read-miss", 0.5, "probability that a read finds a cell reset that the pulse had switched",
        n => n.ReadMiss, (n, value) => n with { ReadMiss = value });

    private static readonly NonidealityDefinition LineDropDefinition = new(
        "line-drop", 0.5, "volts that the last cell of a lane has less than the first, the others in proportion to their place",
        n => n.LineDropVolts, (n, value) => n with { LineDropVolts = value });

    private static readonly NonidealityDefinition SetDroopDefinition = new(
        "set-droop", 0.5, "volts by which the drive of a lane droops in a SET pulse once all its cells conduct, less while fewer do",
        n => n.SetDroopVolts, (n, value) => n with { SetDroopVolts = value });

    private static readonly NonidealityDefinition TemperatureDriftDefinition = new(
        "temperature-drift", 50.0, "standard deviation in kelvins of a temperature that all cells share, drifting as drive-drift does",
        n => n.TemperatureDriftKelvins, (n, value) => n with { TemperatureDriftKelvins = value })
    {
        SeedOf = n => n.TemperatureDriftSeed,
        WithSeed = (n, seed) => n with { TemperatureDriftSeed = seed },
    };

    /// <summary>Every effect off.</summary>
    public static Nonidealities None { get; } = new();

    /// <summary>The effects in the order in which they are listed and printed.</summary>
    public static IReadOnlyList<NonidealityDefinition> Definitions { get; } =
    [
        DeviceToDeviceDefinition, CycleToCycleDefinition, DriveBitsDefinition, DriveOffsetDefinition, StuckSetDefinition,
        StuckResetDefinition, ResidualFilamentDefinition, ReadDisturbDefinition, WearDefinition, TableSpreadDefinition,
        DriveDriftDefinition, ReadMissDefinition, LineDropDefinition, SetDroopDefinition, TemperatureDriftDefinition,
    ];

    /// <summary>Standard deviation of ln tau from cell to cell, 0..2; a cell keeps its value for life.</summary>
    public double DeviceToDevice { get; init => field = DeviceToDeviceDefinition.Checked(value); }

    /// <summary>Seed of the draw of each cell's tau; null takes the device seed of the run.</summary>
    public ulong? DeviceToDeviceSeed { get; init; }

    /// <summary>Standard deviation of ln tau from pulse to pulse, 0..2; drawn anew for every pulse.</summary>
    public double CycleToCycle { get; init => field = CycleToCycleDefinition.Checked(value); }

    /// <summary>
    /// Resolution of the converter that sets the drive, 1..16 bits; 0 for a drive without steps.
    /// </summary>
    /// <remarks>
    /// Equal steps of voltage over the drive range, which reaches from the voltage of p = 2^-16 to that of 1 - 2^-16.
    /// </remarks>
    public int DriveBits { get; init => field = (int)DriveBitsDefinition.Checked(value); }

    /// <summary>Volts added to every SET pulse, -0.5..0.5; multiplies every hazard by exp(offset / V0).</summary>
    public double DriveOffsetVolts { get; init => field = DriveOffsetDefinition.Checked(value); }

    /// <summary>Fraction of cells that always read one, 0..0.5.</summary>
    public double StuckSet
    {
        get;
        init
        {
            field = StuckSetDefinition.Checked(value);
            CheckStuckCells();
        }
    }

    /// <summary>Seed of the draw of the cells that always read one; null takes the device seed of the run.</summary>
    public ulong? StuckSetSeed { get; init; }

    /// <summary>Fraction of cells that always read zero, 0..0.5.</summary>
    public double StuckReset
    {
        get;
        init
        {
            field = StuckResetDefinition.Checked(value);
            CheckStuckCells();
        }
    }

    /// <summary>Seed of the draw of the cells that always read zero; null takes the device seed of the run.</summary>
    public ulong? StuckResetSeed { get; init; }

    /// <summary>
    /// Increase of ln h for the pulse that follows a SET of the same cell, 0..5: RESET left a stub of the filament.
    /// </summary>
    public double ResidualFilament { get; init => field = ResidualFilamentDefinition.Checked(value); }

    /// <summary>Probability that a read (or a half-select) sets a cell that the pulse left reset, 0..0.1 per read.</summary>
    public double ReadDisturb { get; init => field = ReadDisturbDefinition.Checked(value); }

    /// <summary>
    /// Rise of the SET voltage when the rated endurance is used up, 0..0.5 V.
    /// </summary>
    /// <remarks>
    /// The drift is proportional to the cycles used: dV = wear x cycles / endurance, and goes on beyond the rated life.
    /// A drive that does not know of it loses dV, so every hazard is multiplied by exp(-dV / V0).
    /// </remarks>
    public double WearVolts { get; init => field = WearDefinition.Checked(value); }

    /// <summary>Factor on the spread of ln tau from cell to cell that the preset's table of waits has at each voltage, 0..2.</summary>
    /// <remarks>Adds to <see cref="DeviceToDevice"/> as independent deviations do; a cell that is strong is so at every voltage.</remarks>
    public double TableSpread { get; init => field = TableSpreadDefinition.Checked(value); }

    /// <summary>Seed of the draw of each cell's tau by the table; null takes that of device-to-device.</summary>
    public ulong? TableSpreadSeed { get; init; }

    /// <summary>Standard deviation of a slow drift of the drive that all cells share, 0..0.5 V.</summary>
    /// <remarks>
    /// What supply, pump and temperature do alike to all cells at once: noise that goes about as 1 / f over 64 to 8192 steps, the same for the
    /// updates and the passes of a step; every hazard is multiplied by exp(drift / V0). Temperature has <see cref="TemperatureDriftKelvins"/>.
    /// </remarks>
    public double DriveDriftVolts { get; init => field = DriveDriftDefinition.Checked(value); }

    /// <summary>Seed of the drift; null takes the device seed of the run.</summary>
    public ulong? DriveDriftSeed { get; init; }

    /// <summary>Probability that a read finds a cell reset that the pulse had switched, 0..0.5.</summary>
    /// <remarks>
    /// Its filament has dissolved between SET and READ, its resistance is on the wrong side of the sense amplifier's threshold, or telegraph
    /// noise has put it there. Such a cell gets no RESET of its own.
    /// </remarks>
    public double ReadMiss { get; init => field = ReadMissDefinition.Checked(value); }

    /// <summary>Volts that the last cell of a lane has less than the first, 0..0.5; the others lose in proportion to their place.</summary>
    /// <remarks>
    /// Resistance of the line, or a gradient over the die. In serial write all pulses go to the first cell, which loses nothing. Not together with
    /// <see cref="DeviceToDevice"/> or <see cref="TableSpread"/>: cells have one class each.
    /// </remarks>
    public double LineDropVolts { get; init => field = LineDropDefinition.Checked(value); }

    /// <summary>Volts by which the drive of a lane droops in a SET pulse once all its cells conduct, 0..0.5; before that in proportion.</summary>
    /// <remarks>
    /// Resistance R of the lane's driver and line: R K I of K cells that a transistor holds at a current I once they have switched. The mean of many
    /// cells: dH/dh = exp(-a (1 - exp(-H))) with a = droop / V0, h the wanted hazard and H the one that is reached. No effect in serial write, which
    /// pulses one cell at a time. Only for waits of two constants that are exponential, with a driver that knows them.
    /// </remarks>
    public double SetDroopVolts { get; init => field = SetDroopDefinition.Checked(value); }

    /// <summary>Standard deviation of a temperature that all cells share, about 300 K, 0..50 K.</summary>
    /// <remarks>
    /// It drifts as <see cref="DriveDriftVolts"/> does and is a drift of the drive by the preset's <see cref="CbramPreset.VoltsPerKelvin"/>; beside
    /// that one the variances add.
    /// </remarks>
    public double TemperatureDriftKelvins { get; init => field = TemperatureDriftDefinition.Checked(value); }

    /// <summary>Seed of the temperature's drift; null takes that of drive-drift, which must not differ where both are on.</summary>
    public ulong? TemperatureDriftSeed { get; init; }

    /// <summary>Whether every effect is off.</summary>
    public bool IsNone => this == None;

    /// <summary>Reads settings of the form <c>name=value</c> or <c>name=value@seed</c>, starting from no effects.</summary>
    /// <exception cref="InputException">A setting cannot be understood, is given twice, or is out of range.</exception>
    public static Nonidealities Parse(IEnumerable<string> settings) => None.With(settings);

    /// <summary>Returns these effects changed by settings of the form <c>name=value</c>; <c>name=0</c> turns one off.</summary>
    /// <remarks>An effect that is drawn apart from the pulses may have a seed of its own: <c>name=value@seed</c>.</remarks>
    /// <exception cref="InputException">A setting cannot be understood, is given twice, or is out of range.</exception>
    public Nonidealities With(IEnumerable<string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Nonidealities result = this;
        HashSet<string> seen = [];
        foreach (string setting in settings)
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw new InputException(
                    $"The non-ideality \"{setting}\" has no value: write name=value, for example device-to-device=0.3.");
            }

            NonidealityDefinition definition = Find(setting[..equals].Trim());
            string[] parts = setting[(equals + 1)..].Split('@');
            string text = parts[0].Trim();
            if (!seen.Add(definition.Name))
            {
                throw new InputException($"{definition.Name} is given twice: keep one of the two.");
            }

            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                throw new InputException(
                    $"{definition.Name}={text} is not a number: write a value such as 0.3, with a decimal point.");
            }

            result = definition.Set(result, value);
            if (parts.Length > 1)
            {
                result = WithSeed(result, definition, string.Join('@', parts[1..]).Trim());
            }
        }

        return result;
    }

    /// <summary>Finds an effect by its name.</summary>
    /// <exception cref="InputException">There is no such effect; the sentence lists those there are.</exception>
    public static NonidealityDefinition Find(string name) =>
        Definitions.FirstOrDefault(definition => definition.Name == name)
            ?? throw new InputException(
                $"There is no non-ideality \"{name}\": use one of {string.Join(", ", Definitions.Select(d => d.Name))}.");

    /// <summary>The effects that are on as <c>name=value</c>, separated by blanks; "none" where all are off.</summary>
    public override string ToString()
    {
        string[] settings =
        [
            .. from definition in Definitions
               let value = definition.Get(this)
               where value != 0.0
               select string.Create(CultureInfo.InvariantCulture, $"{definition.Name}={value:R}{SeedText(definition)}"),
        ];
        return settings.Length == 0 ? "none" : string.Join(' ', settings);
    }

    private static Nonidealities WithSeed(Nonidealities nonidealities, NonidealityDefinition definition, string text)
    {
        if (definition.WithSeed is null)
        {
            throw new InputException(
                $"{definition.Name} draws nothing that lasts, so it has no seed of its own: leave @{text} out.");
        }

        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? definition.WithSeed(nonidealities, seed)
            : throw new InputException($"The seed of {definition.Name}, \"{text}\", is not a whole number: write, for example, "
            + $"{definition.Name}=0.1@7.");
    }

    private string SeedText(NonidealityDefinition definition) =>
        definition.SeedOf?.Invoke(this) is { } seed ? string.Create(CultureInfo.InvariantCulture, $"@{seed}") : "";

    private void CheckStuckCells()
    {
        if (StuckSet + StuckReset >= 1.0)
        {
            throw new InputException(
                "stuck-set and stuck-reset together leave no working cell: keep their sum below 1.");
        }
    }
}
