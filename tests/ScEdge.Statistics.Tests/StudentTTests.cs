using System;

namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class StudentTTests
{
    // The usual printed table, rounded to three decimals: half a unit of the last is the tolerance.
    [Theory]
    [InlineData(0.90, 1, 6.314)]
    [InlineData(0.90, 5, 2.015)]
    [InlineData(0.95, 1, 12.706)]
    [InlineData(0.95, 2, 4.303)]
    [InlineData(0.95, 3, 3.182)]
    [InlineData(0.95, 4, 2.776)]
    [InlineData(0.95, 5, 2.571)]
    [InlineData(0.95, 9, 2.262)]
    [InlineData(0.95, 10, 2.228)]
    [InlineData(0.95, 19, 2.093)]
    [InlineData(0.95, 30, 2.042)]
    [InlineData(0.95, 120, 1.980)]
    [InlineData(0.99, 1, 63.657)]
    [InlineData(0.99, 4, 4.604)]
    [InlineData(0.99, 10, 3.169)]
    [InlineData(0.99, 40, 2.704)]
    public void TwoSidedQuantile_TableEntry_Agrees(double confidence, int degrees, double expected)
    {
        Assert.InRange(StudentT.TwoSidedQuantile(confidence, degrees), expected - 0.0005, expected + 0.0005);
    }

    [Fact]
    public void TwoSidedQuantile_ManyDegrees_ComesCloseToTheNormal()
    {
        Assert.InRange(StudentT.TwoSidedQuantile(0.95, int.MaxValue), 1.9600, 1.9603);
    }

    [Fact]
    public void TwoSidedProbability_OneAndTwoDegrees_AgreesWithTheClosedForms()
    {
        for (double t = 0; t < 40; t += 0.37)
        {
            Assert.Equal(2 / Math.PI * Math.Atan(t), StudentT.TwoSidedProbability(t, 1), 13);
            Assert.Equal(t / Math.Sqrt(2 + t * t), StudentT.TwoSidedProbability(t, 2), 13);
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void TwoSidedQuantile_AnyDegrees_InvertsTheProbability()
    {
        for (int degrees = 1; degrees < 200; degrees++)
        {
            Assert.Equal(0.95, StudentT.TwoSidedProbability(StudentT.TwoSidedQuantile(0.95, degrees), degrees), 12);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void TwoSidedQuantile_ImpossibleConfidence_Throws(double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedQuantile(confidence, 4));
    }

    [Fact]
    public void TwoSidedProbability_NoDegrees_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedProbability(1, 0));
    }

    [Theory]
    [InlineData(1.833, 9, 0.05)]
    [InlineData(-1.833, 9, 0.95)]
    [InlineData(2.764, 10, 0.01)]
    [InlineData(0.0, 4, 0.5)]
    public void UpperProbability_PrintedQuantile_LeavesItsTail(double t, int degrees, double expected) =>
        Assert.Equal(expected, StudentT.UpperProbability(t, degrees), 4);
}
