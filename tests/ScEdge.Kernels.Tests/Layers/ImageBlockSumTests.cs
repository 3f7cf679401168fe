using System;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Unit")]
public sealed class ImageBlockSumTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 16)]
    [InlineData(4, 5, 25)]
    [InlineData(3, 2, 70)]
    public void Run_AnyColumns_AddsBlocksInOrder(int blockCount, int rows, int columns)
    {
        int stride = LaneVector.RoundUp(columns);
        LaneBuffer[] blocks = new LaneBuffer[blockCount + 1];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = new LaneBuffer(16 + (rows * stride));
            TestTensor.Random(blocks[i].Length, (uint)i).CopyTo(blocks[i].Span);
        }

        float[] actual = new float[rows * columns];
        ImageBlockSum.Run(blocks, blockCount, 16, columns, actual);
        for (int i = 0; i < actual.Length; i++)
        {
            int place = 16 + (i / columns * stride) + (i % columns);
            float expected = blocks[0].Span[place];
            for (int block = 1; block < blockCount; block++)
            {
                expected += blocks[block].Span[place];
            }

            Assert.Equal(expected, actual[i]);
        }
    }
}
