using System;
using System.Collections.Generic;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Neighbouring parameters of a tensor that one thread takes at a time.
/// </summary>
/// <param name="Tensor">Index of the tensor.</param>
/// <param name="Start">First parameter.</param>
/// <param name="End">End of the range, exclusive.</param>
internal readonly record struct ParameterRange(int Tensor, int Start, int End)
{
    /// <summary>Parameters of a range: enough to be worth a hand-over, few enough to share out evenly.</summary>
    public const int UsualLength = 2048;

    /// <summary>Cuts a tensor into ranges.</summary>
    public static void Cut(List<ParameterRange> ranges, int tensor, int length, int rangeLength)
    {
        for (int start = 0; start < length; start += rangeLength)
        {
            ranges.Add(new ParameterRange(tensor, start, Math.Min(start + rangeLength, length)));
        }
    }
}
