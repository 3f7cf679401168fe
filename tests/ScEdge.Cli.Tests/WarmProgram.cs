using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.IO.Pipes;
using System.Text;
using System.Threading.Tasks;
using ScEdge.Rtl.Tests;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A process in which the program runs command after command (<see cref="CommandLoop"/>), which takes a quarter of the processor time of a
/// process for each. Where the long tests run, and on Windows, every command has a process of its own, as a user's has.
/// </summary>
internal sealed class WarmProgram : IDisposable
{
    private static readonly ConcurrentBag<WarmProgram> Idle = [];

    private readonly NamedPipeServerStream _pipe;
    private readonly Process _process;

    private WarmProgram(string folder)
    {
        string name = $"scedge-tests-{Guid.NewGuid():N}";
        _pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.CurrentUserOnly);
        _process = Process.Start(CliProcess.StartOf("ScEdge.Cli.Tests.dll", folder, name))!;
        _pipe.WaitForConnection();
    }

    /// <summary>Gets whether commands may share processes.</summary>
    public static bool IsAllowed { get; } = LongTests.Missing is not null && !OperatingSystem.IsWindows();

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static CliResult Run(string folder, string[] arguments, TimeSpan patience)
    {
        if (!Idle.TryTake(out WarmProgram? program))
        {
            program = new WarmProgram(Path.GetTempPath());
        }

        Task<CliResult> run = Task.Run(() => program.Answer(folder, arguments));
        if (!run.Wait(patience))
        {
            program.Dispose();
            throw new TimeoutException($"scedge {string.Join(' ', arguments)} did not end within {patience}.");
        }

        Idle.Add(program);
        return run.Result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _pipe.Dispose();
    }

    private CliResult Answer(string folder, string[] arguments)
    {
        using BinaryWriter writer = new(_pipe, Encoding.UTF8, leaveOpen: true);
        writer.Write(arguments.Length + 1);
        writer.Write(folder);
        Array.ForEach(arguments, writer.Write);
        writer.Flush();
        using BinaryReader reader = new(_pipe, Encoding.UTF8, leaveOpen: true);
        return new CliResult(reader.ReadInt32(), reader.ReadString(), reader.ReadString());
    }
}
