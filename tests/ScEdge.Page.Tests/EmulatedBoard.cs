using System;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Tasks;

namespace ScEdge.Page.Tests;

/// <summary>A board of the program's own <c>emulate</c>, at a TCP port of this machine.</summary>
internal sealed class EmulatedBoard : IDisposable
{
    private readonly Process _process;

    private EmulatedBoard(Process process, string port)
    {
        (_process, Port) = (process, port);
    }

    /// <summary>Gets its address.</summary>
    public string Port { get; }

    /// <summary>Starts one.</summary>
    /// <param name="options">Further options.</param>
    public static async Task<EmulatedBoard> Start(params string[] options)
    {
        Process process = TemporaryRuns.Start(["emulate", "--tcp", "127.0.0.1:0", "--json", .. options]);
        string line = await process.StandardOutput.ReadLineAsync() ?? await process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        return new EmulatedBoard(process, JsonElement.Parse(line).GetProperty("address").GetString()!);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
