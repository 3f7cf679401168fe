using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// What the kernels of single streams make: words, counts, sums.
/// </summary>
internal static class StreamTrace
{
    private const int Levels = 2;
    private const int Inputs = 1 << Levels;

    /// <summary>Runs all kernels over streams of a length, on a tier.</summary>
    public static List<long> Of(int length, VectorTier tier)
    {
        Bitstream[] streams = PackedStreams.Drawn(Inputs, length, StreamEncoding.Unipolar, (uint)length);
        uint[] packed = PackedStreams.Packed(streams);
        uint[] selects = PackedStreams.Packed(PackedStreams.Drawn(Levels, length, StreamEncoding.Unipolar, 500 + (uint)length));
        (uint[] first, uint[] second) = (streams[0].Words, streams[1].Words);
        List<long> trace =
        [
            BitstreamKernel.CountOnes(tier, packed),
            BitstreamKernel.CountAnd(tier, first, second),
            BitstreamKernel.CountXor(tier, first, second),
            MuxAdderKernel.CountSelected(tier, first, second, streams[2].Words),
            MuxAdderKernel.CountSum(tier, packed, selects, first.Length),
        ];

        uint[] output = new uint[first.Length];
        MuxAdderKernel.Add(tier, packed, selects, output);
        trace.AddRange(output.Select(word => (long)word));
        MuxAdderKernel.Select(tier, first, second, streams[2].Words, output);
        trace.AddRange(output.Select(word => (long)word));

        ParallelCounterRegister register = new(-20, 20);
        ParallelCounterKernel.Accumulate(tier, ref register, packed, length, [false, true, false, true]);
        trace.Add(register.Sum);
        trace.Add(register.Saturations);

        ushort[] numbers = [.. Enumerable.Range(0, length).Select(t => (ushort)((t * 40503) + length))];
        uint[] compared = new uint[3 * output.Length];
        ComparatorKernel.Generate(tier, [7, 32768, 65535], numbers, compared);
        trace.AddRange(compared.Select(word => (long)word));

        OperationCounts counts = new();
        CellBank bank = new(new CellBankSettings { Lanes = 20, CellsPerLane = 257, DeviceToDevice = length % 2 * 0.3 }, 1);
        uint[] ones = new uint[40];
        CellBankKernel.CountOnes(tier, bank, [.. Enumerable.Range(0, 40).Select(i => (uint)(i * 1680))], length, 123456789, 3, ones, counts);
        trace.AddRange(ones.Select(count => (long)count));
        trace.Add(counts.RandomWords);
        return trace;
    }
}
