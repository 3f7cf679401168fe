using System;
using System.IO;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Samples;

/// <summary>
/// Multiplies two numbers by one AND gate, and shows what happens when their bits are not independent.
/// </summary>
public static class MultiplyStreams
{
    private const int Length = 32;

    /// <summary>Runs the sample.</summary>
    /// <param name="output">Takes what it prints.</param>
    public static void Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);

        // 3/4 and 1/2 as 8-bit numbers, compared with two Sobol sequences: the streams are independent.
        Bitstream a = new StochasticNumberGenerator(new SobolSource(dimension: 1, width: 8)).GenerateUnipolar(192, Length);
        Bitstream b = new StochasticNumberGenerator(new SobolSource(dimension: 2, width: 8)).GenerateUnipolar(128, Length);
        Bitstream product = AndMultiplier.Multiply(a, b);
        output.WriteLine($"a        {a}  {a.Value}");
        output.WriteLine($"b        {b}  {b.Value}");
        output.WriteLine($"a AND b  {product}  {product.Value}");

        // The same sequence for both: where b is one, a is one too, and the gate gives the smaller number.
        Bitstream same = new StochasticNumberGenerator(new SobolSource(dimension: 1, width: 8)).GenerateUnipolar(128, Length);
        output.WriteLine($"from one sequence  {AndMultiplier.Multiply(a, same).Value}");
        output.WriteLine($"cross-correlation  {StochasticCrossCorrelation.Of(a, b)} and {StochasticCrossCorrelation.Of(a, same)}");
    }
}
