using System;
using System.Linq;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Tests.Passes;

/// <summary>Streams that are kept, against the plain makers: words and counts.</summary>
public sealed class StreamKernelTests
{
    public static TheoryData<string, int> CellsAndLengths
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (string cells in new[]
                {
                    "alike", "generators", "spread", "coarse", "stuck", "offset", "serial", "remembering", "remembering spread",
                })
            {
                foreach (int length in new[] { 8, 32, 64, 256 })
                {
                    data.Add(cells, length);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CellsAndLengths))]
    public void Draw_OnEveryTier_EqualsMaker(string cells, int length)
    {
        const int First = 13;
        PassSettings passes = new() { Seed = 5, Source = cells == "generators" ? StreamSource.Counter : StreamSource.OwnCells };
        CellStreamMaker Maker() => new(new CellBank(Cells(cells, length), 3), passes, 77, length);
        CellStreamMaker maker = Maker();
        uint[] probabilities = [.. Enumerable.Range(0, 700).Select(static i => (uint)(i % 5 == 0 ? 0 : i % 7 == 0 ? 65536 : i * 7919 % 65536))];
        int stride = (length + 31) / 32;
        uint[] expected = new uint[probabilities.Length * stride];
        OperationCounts expectedCounts = new();
        maker.Begin(9, expectedCounts);
        for (int i = 0; i < probabilities.Length; i++)
        {
            maker.Draw(First + i, probabilities[i], expected, i * stride, expectedCounts);
        }

        foreach (VectorTier tier in Enum.GetValues<VectorTier>().Where(static tier => tier <= KernelTier.Hardware))
        {
            uint[] actual = new uint[expected.Length];
            OperationCounts counts = new();
            StreamKernel.Draw(tier, Maker(), 9, First, probabilities, actual, counts);
            Assert.Equal(expected, actual);
            Assert.Equal(Values(expectedCounts), Values(counts));
        }
    }

    [Theory]
    [MemberData(nameof(CellsAndLengths))]
    public void Fill_CellsOnEveryTier_EqualsSequence(string cells, int length)
    {
        PassSettings passes = new() { Seed = 5, Source = StreamSource.SharedCells, ForwardLength = length };
        RandomSequence Sequence() => new(new CellBank(Cells(cells, length), 3), passes, 77, PassOperand.ForwardInput);
        ushort[] expected = new ushort[length];
        OperationCounts expectedCounts = new();
        RandomSequence plain = Sequence();
        plain.Fill(8, expected, expectedCounts);
        plain.Fill(9, expected, expectedCounts);
        foreach (VectorTier tier in Enum.GetValues<VectorTier>().Where(static tier => tier <= KernelTier.Hardware))
        {
            ushort[] actual = new ushort[length];
            OperationCounts counts = new();
            RandomSequence sequence = Sequence();
            SequenceKernel.Fill(tier, sequence, 8, actual, counts);
            SequenceKernel.Fill(tier, sequence, 9, actual, counts);
            Assert.Equal(expected, actual);
            Assert.Equal(Values(expectedCounts), Values(counts));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(256)]
    public void Compare_AnySequence_EqualsMaker(int length)
    {
        PassSettings settings = new() { Seed = 3, Source = StreamSource.Lfsr, ForwardLength = length };
        SequenceStreamMaker maker = new(new RandomSequence(null, settings, 5, PassOperand.ForwardWeight));
        uint[] probabilities = [0, 1, 255, 256, 32768, 40000, 65535, 65536];
        int stride = (length + 31) / 32;
        uint[] expected = new uint[probabilities.Length * stride];
        OperationCounts expectedCounts = new();
        ushort[] numbers = new ushort[length];
        maker.Begin(4, expectedCounts);
        maker.Sequence.Fill(4, numbers, new OperationCounts());
        for (int i = 0; i < probabilities.Length; i++)
        {
            maker.Draw(i, probabilities[i], expected, i * stride, expectedCounts);
        }

        uint[] actual = new uint[expected.Length];
        OperationCounts counts = new();
        StreamKernel.Compare(numbers, probabilities, actual, counts);

        Assert.Equal(expected, actual);
        Assert.Equal(Values(expectedCounts), Values(counts));
    }

    /// <summary>Cells of few lanes, or, where they remember, of as many as the kernels want.</summary>
    private static CellBankSettings Cells(string name, int length)
    {
        CellBankSettings settings = Cells(name);
        settings.Lanes = settings.ResidualFilament != 0 ? 300 : 19;
        settings.CellsPerLane = length;
        return settings;
    }

    private static CellBankSettings Cells(string name) => name switch
    {
        "spread" => new() { DeviceToDevice = 0.3, CycleToCycle = 0.3 },
        "coarse" => new() { DriveBits = 4 },
        "stuck" => new() { StuckSet = 0.05, StuckReset = 0.1 },
        "offset" => new() { DriveOffset = 0.2 },
        "serial" => new() { SerialWrite = true, DeviceToDevice = 0.3 },
        "remembering" => new() { ResidualFilament = 1 },
        "remembering spread" => new() { ResidualFilament = 1, DeviceToDevice = 0.3, StuckReset = 0.1 },
        _ => new(),
    };

    private static long[] Values(OperationCounts counts)
    {
        long[] values = new long[16];
        counts.CopyTo(values);
        return values;
    }
}
