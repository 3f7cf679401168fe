using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Sessions;
using ScEdge.Silicon.Spice;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge silicon characterise</c>: a cell library at another threshold or supply.
/// </summary>
internal static class SiliconCharacteriseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> models = SpiceOptions.Models();
        Option<string> threshold = SpiceOptions.Threshold();
        Option<double> supply = SpiceOptions.Supply();
        Option<string> liberty = new("--liberty")
        {
            HelpName = "FILE", Description = "Cell library that gives areas, pins and functions, as Liberty text.", Required = true,
        };
        Option<string> netlist = new("--netlist")
        {
            HelpName = "FILE", Description = "The cells' transistors, one subcircuit to a cell, models named NMOS_... and PMOS_....", Required = true,
        };
        Option<string?> cells = new("--cells")
        {
            HelpName = "NAMES", Description = "Names of cells, separated by commas. [default: the 43 that the circuits are made of]",
        };
        Option<string?> file = new("--out") { HelpName = "FILE", Description = "The Liberty file to write. [default: none, ratios are only shown]" };
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("characterise", "Characterise cells in ngspice at another threshold or supply, as a new Liberty library.")
        {
            Details = "Needs ngspice; cell library, netlists and model cards are yours to bring. Figures are shown as ratios to the library given.",
            Examples =
            [
                new("silicon characterise --models cards --netlist cells.spi --liberty cells.lib --out vth-0v9.lib", "high threshold, 0.9 V"),
                new(
                    "silicon characterise --models cards --netlist cells.spi --liberty cells.lib --threshold VTL --supply 1.1",
                    "the same method where the library itself was made"),
                new("silicon --liberty vth-0v9.lib", "the circuit in these cells"),
            ],
        };
        foreach (Option option in new Option[] { liberty, netlist, models, threshold, supply, cells, file, json })
        {
            command.Add(option);
        }

        command.SetAction(parse => new CharacteriseSession(
            parse.GetRequiredValue(models), new SpiceCorner(parse.GetRequiredValue(threshold), SpiceOptions.Checked(parse.GetRequiredValue(supply))))
            .Run(
                parse.GetRequiredValue(liberty), parse.GetRequiredValue(netlist), parse.GetValue(cells)?.Split(',').ToList(), parse.GetValue(file),
                parse.GetValue(json), new CommandOutput(parse)));
        return command;
    }
}
