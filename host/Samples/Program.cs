using System;
using System.Collections.Generic;
using System.IO;

namespace ScEdge.Samples;

/// <summary>
/// Runs the sample that the command line names.
/// </summary>
public static class Program
{
    private static readonly Dictionary<string, Action<TextWriter>> Samples = new()
    {
        ["multiply"] = MultiplyStreams.Run,
        ["fit"] = FitDevice.Run,
        ["train"] = TrainWithOwnRule.Run,
        ["board"] = TalkToBoard.Run,
    };

    /// <summary>Runs a sample.</summary>
    /// <param name="args">Its name; or <c>introduction</c> and a folder, for the figures of the introduction.</param>
    public static int Main(string[] args)
    {
        if (args is [string name] && Samples.TryGetValue(name, out Action<TextWriter>? run))
        {
            run(Console.Out);
            return 0;
        }

        if (args is ["introduction", string folder])
        {
            IntroductionFigures.Write(folder);
            return 0;
        }

        Console.Error.WriteLine($"Give the name of a sample ({string.Join(", ", Samples.Keys)}), or introduction and a folder.");
        return 2;
    }
}
