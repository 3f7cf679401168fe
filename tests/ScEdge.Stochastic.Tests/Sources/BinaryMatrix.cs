using System.Collections.Generic;

namespace ScEdge.Stochastic.Tests.Sources;

/// <summary>Linear algebra over GF(2).</summary>
internal static class BinaryMatrix
{
    public static int Rank(IEnumerable<uint> rows)
    {
        var basis = new List<uint>();
        foreach (uint row in rows)
        {
            uint rest = row;
            foreach (uint vector in basis)
            {
                rest = uint.Min(rest, rest ^ vector);
            }

            if (rest != 0)
            {
                basis.Add(rest);
            }
        }

        return basis.Count;
    }
}
