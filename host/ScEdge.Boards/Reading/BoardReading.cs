using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Boards.Reading;

/// <summary>
/// What a board read in an image.
/// </summary>
/// <param name="Class">The class of the largest score, the first of equal ones.</param>
/// <param name="Scores">Count of each class, in steps of 2^Exponent.</param>
/// <param name="Exponent">log2 of what a step of a score is worth.</param>
/// <param name="Lead">How far the largest score is ahead of the second; steps.</param>
/// <param name="Bits">Stream bits drawn for the image.</param>
/// <param name="DeviceMicroseconds">Time that the board took; us.</param>
public sealed record BoardReading(int Class, IReadOnlyList<int> Scores, int Exponent, long Lead, long Bits, long DeviceMicroseconds)
{
    /// <summary>Returns the logits: the scores in their unit.</summary>
    public float[] Logits() => [.. Scores.Select(score => MathF.ScaleB(score, Exponent))];
}
