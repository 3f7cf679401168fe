using System.Linq;

namespace ScEdge.Architecture.Tests.Projects;

/// <summary>
/// The allowed dependencies, all of them. A project need not exist yet; one that exists must have a row.
/// </summary>
internal static class ProjectTable
{
    public static ProjectRow[] Rows { get; } =
    [
        //   folder      project        may use                                                        packages
        Row("shared",   "Stochastic",  ""),
        Row("shared",   "Protocol",    ""),
        Row("shared",   "Entropy",     "Stochastic"),
        Row("shared",   "Device",      "Stochastic Protocol Entropy"),

        Row("firmware", "Firmware",    "Stochastic Protocol Entropy Device Firmware.Surface"),
        Row("firmware", "Firmware.Surface", ""),
        Row("emulator", "Emulator",    "Stochastic Protocol Entropy Device"),

        Row("host",     "Input",       ""),
        Row("host",     "Files",       "Input"),
        Row("host",     "Statistics",  ""),
        Row("host",     "Kernels",     "Stochastic"),
        Row("host",     "Cbram",       "Stochastic Files Input"),
        Row("host",     "FrontEnd",    "Entropy Cbram Input"),
        Row("host",     "Costing",     "Stochastic Cbram Files Input"),
        Row("host",     "Link",        "Protocol Files Input",                    "System.IO.Ports"),
        Row("host",     "Training",    "Stochastic Statistics Cbram Kernels Costing Files Input"),
        Row("host",     "Silicon",     "Stochastic Cbram Kernels Training Files Input Statistics"),
        Row("host",     "Boards",      "Stochastic Protocol Costing Training Link Input"),
        Row("host",     "Samples",     "Stochastic Protocol Cbram Kernels Training Link Reporting Boards Emulator"),
        Row("host",     "Reporting",   "Statistics"),
        Row("host",     "Experiments", "Stochastic Files Input Statistics Cbram Kernels Costing Training Reporting"),
        Row("host",     "Cli",         "Stochastic Protocol Entropy Device Files Input Statistics Cbram FrontEnd Kernels Training "
                                       + "Costing Experiments Link Boards Silicon Emulator",
                                                                                  "System.CommandLine Spectre.Console StbImageSharp"),

        // Beside the command line, outside what its first command waits for.
        Row("host",     "Playground",  "Stochastic Protocol Entropy Device Input Statistics Cbram Kernels Costing Training Reporting",
                                                                                  "Microsoft.AspNetCore.Components.Web"),
        Row("host",     "Page",        "Input Playground",                        "Microsoft.AspNetCore.Components.WebAssembly"),
        Row("host",     "Serve",       "Stochastic Input Statistics Cbram Costing Training Link Reporting Experiments Playground Page"),
    ];

    public static ProjectRow? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);

    private static ProjectRow Row(string folder, string name, string mayUse, string packages = "") =>
        new(folder, "ScEdge." + name, Words(mayUse).Select(word => "ScEdge." + word).ToArray(), Words(packages));

    private static string[] Words(string text) => text.Split(' ', System.StringSplitOptions.RemoveEmptyEntries);
}
