using System;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Tests;

[Trait("Kind", "Property")]
public sealed class ElementaryFunctionsTests
{
    [Fact]
    public void Exp_WholeRange_ErrsByLessThanTwoInTenMillion()
    {
        double worst = 0;
        for (int i = 0; i <= 1_750_000; i++)
        {
            float x = -87f + (i * 1e-4f);
            double exact = Math.Exp(x);
            worst = Math.Max(worst, Math.Abs(ElementaryFunctions.Exp(Vector512.Create(x)).ToScalar() - exact) / exact);
        }

        Assert.InRange(worst, 0, 2e-7);
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(-1000f, 1.6458115e-38f)]
    [InlineData(float.NegativeInfinity, 1.6458115e-38f)]
    public void Exp_SpecialValues_AreAsDocumented(float x, float expected)
        => Assert.Equal(expected, ElementaryFunctions.Exp(Vector512.Create(x)).ToScalar(), expected * 2e-7f);

    [Fact]
    public void ExpLog_NotANumber_Stays()
    {
        Assert.True(float.IsNaN(ElementaryFunctions.Exp(Vector512.Create(float.NaN)).ToScalar()));
        Assert.True(float.IsNaN(ElementaryFunctions.Log(Vector512.Create(float.NaN)).ToScalar()));
    }

    [Fact]
    public void Log_SumsOfPowers_ErrsByLessThanTwoInTenMillion()
    {
        double worst = 0;
        for (float x = 1e-30f; x < 1e30f; x *= 1.00013f)
        {
            double exact = Math.Log(x);
            double error = Math.Abs(ElementaryFunctions.Log(Vector512.Create(x)).ToScalar() - exact);
            worst = Math.Max(worst, error / Math.Max(1, Math.Abs(exact)));
        }

        Assert.InRange(worst, 0, 2e-7);
    }

    [Fact]
    public void Log_One_IsExactlyZero()
        => Assert.Equal(0f, ElementaryFunctions.Log(Vector512<float>.One).ToScalar());
}
