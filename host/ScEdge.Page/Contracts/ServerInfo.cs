using System.Collections.Generic;

namespace ScEdge.Page.Contracts;

/// <summary>What the server is, and what the page can do with it.</summary>
/// <param name="Program">Program with version and commit.</param>
/// <param name="Folder">Folder of the runs.</param>
/// <param name="Ports">Boards to show.</param>
/// <param name="Settings">Settings of a training.</param>
/// <param name="Libraries">Cost libraries that come with the program.</param>
/// <param name="Devices">Presets of cells that come with the program.</param>
public sealed record ServerInfo(
    string Program, string Folder, IReadOnlyList<string> Ports, IReadOnlyList<SettingField> Settings, IReadOnlyList<string> Libraries,
    IReadOnlyList<string> Devices);

/// <summary>One setting of a training as a field of a form.</summary>
/// <param name="Name">Name of the setting.</param>
/// <param name="Form">How a value is written.</param>
/// <param name="Help">What it is.</param>
/// <param name="Default">Its value where none is given.</param>
/// <param name="Choices">Values to offer; empty where there are none.</param>
public sealed record SettingField(string Name, string Form, string Help, string Default, IReadOnlyList<string> Choices);

/// <summary>What the server cannot do, in a sentence.</summary>
/// <param name="Error">The sentence.</param>
public sealed record Problem(string Error);
