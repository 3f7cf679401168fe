using System.CommandLine;
using ScEdge.Cli.Parsing;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// Options of the commands that simulate transistors.
/// </summary>
internal static class SpiceOptions
{
    private const double LeastVolts = 0.3;
    private const double MostVolts = 2;

    /// <summary>Makes the option for the folder of model cards.</summary>
    public static Option<string> Models() => new("--models")
    {
        HelpName = "DIR",
        Description = "Model cards named as FreePDK45's, models_nom/NMOS_VTH.inc and so on, in this folder or below it.",
        Required = true,
    };

    /// <summary>Makes the option for the threshold family.</summary>
    public static Option<string> Threshold()
    {
        string[] families = ["VTH", "VTG", "VTL"];
        Option<string> option = new("--threshold")
        {
            HelpName = string.Join('|', families),
            Description = "Core transistors: of high, general or low threshold.",
            CustomParser = result => ValueParser.Choice(result, families),
            DefaultValueFactory = _ => families[0],
        };
        option.CompletionSources.Add(families);
        return option;
    }

    /// <summary>Makes the option for the supply.</summary>
    public static Option<double> Supply() => new("--supply")
    {
        HelpName = "V",
        Description = "Supply of the core in V, 0.3 to 2.",
        CustomParser = ValueParser.Number,
        DefaultValueFactory = static _ => 0.9,
    };

    /// <summary>Returns a supply that can be simulated.</summary>
    public static double Checked(double volts) => volts is >= LeastVolts and <= MostVolts ? volts
        : throw new InputException("The supply must lie between 0.3 and 2 V.") { Setting = "supply" };
}
