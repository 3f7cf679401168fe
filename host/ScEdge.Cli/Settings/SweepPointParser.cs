using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Parsing;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Cli.Settings;

/// <summary>
/// Checks points of a sweep by the parser of <c>train</c>, which knows every setting and what goes together.
/// </summary>
internal sealed class SweepPointParser
{
    private static readonly Func<TrainSetting, bool> Every = static _ => true;

    // A parser is made once for all points: a plan may have a million.
    private readonly TrainArguments _arguments = new("sweep", Every, defaultSeeds: [1]);
    private readonly RootCommand _train = new();
    private readonly string[] _names = [.. TrainSettings.Create().Select(static setting => setting.Option.Name[2..]), "nonideality"];

    public SweepPointParser() => _arguments.AddTo(_train);

    /// <summary>Returns the training of a point from one seed.</summary>
    /// <exception cref="InputException">The point cannot be trained.</exception>
    public SweepTraining Read(SweepPoint point, ulong seed)
    {
        RequireSettings(point);
        ParseResult parse = _train.Parse(point.Arguments);
        if (parse.Errors.Count > 0)
        {
            throw new InputException($"The point {point.Name} cannot be trained: {parse.Errors[0].Message}");
        }

        try
        {
            TrainInvocation invocation = _arguments.Read(parse);
            invocation.Request.Options.Validate();
            string command = $"scedge train {string.Join(' ', point.Arguments.Select(CommandText.Quote))}";
            return new SweepTraining(point, invocation.Request with { CommandLine = $"{command} --seed {seed}" }, seed);
        }
        catch (InputException exception)
        {
            throw new InputException($"The point {point.Name} cannot be trained: {exception.Message}", exception);
        }
    }

    /// <summary>Returns the training of the same point from another seed.</summary>
    public static SweepTraining Another(SweepTraining training, ulong seed)
    {
        string own = $" --seed {training.Seed}";
        string command = training.Request.CommandLine[..^own.Length];
        return training with { Request = training.Request with { CommandLine = $"{command} --seed {seed}" }, Seed = seed };
    }

    /// <summary>Refuses names that are no settings: seeds, folders and threads are the sweep's.</summary>
    private void RequireSettings(SweepPoint point)
    {
        IReadOnlyList<string> arguments = point.Arguments;
        string? unknown = arguments
            .Where(static (_, index) => index % 2 == 0).Select(static name => name[2..]).FirstOrDefault(name => !_names.Contains(name));
        if (unknown is not null)
        {
            throw new InputException($"\"{unknown}\" is no setting of train: use {string.Join(", ", _names)}.");
        }
    }
}
