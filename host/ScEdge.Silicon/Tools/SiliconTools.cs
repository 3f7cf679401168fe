using System.Linq;
using ScEdge.Input;

namespace ScEdge.Silicon.Tools;

/// <summary>Which programs did the work.</summary>
public static class SiliconTools
{
    private static readonly ExternalTool[] All = [ExternalTool.Yosys, ExternalTool.Icarus, ExternalTool.Simulator, ExternalTool.Verilator];

    /// <summary>Returns the first line that each program says of its version.</summary>
    /// <param name="folder">A folder to run them in.</param>
    public static ToolVersions Versions(string folder) => new(
        FirstLine(ExternalTool.Yosys.Run(folder, ["-V"])), FirstLine(ExternalTool.Icarus.Run(folder, ["-V"])));

    /// <summary>Returns name and version of the simulator of transistors, such as "ngspice-39".</summary>
    /// <param name="folder">A folder to run it in.</param>
    public static string SpiceVersion(string folder) => ExternalTool.Spice.Run(folder, ["-v"]).Split('\n')
        .SelectMany(static line => line.Split(' ')).First(static word => word.StartsWith("ngspice-", System.StringComparison.Ordinal));

    /// <summary>Refuses to begin where a program is missing: minutes of work would be lost.</summary>
    /// <exception cref="InputException">One is missing; the sentence names its package.</exception>
    public static void Require() => Require(All);

    /// <summary>Refuses to begin where the simulator of transistors is missing.</summary>
    /// <exception cref="InputException">It is; the sentence names its package.</exception>
    public static void RequireSpice() => Require([ExternalTool.Spice]);

    private static void Require(ExternalTool[] tools)
    {
        ExternalTool[] missing = [.. tools.Where(static tool => !tool.IsInstalled)];
        if (missing.Length > 0)
        {
            throw new InputException(
                $"{string.Join(", ", missing.Select(static tool => tool.Name))} not installed: on Debian, "
                + $"apt-get install {string.Join(' ', missing.SelectMany(static tool => tool.Package.Split(' ')).Distinct())}.");
        }
    }

    private static string FirstLine(string text)
    {
        string line = text.Split('\n').First();
        int more = line.IndexOf(" (", System.StringComparison.Ordinal);
        return (more > 0 ? line[..more] : line).Trim();
    }
}

/// <summary>Versions of the programs.</summary>
/// <param name="Synthesis">Of Yosys.</param>
/// <param name="Simulation">Of Icarus Verilog.</param>
public sealed record ToolVersions(string Synthesis, string Simulation);
