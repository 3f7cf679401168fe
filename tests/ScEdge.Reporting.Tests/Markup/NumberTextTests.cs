using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Tests.Markup;

[Trait("Kind", "Unit")]
public sealed class NumberTextTests
{
    [Theory]
    [InlineData(1234.567, 2, false, "1,234.57")]
    [InlineData(-0.004, 2, true, "0.00")]
    [InlineData(0.01, 2, true, "+0.01")]
    [InlineData(-12.5, 1, false, "-12.5")]
    [InlineData(double.NaN, 2, false, "–")]
    [InlineData(double.PositiveInfinity, 2, false, "–")]
    public void Fixed_AnyNumber_ReadsWell(double value, int decimals, bool plus, string expected) =>
        Assert.Equal(expected, NumberText.Fixed(value, decimals, plus));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999_999, "999,999")]
    [InlineData(1_000_000, "1.00 million")]
    [InlineData(999_499_999, "999 million")]
    [InlineData(999_500_000, "1.00 billion")]
    [InlineData(3_372_223_200, "3.37 billion")]
    [InlineData(33_722_232_000, "33.7 billion")]
    [InlineData(1_200_000_000_000, "1.20 trillion")]
    public void Compact_Counts_AreInWords(long value, string expected) => Assert.Equal(expected, NumberText.Compact(value));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1.234e-7, "1.23\u00A0×\u00A010⁻⁷")]
    [InlineData(-9.999e-5, "-1.00\u00A0×\u00A010⁻⁴")]
    [InlineData(0.01234, "0.0123")]
    [InlineData(12.34, "12.3")]
    [InlineData(123456, "123,456")]
    [InlineData(2.5e10, "2.50\u00A0×\u00A010¹⁰")]
    [InlineData(double.NaN, "–")]
    public void Significant_AnyNumber_HasThreeDigits(double value, string expected) => Assert.Equal(expected, NumberText.Significant(value));

    [Theory]
    [InlineData(1e-8, "10 ns")]
    [InlineData(1e-6, "1 us")]
    [InlineData(3e-4, "300 us")]
    [InlineData(1e-3, "1 ms")]
    [InlineData(2, "2 s")]
    [InlineData(5e-12, "5 ps")]
    public void Duration_PulseWidths_HaveTheirUnit(double seconds, string expected) => Assert.Equal(expected, NumberText.Duration(seconds));

    [Theory]
    [InlineData(3.04, "3.0 s")]
    [InlineData(119.9, "119.9 s")]
    [InlineData(318, "5 min 18 s")]
    [InlineData(7641, "2 h 7 min")]
    public void Elapsed_TrainingTimes_AreShort(double seconds, string expected) => Assert.Equal(expected, NumberText.Elapsed(seconds));

    [Theory]
    [InlineData(1.005001, "1.01")]
    [InlineData(-0.001, "0")]
    [InlineData(252, "252")]
    public void Coordinate_AnyPosition_IsRounded(double value, string expected) => Assert.Equal(expected, NumberText.Coordinate(value));
}
