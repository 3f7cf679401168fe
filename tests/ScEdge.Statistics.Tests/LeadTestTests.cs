using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Statistics.Tests;

[Trait("Kind", "Unit")]
public sealed class LeadTestTests
{
    // Error 0.01 over 9 rivals, of which look 1 spends 6 / pi^2 and look 3 a ninth of that; 9 degrees of freedom per further reading.
    [Theory]
    [InlineData(2, 9)]
    [InlineData(4, 27)]
    public void Quantile_OfALook_SpendsItsShareOfTheError(int readings, int degrees)
    {
        double look = readings - 1;

        double quantile = new LeadTest(10, 0.99).Quantile(readings);

        Assert.Equal(0.01 / 9 * 6 / (Math.PI * Math.PI * look * look), StudentT.UpperProbability(quantile, degrees), 1e-10);
    }

    [Fact]
    public void Add_Readings_GivesLeaderLeadAndDeviationByHand()
    {
        ReadLogits image = new(3);
        image.Add([1, 4, 1]);
        Assert.Equal(1, image.Leader);
        Assert.Equal(3, image.Lead);

        image.Add([5, 5, 2]);

        // Centred: (-1, 2, -1) and (1, 1, -2); means (0, 1.5, -1.5). Residuals (-1, 0.5, 0.5) and (1, -0.5, -0.5): 3 / ((3 - 1)(2 - 1)).
        Assert.Equal(1, image.Leader);
        Assert.Equal(1.5, image.Lead, 1e-12);
        Assert.Equal(Math.Sqrt(1.5), image.Deviation, 1e-12);
    }

    [Fact]
    public void Add_ConstantPerReading_ChangesNothing()
    {
        ReadLogits plain = new(3);
        ReadLogits shifted = new(3);
        plain.Add([1, 4, 1]);
        plain.Add([5, 5, 2]);
        shifted.Add([11, 14, 11]);
        shifted.Add([-15, -15, -18]);

        Assert.Equal(plain.Lead, shifted.Lead, 1e-12);
        Assert.Equal(plain.Deviation, shifted.Deviation, 1e-12);
    }

    [Fact]
    public void IsDecided_OneReadingOrATie_IsNot()
    {
        LeadTest test = new(2, 0.5);
        ReadLogits image = new(2);
        image.Add([9, 1]);
        Assert.False(test.IsDecided(image));

        ReadLogits tie = new(2);
        tie.Add([1, 1]);
        tie.Add([1, 1]);
        Assert.False(test.IsDecided(tie));
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void IsDecided_NormalNoise_IsWrongNoOftenerThanStated()
    {
        // Ten classes of which the second best is a hair behind, as hard as can be: a decision is as good as a toss, but must come rarely.
        // 2,000 images, at most 10 % wrong: 5 standard errors of sqrt(0.1 x 0.9 / 2000) above are 13.4 %. An easy image is decided soon.
        const int Count = 2000;
        LeadTest test = new(10, 0.9);
        int wrong = 0;
        int early = 0;
        for (int i = 0; i < Count; i++)
        {
            ReadLogits hard = Read(test, i, advantage: 1e-6);
            wrong += test.IsDecided(hard) && hard.Leader != 0 ? 1 : 0;
            ReadLogits easy = Read(test, Count + i, advantage: 6);
            Assert.Equal(0, easy.Leader);
            early += easy.Readings <= 4 ? 1 : 0;
        }

        Assert.InRange(wrong, 0, (int)(0.134 * Count));
        Assert.InRange(early, (int)(0.9 * Count), Count);
    }

    private static ReadLogits Read(LeadTest test, int image, double advantage)
    {
        ReadLogits logits = new(10);
        float[] values = new float[10];
        while (logits.Readings < LeadTest.MostReadings && !test.IsDecided(logits))
        {
            for (int c = 0; c < 10; c++)
            {
                values[c] = (float)Normal((uint)image, (uint)((logits.Readings * 10) + c));
            }

            values[0] += (float)advantage;
            logits.Add(values);
        }

        return logits;
    }

    /// <summary>A standard normal number by Box and Muller's method.</summary>
    private static double Normal(uint stream, uint index)
    {
        double radius = (CounterGenerator.Word(stream, 17, 2 * index) + 0.5) / 4294967296.0;
        double angle = CounterGenerator.Word(stream, 17, (2 * index) + 1) / 4294967296.0;
        return Math.Sqrt(-2 * Math.Log(radius)) * Math.Cos(2 * Math.PI * angle);
    }
}
