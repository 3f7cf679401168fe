using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// A copy of a cell response that the kernels read: every row of 32 classes on one cache line, which one load fetches.
/// </summary>
internal sealed unsafe class ResponseTable
{
    private const int CacheLineBytes = 64;

    private static readonly ConditionalWeakTable<CellResponse, ResponseTable> Tables = [];

    private readonly byte[] _memory;

    private ResponseTable(CellResponse response)
    {
        ReadOnlySpan<ushort> nodes = response.Nodes;
        _memory = GC.AllocateArray<byte>((nodes.Length * sizeof(ushort)) + CacheLineBytes, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        Nodes = (ushort*)((address + CacheLineBytes - 1) & -CacheLineBytes);
        nodes.CopyTo(new Span<ushort>(Nodes, nodes.Length));
        Rises = true;
        for (int i = CellClasses.Count; i < CellResponse.NodeCount * CellClasses.Count; i++)
        {
            Rises &= nodes[i] >= nodes[i - CellClasses.Count];
        }
    }

    /// <summary>Switching probabilities, [node][class], and one spare row. Valid as long as this object is.</summary>
    public ushort* Nodes { get; }

    /// <summary>Whether every class switches no less at a node than at the one before: then steps are unsigned.</summary>
    public bool Rises { get; }

    /// <summary>Returns the copy of a response with a row of classes; it is made once and lives as long as the response.</summary>
    public static ResponseTable Of(CellResponse response) => Tables.GetValue(response, static key => new ResponseTable(key));
}
