using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// A bank of cells as the kernels read it: its tables, pinned, and the way from wanted probabilities to a block.
/// </summary>
internal readonly unsafe ref struct CellPointers
{
    private const int LastNode = CellResponse.NodeCount - 1;

    private readonly CellBank _bank;
    private readonly DriveQuantizer? _quantizer;
    private readonly CellResponse? _response;
    private readonly StuckCells? _stuck;

    /// <summary>Takes the tables of a bank.</summary>
    /// <param name="bank">Bank.</param>
    /// <param name="nodes">Its response's nodes, pinned; null without.</param>
    /// <param name="classes">Its cells' classes, pinned; null where all are alike.</param>
    public CellPointers(CellBank bank, ushort* nodes, byte* classes)
    {
        _bank = bank;
        _quantizer = bank.Quantizer;
        _response = bank.Response;
        _stuck = bank.Stuck;
        Nodes = nodes;
        Classes = classes;
        CellsPerLane = bank.CellsPerLane;
        SerialWrite = bank.SerialWrite;
    }

    /// <summary>Nodes of the response, [node][class].</summary>
    public ushort* Nodes { get; }

    /// <summary>Class of each cell, or null where all are alike.</summary>
    public byte* Classes { get; }

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

    /// <summary>Fills a block with what is to be drawn.</summary>
    /// <param name="block">Block to fill.</param>
    /// <param name="wanted">Wanted probabilities.</param>
    /// <param name="active">The numbers that are drawn, a bit each.</param>
    /// <param name="lane">Lane of the first number.</param>
    public void Prepare(NumberBlock* block, Vector512<uint> wanted, uint active, int lane)
    {
        wanted.Store(block->Probabilities);
        if (Classes != null || _stuck is not null)
        {
            StoreLanes(block->Lanes, lane);
        }

        if (_quantizer is not null)
        {
            for (uint left = active; left != 0; left &= left - 1)
            {
                int number = BitOperations.TrailingZeroCount(left);
                block->Probabilities[number] = _quantizer.Quantize(block->Probabilities[number]);
            }
        }

        if (Classes != null)
        {
            Locate(block);
        }
        else if (_response is not null)
        {
            for (uint left = active; left != 0; left &= left - 1)
            {
                int number = BitOperations.TrailingZeroCount(left);
                block->Probabilities[number] = _response.Probability(block->Probabilities[number], 0);
            }
        }
    }

    /// <summary>Lets stuck cells override the bits of the numbers drawn.</summary>
    public void Override(NumberBlock* block, uint active, int word, uint mask)
    {
        if (_stuck is null)
        {
            return;
        }

        for (; active != 0; active &= active - 1)
        {
            int number = BitOperations.TrailingZeroCount(active);
            block->Bits[number] = _stuck.Override((int)block->Lanes[number], word, block->Bits[number]) & mask;
        }
    }

    /// <summary>Whether every class switches no less at a node than at the one before: then steps are unsigned.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static bool Rises(ushort[] nodes)
    {
        fixed (ushort* first = nodes)
        {
            Vector512<ushort> falls = Vector512<ushort>.Zero;
            Vector512<ushort> lower = Vector512.Load(first);
            for (int node = 1; node <= LastNode; node++)
            {
                Vector512<ushort> upper = Vector512.Load(first + (node * CellClasses.Count));
                falls |= Vector512.LessThan(upper, lower);
                lower = upper;
            }

            return falls == Vector512<ushort>.Zero;
        }
    }

    /// <summary>
    /// Finds the nodes about 16 probabilities, as <see cref="CellResponse.Locate"/> does, but always from the lower node
    /// up: a step down by a share f of it is a step up by the share 1 - f, and rounds the same way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Locate(NumberBlock* block)
    {
        Vector512<uint> one = Vector512.Create(BernoulliWord.One);
        Vector512<uint> probability = Vector512.Load(block->Probabilities);
        Vector512<uint> mirrored = Vector512.GreaterThan(probability, Vector512.Create(BernoulliWord.One / 2));
        Vector512<uint> distance = Vector512.ConditionalSelect(mirrored, one - probability, probability);

        // The exponent of the distance as a float is the place of its leading digit; three more count the nodes of an octave.
        Vector512<int> exponent =
            Vector512.ShiftRightLogical(Vector512.ConvertToSingle(distance.AsInt32()).AsInt32(), 23) - Vector512.Create(127);
        Vector512<int> fractionBits = Vector512.Max(exponent - Vector512.Create(3), Vector512<int>.Zero);
        Vector512<int> powerOfTwo = Vector512.ShiftLeft(Vector512.Create(127 + 16) - fractionBits, 23);
        Vector512<uint> scaled = distance * Vector512.ConvertToInt32(powerOfTwo.AsSingle()).AsUInt32();
        Vector512<uint> node = Vector512.ShiftLeft(fractionBits.AsUInt32(), 3) + Vector512.ShiftRightLogical(scaled, 16);
        Vector512<uint> way = scaled & Vector512.Create(0xFFFFu);
        Vector512<uint> between = Vector512.GreaterThan(way, Vector512<uint>.Zero);
        Vector512<uint> turned = Vector512.Create((uint)LastNode) - node + between;

        // A probability beyond one is the caller's mistake; it must not lead outside the table.
        Vector512<uint> lower = Vector512.ConditionalSelect(mirrored, turned, node);
        Vector512.Min(lower, Vector512.Create((uint)LastNode)).Store(block->LowerNodes);
        Vector512.ConditionalSelect(mirrored, (one - way) & Vector512.Create(0xFFFFu), way).Store(block->Ways);
    }

    private void StoreLanes(uint* lanes, int lane)
    {
        int count = _bank.Lanes;
        if (lane + NumberBlock.Length <= count)
        {
            (Vector512.Create((uint)lane) + Vector512<uint>.Indices).Store(lanes);
            return;
        }

        for (int number = 0; number < NumberBlock.Length; number++)
        {
            lanes[number] = (uint)lane;
            lane = lane + 1 == count ? 0 : lane + 1;
        }
    }
}
