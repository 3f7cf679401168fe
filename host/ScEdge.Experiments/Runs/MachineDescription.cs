using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System;
using ScEdge.Kernels;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// The machine that a run was made on; its times mean nothing without it.
/// </summary>
/// <param name="OperatingSystem">Operating system and version.</param>
/// <param name="Architecture">Architecture of the process, for example <c>X64</c>.</param>
/// <param name="Processor">Name of the processor, or null where the system does not tell it cheaply.</param>
/// <param name="Cores">Logical cores that the process may use.</param>
/// <param name="Runtime">Runtime and version.</param>
/// <param name="VectorBits">Widest accelerated vector in bits.</param>
public sealed record MachineDescription(
    string OperatingSystem, string Architecture, string? Processor, int Cores, string Runtime, int VectorBits)
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>Describes this machine.</summary>
    public static MachineDescription Current() => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        ProcessorName(),
        Environment.ProcessorCount,
        RuntimeInformation.FrameworkDescription,
        LaneVector.HardwareBits);

    private static string? ProcessorName()
    {
        try
        {
            return File.Exists(ProcessorFile)
                ? File.ReadLines(ProcessorFile)
                    .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[^1].Trim()
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
