using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;

namespace ScEdge.Boards;

/// <summary>
/// A tensor of the network that a board is configured for.
/// </summary>
/// <param name="Name">Name of the tensor; empty where an earlier program configured the board without names.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="WeightBits">Bits of a weight register, sign included.</param>
/// <param name="FractionBits">Fraction bits of a weight register.</param>
/// <param name="Identity">Index of the tensor in the whole network, of which a board may have a part.</param>
public sealed record BoardTensor(string Name, IReadOnlyList<int> Shape, int WeightBits, int FractionBits, uint Identity)
{
    private const uint LargestTensor = 1 << 24;
    private const int LargestExponent = 160;

    /// <summary>Gets the number of registers.</summary>
    public int Count => Shape.Aggregate(1, static (product, size) => product * size);

    /// <summary>Makes the request that gives a board the tensor.</summary>
    /// <param name="lanes">Lanes of its cells; 0 for the number of the configuration.</param>
    internal AddTensorRequest Request(int lanes = 0)
    {
        byte[] name = Encoding.ASCII.GetBytes(Name);
        AddTensorRequest request = new()
        {
            Rank = Shape.Count, WeightFractionBits = FractionBits, Identity = Identity, Lanes = lanes, Data = name, DataLength = name.Length,
        };
        for (int i = 0; i < Shape.Count; i++)
        {
            request.Shape[i] = (uint)Shape[i];
        }

        return request;
    }

    /// <summary>Takes a board's answer; null for one that cannot be.</summary>
    internal static BoardTensor? Of(GetTensorResponse answer)
    {
        if (answer.Rank is < 1 or > MessageLimits.Dimensions || answer.WeightBits is < 2 or > 16
            || answer.WeightFractionBits is < -LargestExponent or > LargestExponent)
        {
            return null;
        }

        long count = 1;
        foreach (uint size in answer.Shape.Take(answer.Rank))
        {
            count = size is >= 1 and <= LargestTensor ? count * size : 0;
            if (count is 0 or > LargestTensor)
            {
                return null;
            }
        }

        string name = Encoding.ASCII.GetString(answer.Data, answer.DataOffset, answer.DataLength);
        return name.All(static letter => letter is > ' ' and <= '~')
            ? new BoardTensor(
                name,
                [.. answer.Shape.Take(answer.Rank).Select(static size => (int)size)],
                answer.WeightBits,
                answer.WeightFractionBits,
                answer.Identity)
            : null;
    }
}
