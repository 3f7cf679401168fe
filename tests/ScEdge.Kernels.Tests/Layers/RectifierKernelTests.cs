using System.Linq;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Unit")]
public sealed class RectifierKernelTests
{
    [Fact]
    public void ForwardBackward_MixedSigns_PassOnlyPositive()
    {
        float[] values = TestTensor.Random(48, 1);
        values[5] = 0;
        float[] gradient = TestTensor.Random(48, 2);
        float[] expectedGradient = gradient.Select((g, i) => values[i] > 0 ? g : 0).ToArray();
        float[] expected = values.Select(static v => v > 0 ? v : 0).ToArray();
        RectifierKernel.Forward(values);
        RectifierKernel.Backward(values, gradient);
        Assert.Equal(expected, values);
        Assert.Equal(expectedGradient, gradient);
    }

    [Fact]
    public void Forward_NotANumber_Stays()
    {
        float[] values = new float[16];
        values[7] = float.NaN;
        RectifierKernel.Forward(values);
        Assert.True(float.IsNaN(values[7]));
    }
}
