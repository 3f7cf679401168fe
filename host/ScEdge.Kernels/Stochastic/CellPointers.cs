using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// A bank of cells as the kernels read it: its tables, pinned, and the way from wanted probabilities to a draw.
/// </summary>
internal readonly unsafe ref struct CellPointers
{
    private const int LastNode = CellResponse.NodeCount - 1;

    private readonly DriveQuantizer? _quantizer;
    private readonly CellResponse? _response;
    private readonly StuckCells? _stuck;
    private readonly CellMemory _memory;
    private readonly int _classStep;

    /// <summary>Takes the tables of a bank.</summary>
    /// <param name="bank">Bank.</param>
    /// <param name="classes">Its cells' classes, pinned; null where all are alike.</param>
    public CellPointers(CellBank bank, byte* classes)
    {
        _quantizer = bank.Quantizer;
        _response = bank.Response;
        _stuck = bank.Stuck;
        Lanes = bank.Lanes;
        SerialWrite = bank.SerialWrite;
        if (bank.HasMemory)
        {
            _memory = new CellMemory(bank);
        }

        // Cells with memory differ even where they are alike: all of one class then.
        bool isOwn = classes != null;
        Classes = isOwn || !bank.HasMemory ? classes : CellMemory.OneClass;
        ClassesPerLane = isOwn ? bank.CellsPerLane : 0;
        _classStep = isOwn ? 32 : 0;
        Response = Classes == null ? null : ResponseTable.Of(bank.Response).Rows;
    }

    /// <summary>Rows of the <see cref="ResponseTable"/>, or null where all cells are alike.</summary>
    public ushort* Response { get; }

    /// <summary>Class of each cell, or null where all are alike and without memory.</summary>
    public byte* Classes { get; }

    /// <summary>Lanes of the bank.</summary>
    public int Lanes { get; }

    /// <summary>From the classes of one lane to those of the next; 0 where one class stands for all.</summary>
    public int ClassesPerLane { get; }

    /// <summary>Whether one cell takes all pulses of a number.</summary>
    public bool SerialWrite { get; }

    /// <summary>Whether some cells no longer switch.</summary>
    public bool SomeAreStuck => _stuck is not null;

    /// <summary>Whether cells remember their last pulse.</summary>
    public bool HasMemory => _memory.IsThere;

    /// <summary>Returns whether the kernels make this bank's bits; otherwise the scalar code must.</summary>
    /// <param name="bank">Bank.</param>
    /// <param name="length">Longest stream in bits.</param>
    public static bool CanServe(CellBank bank, int length)
    {
        if (bank.Classes is null && !bank.HasMemory)
        {
            return true;
        }

        // With memory a batch must meet no lane twice.
        return !bank.SerialWrite && length <= bank.CellsPerLane && ResponseTable.Of(bank.Response).Rises
            && (!bank.HasMemory || (bank.Lanes >= NumberBatch.Capacity && ResponseTable.Of(bank.ResidualResponse).Rises));
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

        for (int i = 0; Classes == null && _response is not null && i < count; i++)
        {
            batch->Probabilities[i] = _response.Probability(batch->Probabilities[i], 0);
        }
    }

    /// <summary>Finds the nodes about all probabilities that are drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void LocateAll(NumberBatch* batch, int drawn)
    {
        for (int i = 0; i < drawn; i += Vector<uint>.Count)
        {
            Locate(batch, i);
        }
    }

    /// <summary>
    /// Finds the nodes about a vector of probabilities, as <see cref="CellResponse.Locate"/> does, but always from the lower
    /// node up: a step down by a share f of it is a step up by the share 1 - f, and rounds the same way.
    /// </summary>
    /// <param name="batch">Takes the probabilities and receives nodes and ways.</param>
    /// <param name="i">First number of the vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Locate(NumberBatch* batch, int i)
    {
        Vector<uint> one = new(BernoulliWord.One);
        Vector<uint> lowHalf = new(0xFFFFu);
        Vector<uint> probability = Vector.Load(batch->Probabilities + i);
        Vector<uint> mirrored = Vector.GreaterThan(probability, new Vector<uint>(BernoulliWord.One / 2));
        Vector<uint> distance = Vector.Min(probability, one - probability);

        // The exponent of the distance as a float is the place of its leading digit; three more count the nodes of an octave.
        Vector<int> digits = Vector.ShiftRightLogical(Vector.ConvertToSingle(Vector.AsVectorInt32(distance)).As<float, int>(), 23);
        Vector<int> fractionBits = Vector.Max(digits - new Vector<int>(127 + 3), Vector<int>.Zero);
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

    /// <summary>Gives the drawn numbers of a batch their counters and lanes.</summary>
    /// <param name="batch">Takes the places and receives counters and lanes.</param>
    /// <param name="drawn">Numbers that are drawn.</param>
    /// <param name="counterStride">Counters of each parameter.</param>
    /// <param name="counter">First counter of the batch's first parameter.</param>
    /// <param name="lane">Its lane.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Deal(NumberBatch* batch, int drawn, uint counterStride, uint counter, int lane)
    {
        Vector<uint> lanes = new((uint)Lanes);
        for (int i = 0; i < drawn; i += Vector<uint>.Count)
        {
            Vector<uint> index = Vector.Load(batch->Indices + i);
            ((index * new Vector<uint>(counterStride)) + new Vector<uint>(counter)).Store(batch->Counters + i);
            Vector<uint> dealt = index + new Vector<uint>((uint)lane);
            (dealt - (Vector.GreaterThanOrEqual(dealt, lanes) & lanes)).Store(batch->Lanes + i);
        }

        for (int i = 0; Lanes < NumberBatch.Capacity && i < drawn; i++)
        {
            // The batch goes round more than once.
            batch->Lanes[i] = (batch->Indices[i] + (uint)lane) % (uint)Lanes;
        }
    }

    /// <summary>Returns the classes of the cells of lane 0 that make a word.</summary>
    /// <param name="word">Index of the word in the stream.</param>
    public byte* ClassesOf(int word) => Classes == null ? null : Classes + (word * _classStep);

    /// <summary>Draws a word of every number on cells of their own strength, or with memory.</summary>
    /// <param name="batch">Takes counters, lanes, nodes and ways and receives the words, or only their ones.</param>
    /// <param name="count">Numbers to draw.</param>
    /// <param name="word">Index of the word in the streams.</param>
    /// <param name="draw">What to draw.</param>
    /// <param name="remembers">Whether the cells remember the bits: not those of a first of two reads.</param>
    public void DrawOwn<TTier>(NumberBatch* batch, int count, int word, in WordDraw draw, bool remembers = true)
        where TTier : struct, IWordTier
    {
        if (_memory.IsThere)
        {
            _memory.DrawOwn<TTier>(batch, count, word, in draw, remembers);
        }
        else
        {
            TTier.DrawOwn(batch, count, in draw);
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
}
