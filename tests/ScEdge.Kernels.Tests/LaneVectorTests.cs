using System;
using System.Runtime.Intrinsics;
using ScEdge.Kernels.Tests.Layers;

namespace ScEdge.Kernels.Tests;

[Trait("Kind", "Unit")]
public sealed class LaneVectorTests
{
    [Fact]
    public void Sum_Lanes_FollowTheFixedTree()
    {
        float[] tree = TestTensor.Random(16, 1);
        Vector512<float> vector = Vector512.Create(tree);
        for (int half = 8; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                tree[i] += tree[i + half];
            }
        }

        Assert.Equal(tree[0], LaneVector.Sum(vector));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(33)]
    public void LaneBuffer_AnyLength_HoldsSoManyZeros(int length)
    {
        LaneBuffer buffer = new(length);
        Assert.Equal(length, buffer.Span.Length);
        Assert.True(buffer.Span.TrimStart(0f).IsEmpty);
    }
}
