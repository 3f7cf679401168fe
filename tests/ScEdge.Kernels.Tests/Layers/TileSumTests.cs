using System;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Unit")]
public sealed class TileSumTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 16)]
    [InlineData(4, 5, 25)]
    [InlineData(3, 2, 70)]
    public void Run_AnyColumns_AddsTilesInOrder(int tileCount, int rows, int columns)
    {
        int stride = LaneVector.RoundUp(columns);
        LaneBuffer[] tiles = new LaneBuffer[tileCount + 1];
        for (int i = 0; i < tiles.Length; i++)
        {
            tiles[i] = new LaneBuffer(16 + (rows * stride));
            TestTensor.Random(tiles[i].Length, (uint)i).CopyTo(tiles[i].Span);
        }

        float[] actual = new float[rows * columns];
        TileSum.Run(tiles, tileCount, 16, columns, actual);
        for (int i = 0; i < actual.Length; i++)
        {
            int place = 16 + (i / columns * stride) + (i % columns);
            float expected = tiles[0].Span[place];
            for (int tile = 1; tile < tileCount; tile++)
            {
                expected += tiles[tile].Span[place];
            }

            Assert.Equal(expected, actual[i]);
        }
    }
}
