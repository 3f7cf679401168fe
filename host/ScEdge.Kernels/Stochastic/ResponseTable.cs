using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// A cell response as the kernels read it: for each node the 32 classes and the 32 rises to the next node, each of the two
/// on one cache line, which one load fetches.
/// </summary>
internal sealed unsafe class ResponseTable
{
    /// <summary>From one node to the next.</summary>
    public const int RowLength = 2 * CellClasses.Count;

    private static readonly ConditionalWeakTable<CellResponse, ResponseTable> Tables = [];

    private readonly byte[] _memory;

    private ResponseTable(CellResponse response)
    {
        const int classes = CellClasses.Count;
        ushort[] nodes = response.Nodes;

        // A response of cells that are all alike has one class, which stands for all here.
        int held = nodes.Length / CellResponse.NodeCount;
        _memory = GC.AllocateArray<byte>((CellResponse.NodeCount * RowLength * sizeof(ushort)) + CacheLine.Bytes, pinned: true);
        Rows = (ushort*)CacheLine.AtOrAfter((void*)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0));
        Rises = true;
        for (int node = 0; node < CellResponse.NodeCount; node++)
        {
            for (int cellClass = 0; cellClass < classes; cellClass++)
            {
                // Nothing lies behind the last node.
                int place = (node * held) + (cellClass % held);
                ushort value = nodes[place];
                ushort next = node == CellResponse.NodeCount - 1 ? value : nodes[place + held];
                Rows[(node * RowLength) + cellClass] = value;
                Rows[(node * RowLength) + classes + cellClass] = (ushort)(next - value);
                Rises &= next >= value;
            }
        }
    }

    /// <summary>[node][0]: switching probabilities by class; [node][1]: rises. Valid as long as this object is.</summary>
    public ushort* Rows { get; }

    /// <summary>Whether every class switches no less at a node than at the one before: then steps are unsigned.</summary>
    public bool Rises { get; }

    /// <summary>Returns the copy of a response with a row of classes; it is made once and lives as long as the response.</summary>
    public static ResponseTable Of(CellResponse response) => Tables.GetValue(response, static key => new ResponseTable(key));
}
