using System;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cbram.Tests;

[Trait("Kind", "Unit")]
public sealed class NonidealitiesTests
{
    private const string Names =
        "device-to-device, cycle-to-cycle, drive-bits, drive-offset, stuck-set, stuck-reset, residual-filament, read-disturb, wear, "
        + "table-spread, drive-drift, read-miss, line-drop, set-droop, temperature-drift";

    [Fact]
    public void None_HasEverythingOff()
    {
        Assert.True(Nonidealities.None.IsNone);
        Assert.Equal("none", Nonidealities.None.ToString());
        Assert.All(Nonidealities.Definitions, definition => Assert.Equal(0.0, definition.Get(Nonidealities.None)));
        Assert.Equal(Names, string.Join(", ", Nonidealities.Definitions.Select(d => d.Name)));
    }

    [Fact]
    public void Parse_AllNames_SetsEachProperty()
    {
        Nonidealities parsed = Nonidealities.Parse(
        [
            "device-to-device=0.3", "cycle-to-cycle = 0.2", "drive-bits=8", "drive-offset=-0.01", "stuck-set=1e-3",
            "stuck-reset=0.01", "residual-filament=1.5", "read-disturb=0.001", "wear=0.1", "table-spread=0.5", "drive-drift=0.02", "read-miss=0.01",
            "line-drop=0.05", "set-droop=0.04", "temperature-drift=1.5",
        ]);
        Nonidealities expected = new()
        {
            DeviceToDevice = 0.3,
            CycleToCycle = 0.2,
            DriveBits = 8,
            DriveOffsetVolts = -0.01,
            StuckSet = 0.001,
            StuckReset = 0.01,
            ResidualFilament = 1.5,
            ReadDisturb = 0.001,
            WearVolts = 0.1,
            TableSpread = 0.5,
            DriveDriftVolts = 0.02,
            ReadMiss = 0.01,
            LineDropVolts = 0.05,
            SetDroopVolts = 0.04,
            TemperatureDriftKelvins = 1.5,
        };
        Assert.Equal(expected, parsed);
        Assert.False(parsed.IsNone);
        Assert.Equal(parsed, Nonidealities.Parse(parsed.ToString().Split(' ')));
    }

    [Fact]
    public void With_Settings_KeepsTheOthers()
    {
        Nonidealities start = new() { DeviceToDevice = 0.3, StuckSet = 0.1 };
        Assert.Equal(new Nonidealities { DeviceToDevice = 0.3, DriveBits = 4 }, start.With(["stuck-set=0", "drive-bits=4"]));
    }

    [Fact]
    public void Parse_NegativeZero_IsOff() => Assert.True(Nonidealities.Parse(["drive-offset=-0", "wear=-0.0"]).IsNone);

    [Theory]
    [InlineData("device-to-device", "-0.1", "2.01")]
    [InlineData("cycle-to-cycle", "-0.1", "2.01")]
    [InlineData("drive-bits", "-1", "17")]
    [InlineData("drive-offset", "-0.51", "0.51")]
    [InlineData("stuck-set", "-0.1", "0.51")]
    [InlineData("stuck-reset", "-0.1", "0.51")]
    [InlineData("residual-filament", "-0.1", "5.1")]
    [InlineData("read-disturb", "-0.1", "0.11")]
    [InlineData("wear", "-0.1", "0.51")]
    [InlineData("drive-drift", "-0.1", "0.51")]
    [InlineData("read-miss", "-0.1", "0.51")]
    [InlineData("line-drop", "-0.1", "0.51")]
    [InlineData("set-droop", "-0.1", "0.51")]
    [InlineData("temperature-drift", "-0.1", "50.1")]
    public void Parse_OutOfRange_NamesTheRange(string name, string low, string high)
    {
        NonidealityDefinition definition = Nonidealities.Find(name);
        foreach (string value in (string[])[low, high, "NaN", "Infinity", "-Infinity"])
        {
            InputException exception = Assert.Throws<InputException>(() => Nonidealities.Parse([$"{name}={value}"]));
            Assert.StartsWith($"{name}={value} is out of range: give ", exception.Message, StringComparison.Ordinal);
            Assert.Contains($"from {definition.Minimum} to {definition.Maximum}, the {definition.Meaning}", exception.Message,
                StringComparison.Ordinal);
        }

        _ = Nonidealities.Parse([$"{name}={definition.Minimum}"]);
        _ = Nonidealities.Parse([$"{name}={definition.Maximum}"]);
    }

    [Theory]
    [InlineData("drive-bits=2.5", "drive-bits=2.5 is out of range: give a whole number from 0 to 16, the resolution in bits of the "
        + "converter over the drive range; 0 is off.")]
    [InlineData("device-to-device=5", "device-to-device=5 is out of range: give a number from 0 to 2, the standard deviation of ln tau from "
        + "cell to cell; 0 is off.")]
    [InlineData("device-to-device", "The non-ideality \"device-to-device\" has no value: write name=value, for example device-to-device=0.3.")]
    [InlineData("wear=", "wear= is not a number: write a value such as 0.3, with a decimal point.")]
    [InlineData("wear=0,1", "wear=0,1 is not a number: write a value such as 0.3, with a decimal point.")]
    [InlineData("Wear=0.1", "There is no non-ideality \"Wear\": use one of " + Names + ".")]
    [InlineData("=0.1", "There is no non-ideality \"\": use one of " + Names + ".")]
    public void Parse_BadSetting_SaysWhat(string setting, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Nonidealities.Parse([setting])).Message);

    [Fact]
    public void Parse_GivenTwice_SaysSo() => Assert.Equal(
        "wear is given twice: keep one of the two.",
        Assert.Throws<InputException>(() => Nonidealities.Parse(["wear=0.1", "wear=0.2"])).Message);

    [Fact]
    public void Parse_NoWorkingCellLeft_SaysSo() => Assert.Equal(
        "stuck-set and stuck-reset together leave no working cell: keep their sum below 1.",
        Assert.Throws<InputException>(() => Nonidealities.Parse(["stuck-set=0.5", "stuck-reset=0.5"])).Message);

    [Fact]
    public void Init_OutOfRange_Throws() =>
        Assert.Throws<InputException>(() => new Nonidealities { DeviceToDevice = double.NaN });

    [Fact]
    public void Parse_EffectWithItsOwnSeed_KeepsAndPrintsIt()
    {
        Nonidealities parsed = Nonidealities.Parse(
            ["device-to-device=0.3@7", "stuck-set=0.01@18446744073709551615", "stuck-reset=0.02", "drive-drift=0.01@9"]);
        Assert.Equal(9UL, parsed.DriveDriftSeed);
        Assert.Equal(7UL, parsed.DeviceToDeviceSeed);
        Assert.Equal(ulong.MaxValue, parsed.StuckSetSeed);
        Assert.Null(parsed.StuckResetSeed);
        Assert.Equal(parsed, Nonidealities.Parse(parsed.ToString().Split(' ')));
    }

    [Theory]
    [InlineData("cycle-to-cycle=0.3@7", "no seed of its own")]
    [InlineData("device-to-device=0.3@x", "not a whole number")]
    [InlineData("device-to-device=0.3@", "not a whole number")]
    public void Parse_SeedThatCannotBe_SaysSo(string setting, string words) =>
        Assert.Contains(words, Assert.Throws<InputException>(() => Nonidealities.Parse([setting])).Message, System.StringComparison.Ordinal);
}
