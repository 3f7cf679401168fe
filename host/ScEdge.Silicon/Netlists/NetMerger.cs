using System.Collections.Generic;

namespace ScEdge.Silicon.Netlists;

/// <summary>Numbers nets while it turns out which of them are one.</summary>
/// <remarks>Union and find with paths halved (R. E. Tarjan, J. van Leeuwen, JACM 31, 1984); the constants are there from the start.</remarks>
internal sealed class NetMerger
{
    private readonly List<int> _parents = [Circuit.Low, Circuit.High];

    /// <summary>Returns a new net.</summary>
    public int Add()
    {
        _parents.Add(_parents.Count);
        return _parents.Count - 1;
    }

    /// <summary>Makes two nets one.</summary>
    public void Merge(int one, int other)
    {
        (int a, int b) = (Find(one), Find(other));

        // Constants have the lowest numbers and stay.
        _parents[System.Math.Max(a, b)] = System.Math.Min(a, b);
    }

    /// <summary>Returns the final number of every net, from 0 without gaps.</summary>
    public int[] Number(out int count)
    {
        int[] final = new int[_parents.Count];
        count = 0;
        for (int net = 0; net < final.Length; net++)
        {
            int root = Find(net);
            final[net] = root == net ? count++ : final[root];
        }

        return final;
    }

    private int Find(int net)
    {
        while (_parents[net] != net)
        {
            _parents[net] = _parents[_parents[net]];
            net = _parents[net];
        }

        return net;
    }
}
