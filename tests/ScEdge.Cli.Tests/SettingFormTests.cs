using System.Linq;
using ScEdge.Cli.Serving;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class SettingFormTests
{
    // What a form leaves empty is not given to the command, which then trains as it does without options.
    [Theory]
    [InlineData("passes", "stochastic")]
    [InlineData("pass-length", "256/32/32")]
    [InlineData("optimizer", "sc-momentum")]
    [InlineData("epochs", "3")]
    public void All_DefaultOfASetting_IsWhatTheCommandTakesWithoutIt(string name, string value) =>
        Assert.Equal(value, SettingForm.All().Single(one => one.Name == name).Default);
}
