using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Property")]
public sealed class BlockHeightTests
{
    [Fact]
    public void Next_AnyNumberOfOutputs_UsesItUpExactly()
    {
        for (int outputs = 1; outputs <= 130; outputs++)
        {
            int left = outputs;
            while (left > 0)
            {
                int height = BlockHeight.Next(left);
                Assert.True(height is 1 or 4 or 6);
                left -= height;
            }

            Assert.Equal(0, left);
        }
    }
}
