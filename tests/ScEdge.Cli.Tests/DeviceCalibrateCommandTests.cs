using System;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

public sealed class DeviceCalibrateCommandTests
{
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData("jo2009", "1/32")]
    [InlineData("gaba2013", "1/32")]
    [InlineData("ideal", "1/40")]
    public void Calibrate_SoundCell_ShowsACurveWithinItsBounds(string preset, string tolerance)
    {
        JsonElement json = Run("--cbram", preset, "--tolerance", tolerance, "--json").Json;

        Assert.True(json.GetProperty("simulated").GetBoolean());
        Assert.Equal("none", json.GetProperty("fault").GetString());
        JsonElement[] curve = [.. json.GetProperty("curve").EnumerateArray()];
        Assert.Equal(15, curve.Length);
        Assert.All(curve, point => Assert.InRange(Math.Abs(point.GetProperty("error").GetDouble()), 0, point.GetProperty("bound").GetDouble()));
        int[] millivolts = [.. curve.Select(point => (int)Math.Round(1e3 * point.GetProperty("voltage_volts").GetDouble()))];
        Assert.Equal(millivolts.Order(), millivolts);

        // 64 bits are drawn before the first of the judgements at each of nine nodes.
        Assert.True(json.GetProperty("set_pulses").GetInt64() > 9 * 64);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Calibrate_Text_SaysThatItIsSimulatedAndIsRepeatable()
    {
        string text = Run("--tolerance", "1/32").Output;

        Assert.StartsWith("SIMULATED: no hardware took part. A cell of jo2009 ", text, StringComparison.Ordinal);
        Assert.Contains("Largest error ", text, StringComparison.Ordinal);
        Assert.Equal(text, Run("--tolerance", "1/32").Output);
        Assert.NotEqual(text, Run("--tolerance", "1/32", "--seed", "2").Output);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("stuck-set", "stuck set. RESET does not open it")]
    [InlineData("stuck-reset", "stuck reset. The strongest SET allowed does not close it")]
    [InlineData("disconnected", "disconnected. It carries no current in either state")]
    [InlineData("reversed", "reversed. It closes on RESET and opens on SET")]
    public void Calibrate_FaultyCell_IsNamed(string fault, string words)
    {
        Assert.Contains("The cell cannot be calibrated: " + words, Run("--fault", fault).Output, StringComparison.Ordinal);
        JsonElement json = Run("--fault", fault, "--json").Json;
        Assert.Equal(fault, json.GetProperty("fault").GetString());
        Assert.Empty(json.GetProperty("curve").EnumerateArray());
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("0", "A tolerance of 0 cannot be used: ")]
    [InlineData("1/2", "A tolerance of 0.5 cannot be used: ")]
    public void Calibrate_Tolerance_OutOfRangeIsNamedInASentence(string tolerance, string start) =>
        Assert.StartsWith(start, Assert.Throws<InputException>(() => Run("--tolerance", tolerance)).Message, StringComparison.Ordinal);

    private static CommandInvocation Run(params string[] arguments) => CommandInvocation.Run(DeviceCalibrateCommand.Create(), arguments);
}
