using System.Collections.Generic;
using System.Text.Json;

namespace ScEdge.Playground.Networks;

/// <summary>A network that can be read with, as the list beside the page names it.</summary>
/// <param name="Name">Name of the run, and of its folder under data.</param>
/// <param name="Title">What it is, for a list.</param>
/// <param name="ClassNames">Names of its classes; none where they are numbers.</param>
/// <param name="Files">Its files.</param>
public sealed record NetworkEntry(string Name, string Title, IReadOnlyList<string>? ClassNames, IReadOnlyList<string>? Files)
{
    /// <summary>File of the registers.</summary>
    public const string RegistersFile = "registers.safetensors";

    /// <summary>Address of the list.</summary>
    public const string ListAddress = "data/networks.json";

    /// <summary>Gets the address of the registers.</summary>
    public string RegistersAddress =>
        $"data/{string.Join('/', System.Array.ConvertAll(Name.Split('/'), System.Uri.EscapeDataString))}/{RegistersFile}";

    /// <summary>Reads a list.</summary>
    public static IReadOnlyList<NetworkEntry> Read(string json) =>
        JsonSerializer.Deserialize(json, NetworkJson.Default.NetworkEntryArray) ?? [];
}
