using System.Collections.Generic;
using System.CommandLine;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Parsing;
using ScEdge.FrontEnd;
using ScEdge.Input;

namespace ScEdge.Cli.Calibration;

/// <summary>
/// The options that say what a simulated cell is and how closely it is calibrated.
/// </summary>
internal sealed class SimulatedCellOptions
{
    // Below, a calibration takes more pulses than cells endure; above, CalibrationTable gives no bound.
    private const double SmallestTolerance = 1.0 / 256;
    private const double LargestTolerance = 1.0 / 32;

    private readonly Option<string> _cbram = new("--cbram")
    {
        HelpName = "NAME|FILE", Description = "Device of the simulated cell, see scedge presets.", DefaultValueFactory = static _ => "jo2009",
    };

    private readonly Option<string> _fault = new("--fault")
    {
        HelpName = string.Join('|', ConditionText.All.Keys),
        Description = "What is wrong with the simulated cell.",
        CustomParser = static result => ValueParser.Choice(result, ConditionText.All.Keys),
        DefaultValueFactory = static _ => "none",
    };

    private readonly Option<double> _tolerance = new("--tolerance")
    {
        HelpName = "P",
        Description = "Largest error of the simulated cell's probability at the nine voltages that are kept, such as 1/32.",
        CustomParser = ValueParser.Number,
        DefaultValueFactory = static _ => LargestTolerance,
    };

    private readonly Option<int> _seed = new("--seed")
    {
        HelpName = "N",
        Description = "Seed of the simulation's switching and noise.",
        CustomParser = ValueParser.Whole,
        DefaultValueFactory = static _ => 1,
    };

    /// <summary>Makes the options.</summary>
    public SimulatedCellOptions()
    {
        foreach (CbramPreset preset in PresetCatalog.BuiltIn)
        {
            _cbram.CompletionSources.Add(preset.Name);
        }

        _fault.CompletionSources.Add([.. ConditionText.All.Keys]);
    }

    /// <summary>Gets the options.</summary>
    public IReadOnlyList<Option> All => [_cbram, _fault, _tolerance, _seed];

    /// <summary>Returns how the cell is.</summary>
    public CellCondition Condition(ParseResult parse) => ConditionText.All[parse.GetRequiredValue(_fault)];

    /// <summary>Calibrates the cell.</summary>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public CalibrationOutcome Calibrate(ParseResult parse)
    {
        double tolerance = parse.GetValue(_tolerance);
        return tolerance is >= SmallestTolerance and <= LargestTolerance
            ? CalibrationSession.Run(PresetCatalog.Resolve(parse.GetRequiredValue(_cbram)), Condition(parse), tolerance, parse.GetValue(_seed))
            : throw new InputException($"A tolerance of {tolerance} cannot be used: give --tolerance a number from 1/256 to 1/32.");
    }
}
