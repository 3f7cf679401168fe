using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// A bank of cells as the kernels read it: its tables, pinned, and the way from wanted probabilities to a draw.
/// </summary>
internal readonly unsafe ref struct CellPointers
{
    /// <summary>Memory for <see cref="Aligned"/>: the nodes, the spare row, and a cache line to choose the start from.</summary>
    public const int TableBytes = ((CellResponse.NodeCount + 1) * CellClasses.Count * sizeof(ushort)) + CacheLine;

    private const int CacheLine = 64;
    private const int LastNode = CellResponse.NodeCount - 1;

    private readonly DriveQuantizer? _quantizer;
    private readonly CellResponse? _response;
    private readonly StuckCells? _stuck;

    /// <summary>Takes the tables of a bank.</summary>
    /// <param name="bank">Bank.</param>
    /// <param name="nodes">Its response's nodes, pinned; null without.</param>
    /// <param name="classes">Its cells' classes, pinned; null where all are alike.</param>
    public CellPointers(CellBank bank, ushort* nodes, byte* classes)
    {
        _quantizer = bank.Quantizer;
        _response = bank.Response;
        _stuck = bank.Stuck;
        Nodes = nodes;
        Classes = classes;
        Lanes = bank.Lanes;
        CellsPerLane = bank.CellsPerLane;
        SerialWrite = bank.SerialWrite;
    }

    /// <summary>Nodes of the response, [node][class].</summary>
    public ushort* Nodes { get; }

    /// <summary>Class of each cell, or null where all are alike.</summary>
    public byte* Classes { get; }

    /// <summary>Lanes of the bank.</summary>
    public int Lanes { get; }

    /// <summary>Cells of a lane.</summary>
    public int CellsPerLane { get; }

    /// <summary>Whether one cell takes all pulses of a number.</summary>
    public bool SerialWrite { get; }

    /// <summary>Returns whether the kernels make this bank's bits; otherwise the scalar code must.</summary>
    /// <param name="bank">Bank.</param>
    /// <param name="length">Longest stream in bits.</param>
    public static bool CanServe(CellBank bank, int length)
    {
        if (bank.HasMemory)
        {
            return false;
        }

        return bank.Classes is null || (!bank.SerialWrite && length <= bank.CellsPerLane && Rises(bank.Response.Nodes));
    }

    /// <summary>Copies the nodes of unequal cells to a place that starts on a cache line.</summary>
    /// <param name="nodes">Nodes.</param>
    /// <param name="classes">Classes of the cells, or null where all are alike.</param>
    /// <param name="room">Memory of <see cref="TableBytes"/>.</param>
    public static ushort* Aligned(ushort* nodes, byte* classes, byte* room)
    {
        if (classes == null)
        {
            return nodes;
        }

        byte* start = (byte*)(((nuint)room + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        Buffer.MemoryCopy(nodes, start, TableBytes - CacheLine, TableBytes - CacheLine);
        return (ushort*)start;
    }

    /// <summary>Turns the probabilities of a batch from wanted ones into what the drive and the cells make of them.</summary>
    /// <param name="batch">Batch.</param>
    /// <param name="count">Numbers that are drawn.</param>
    public void Respond(NumberBatch* batch, int count)
    {
        for (int i = 0; _quantizer is not null && i < count; i++)
        {
            batch->Probabilities[i] = _quantizer.Quantize(batch->Probabilities[i]);
        }

        if (Classes != null)
        {
            Locate(batch, count);
            return;
        }

        for (int i = 0; _response is not null && i < count; i++)
        {
            batch->Probabilities[i] = _response.Probability(batch->Probabilities[i], 0);
        }
    }

    /// <summary>Lets stuck cells override the bits that were drawn.</summary>
    public void Override(NumberBatch* batch, int count, int word, uint mask)
    {
        for (int i = 0; _stuck is not null && i < count; i++)
        {
            batch->Bits[i] = _stuck.Override((int)batch->Lanes[i], word, batch->Bits[i]) & mask;
        }
    }

    /// <summary>Whether every class switches no less at a node than at the one before: then steps are unsigned.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static bool Rises(ushort[] nodes)
    {
        fixed (ushort* first = nodes)
        {
            Vector<ushort> falls = Vector<ushort>.Zero;
            for (int i = 0; i < LastNode * CellClasses.Count; i += Vector<ushort>.Count)
            {
                falls |= Vector.LessThan(Vector.Load(first + i + CellClasses.Count), Vector.Load(first + i));
            }

            return falls == Vector<ushort>.Zero;
        }
    }

    /// <summary>
    /// Finds the nodes about the probabilities, as <see cref="CellResponse.Locate"/> does, but always from the lower node
    /// up: a step down by a share f of it is a step up by the share 1 - f, and rounds the same way.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Locate(NumberBatch* batch, int count)
    {
        Vector<uint> one = new(BernoulliWord.One);
        Vector<uint> lowHalf = new(0xFFFFu);
        for (int i = 0; i < count; i += Vector<uint>.Count)
        {
            Vector<uint> probability = Vector.Load(batch->Probabilities + i);
            Vector<uint> mirrored = Vector.GreaterThan(probability, new Vector<uint>(BernoulliWord.One / 2));
            Vector<uint> distance = Vector.ConditionalSelect(mirrored, one - probability, probability);

            // The exponent of the distance as a float is the place of its leading digit; three more count the nodes of an octave.
            Vector<int> exponent =
                Vector.ShiftRightLogical(Vector.ConvertToSingle(Vector.AsVectorInt32(distance)).As<float, int>(), 23) - new Vector<int>(127);
            Vector<int> fractionBits = Vector.Max(exponent - new Vector<int>(3), Vector<int>.Zero);
            Vector<int> powerOfTwo = Vector.ShiftLeft(new Vector<int>(127 + 16) - fractionBits, 23);
            Vector<uint> scaled = distance * Vector.AsVectorUInt32(Vector.ConvertToInt32(powerOfTwo.As<int, float>()));
            Vector<uint> node = Vector.ShiftLeft(Vector.AsVectorUInt32(fractionBits), 3) + Vector.ShiftRightLogical(scaled, 16);
            Vector<uint> way = scaled & lowHalf;

            // All ones, which is -1, where the probability lies between two nodes.
            Vector<uint> between = Vector.GreaterThan(way, Vector<uint>.Zero);
            Vector<uint> turned = new Vector<uint>(LastNode) - node + between;
            way = Vector.ConditionalSelect(mirrored, (one - way) & lowHalf, way);
            (way | Vector.ShiftLeft(way, 16)).Store(batch->Ways + i);

            // A probability beyond one is the caller's mistake; it must not lead outside the table.
            Vector<uint> lower = Vector.ConditionalSelect(mirrored, turned, node);
            Vector.Min(lower, new Vector<uint>(LastNode)).Store(batch->LowerNodes + i);
        }
    }
}
