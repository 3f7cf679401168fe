using System;
using System.IO;

namespace ScEdge.Cli.Views;

/// <summary>
/// Chooses the view that suits where the output goes.
/// </summary>
internal static class TrainingViews
{
    /// <summary>Returns a live view on a terminal, plain lines elsewhere.</summary>
    /// <param name="onError">Whether to show it on stderr, because stdout carries the result.</param>
    public static ITrainingView For(bool onError)
    {
        bool redirected = onError ? Console.IsErrorRedirected : Console.IsOutputRedirected;
        TextWriter writer = onError ? Console.Error : Console.Out;
        return redirected || Environment.GetEnvironmentVariable("TERM") == "dumb" ? new PlainTrainingView(writer) : new LiveTrainingView(writer);
    }
}
