using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using ScEdge.Cli.Output;
using ScEdge.Input;

namespace ScEdge.Cli.Serving;

/// <summary>
/// Runs the program that serves the page until it ends or is to end.
/// </summary>
/// <remarks>
/// What it needs to know goes to its standard input as one line of JSON: where this program is, which does all the work, and the settings of a
/// training. It ends when its standard input does, so it never outlives this program.
/// </remarks>
internal static class ServeSession
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Serves.</summary>
    /// <returns>The exit code of the server.</returns>
    /// <exception cref="InputException">The server cannot be started.</exception>
    public static int Run(ServeSettings settings, CancellationToken cancellation)
    {
        IReadOnlyList<string> words = PageProgram.Find(AppContext.BaseDirectory, PageProgram.Build);
        ProcessStartInfo start = new(words[0]) { RedirectStandardInput = true };
        for (int i = 1; i < words.Count; i++)
        {
            start.ArgumentList.Add(words[i]);
        }

        using Process server = Process.Start(start) ?? throw new InputException($"{words[0]} cannot be started.");
        using CancellationTokenRegistration end = cancellation.Register(() => Close(server.StandardInput));
        Write(server.StandardInput, Line(settings));
        while (!server.WaitForExit(TimeSpan.FromMilliseconds(200)))
        {
            if (cancellation.IsCancellationRequested && !server.WaitForExit(Patience))
            {
                server.Kill();
            }
        }

        return server.ExitCode;
    }

    /// <summary>Returns what the server is told.</summary>
    internal static string Line(ServeSettings settings) => CommandJson.Line(new
    {
        Program = SelfStart.Words,
        Runs = Path.GetFullPath(settings.Runs),
        settings.Ports,
        settings.Listen,
        KeyFile = settings.KeyFile is null ? null : Path.GetFullPath(settings.KeyFile),
        settings.Opens,
        Settings = SettingForm.All(),
    });

    private static void Write(StreamWriter input, string line)
    {
        try
        {
            input.WriteLine(line);
            input.Flush();
        }
        catch (IOException)
        {
            // It has ended; its exit code says why.
        }
    }

    private static void Close(StreamWriter input)
    {
        try
        {
            input.Close();
        }
        catch (IOException)
        {
            // It has ended.
        }
    }
}
