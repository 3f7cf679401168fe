using System;
using System.CommandLine;
using ScEdge.Cli.Parsing;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Settings;

/// <summary>
/// One setting of a run as an option of the command line.
/// </summary>
internal sealed class TrainSetting
{
    private readonly Func<ParseResult, TrainingOptions, TrainingOptions> _apply;
    private readonly Func<TrainingOptions, string> _text;
    private readonly Func<TrainingOptions, bool> _isUsed;

    /// <summary>Joins an option with the setting that it changes.</summary>
    /// <param name="option">The option; its description gets the default appended.</param>
    /// <param name="apply">Returns the settings with the option's value, which was given.</param>
    /// <param name="text">Returns the setting's value as a user would write it.</param>
    /// <param name="isUsed">Returns whether the optimiser of the settings uses this one.</param>
    public TrainSetting(
        Option option, Func<ParseResult, TrainingOptions, TrainingOptions> apply, Func<TrainingOptions, string> text,
        Func<TrainingOptions, bool> isUsed)
    {
        Option = option;
        _apply = apply;
        _text = text;
        _isUsed = isUsed;
    }

    /// <summary>Gets the option.</summary>
    public Option Option { get; }

    /// <summary>Returns whether the command line gives the option.</summary>
    public bool IsGiven(ParseResult result) => result.IsGiven(Option);

    /// <summary>Returns the settings with what the command line gives for this one.</summary>
    public TrainingOptions Apply(ParseResult result, TrainingOptions options) =>
        IsGiven(result) ? _apply(result, options) : options;

    /// <summary>Returns whether the optimiser of the settings uses this one.</summary>
    public bool IsUsed(TrainingOptions options) => _isUsed(options);

    /// <summary>Returns the setting's value as a user would write it.</summary>
    public string Text(TrainingOptions options) => _text(options);
}
