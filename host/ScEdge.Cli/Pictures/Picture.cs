using System;

namespace ScEdge.Cli.Pictures;

/// <summary>
/// A picture as a network takes it.
/// </summary>
/// <param name="Name">What the user called it.</param>
/// <param name="Pixels">Pixels 0 to 255, [channel][row][column].</param>
/// <param name="Label">Its class, where that is known.</param>
/// <param name="Changes">What was done to make it fit, in words; empty for nothing.</param>
internal sealed record Picture(string Name, ReadOnlyMemory<byte> Pixels, int? Label, string Changes);
