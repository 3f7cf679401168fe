using System;
using System.Numerics;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Passes;

/// <summary>
/// How coincidences of a layer become integer gradients in a batch.
/// </summary>
/// <remarks>
/// In an image with full scales 2^Fx of the inputs and 2^Fd of the errors a coincidence stands for 2^(Fx + Fd - n - d), n = log2 N, d the digits
/// of the division by the batch. It goes to that digit of the counter. Where it would be finer than the counter's step, the inputs'
/// probabilities are halved until it is not: fewer ones, each worth a whole step, with the same mean. So images that are far from their
/// class do not coarsen the others.
/// </remarks>
internal readonly struct GradientScale
{
    // Every count of one already meets the end of a register of 16 bits.
    private const int MostDigit = 15 + QuantizedGradient.GuardDigits;

    private readonly int _digits;

    private GradientScale(int digits, int fractionBits, int biasFractionBits)
    {
        _digits = digits;
        FractionBits = fractionBits;
        BiasFractionBits = biasFractionBits;
    }

    /// <summary>Fraction bits of the weights' integer gradients.</summary>
    public int FractionBits { get; }

    /// <summary>Fraction bits of the biases' integer gradients.</summary>
    public int BiasFractionBits { get; }

    /// <summary>Chooses the scale of a batch: that of the registers, or at first one that the coarsest image has.</summary>
    /// <param name="images">Images of the batch.</param>
    /// <param name="stage">Index of the product layer.</param>
    /// <param name="length">N, a power of two.</param>
    /// <param name="divisorDigits">d.</param>
    /// <param name="finest">Most fraction bits that the weights' registers can use.</param>
    /// <param name="finestBias">Most fraction bits that the biases' registers can use.</param>
    public static GradientScale Of(ReadOnlySpan<ImageRecord> images, int stage, int length, int divisorDigits, int finest, int finestBias)
    {
        int digits = divisorDigits + BitOperations.Log2((uint)length);
        int coarsest = int.MinValue;
        int coarsestBias = int.MinValue;
        foreach (ImageRecord image in images)
        {
            if (image.ErrorScales[stage] is { } error)
            {
                coarsest = Math.Max(coarsest, error.Exponent + (image.InputScales[stage]?.Exponent ?? 0));
                coarsestBias = Math.Max(coarsestBias, error.Exponent);
            }
        }

        return new GradientScale(digits, Bits(finest, digits, coarsest), Bits(finestBias, digits, coarsestBias));
    }

    /// <summary>Returns the digit of a weight's counter that an image's coincidences go to; negative: by how much they are thinned out.</summary>
    /// <param name="input">Fx.</param>
    /// <param name="error">Fd.</param>
    public int Digit(int input, int error) => Math.Min(input + error - _digits + FractionBits, MostDigit);

    /// <summary>Returns the same for a bias.</summary>
    /// <param name="error">Fd.</param>
    public int BiasDigit(int error) => Math.Min(error - _digits + BiasFractionBits, MostDigit);

    /// <summary>Fraction bits of a counter: its register's, or while that has none those of the coarsest image, and the guard digits.</summary>
    private static int Bits(int finest, int digits, int coarsest)
    {
        int bits = finest != int.MaxValue ? finest : coarsest == int.MinValue ? 0 : digits - coarsest;
        return bits + QuantizedGradient.GuardDigits;
    }
}
