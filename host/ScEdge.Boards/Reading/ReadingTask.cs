using System;

namespace ScEdge.Boards.Reading;

/// <summary>
/// An image that a board is to read, and the numbers that with the seed determine every random bit of it.
/// </summary>
/// <param name="Pixels">Pixels 0 to 255, [channel][row][column].</param>
/// <param name="Serial">Serial number of the image.</param>
/// <param name="WeightSerial">Serial number of the weights' streams: the image's own, or that of a batch that shares them.</param>
public readonly record struct ReadingTask(ReadOnlyMemory<byte> Pixels, uint Serial, uint WeightSerial);
