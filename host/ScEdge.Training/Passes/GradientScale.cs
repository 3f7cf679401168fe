using System;

namespace ScEdge.Training.Passes;

/// <summary>
/// What one coincidence is worth in a batch: the scales of inputs and errors that all its images share, and how far ones are thinned out.
/// </summary>
/// <remarks>
/// A coincidence stands for 2^(Fx + Fd - n - d), Fx and Fd the full scales of inputs and errors, n = log2 N, d the digits of the division
/// by the batch. Where that is finer than a step of the register it goes to, the inputs' probabilities are halved until it is not: fewer ones,
/// each worth a whole step, with the same mean.
/// </remarks>
internal readonly struct GradientScale
{
    private GradientScale(int inputExponent, int errorExponent, int fractionBits, int biasFractionBits, int biasThinning)
    {
        InputExponent = inputExponent;
        ErrorExponent = errorExponent;
        FractionBits = fractionBits;
        BiasFractionBits = biasFractionBits;
        BiasThinning = biasThinning;
    }

    private GradientScale(bool isZero) => IsZero = isZero;

    /// <summary>Whether no image has an error or none an input: there is nothing to count.</summary>
    public bool IsZero { get; }

    /// <summary>Full scale exponent of the inputs, thinned out.</summary>
    public int InputExponent { get; }

    /// <summary>Full scale exponent of the errors.</summary>
    public int ErrorExponent { get; }

    /// <summary>Fraction bits of the weights' integer gradients.</summary>
    public int FractionBits { get; }

    /// <summary>Fraction bits of the biases' integer gradients.</summary>
    public int BiasFractionBits { get; }

    /// <summary>Digits by which the constant one is thinned out.</summary>
    public int BiasThinning { get; }

    /// <summary>Chooses the scale of a batch.</summary>
    /// <param name="images">Images of the batch.</param>
    /// <param name="stage">Index of the product layer.</param>
    /// <param name="length">N, a power of two.</param>
    /// <param name="divisorDigits">d.</param>
    /// <param name="finest">Most fraction bits that the weights' registers can use.</param>
    /// <param name="finestBias">Most fraction bits that the biases' registers can use.</param>
    public static GradientScale Of(ReadOnlySpan<ImageRecord> images, int stage, int length, int divisorDigits, int finest, int finestBias)
    {
        int? input = null;
        int? error = null;
        foreach (ImageRecord image in images)
        {
            input = Larger(input, image.InputScales[stage]);
            error = Larger(error, image.ErrorScales[stage]);
        }

        if (error is not { } errorExponent)
        {
            return new GradientScale(isZero: true);
        }

        int digits = divisorDigits + System.Numerics.BitOperations.Log2((uint)length);
        int inputExponent = input ?? 0;
        int natural = digits - inputExponent - errorExponent;
        int fractionBits = Math.Min(natural, finest);
        int naturalBias = digits - errorExponent;
        int biasFractionBits = Math.Min(naturalBias, finestBias);
        return new GradientScale(
            inputExponent + natural - fractionBits, errorExponent, fractionBits, biasFractionBits, naturalBias - biasFractionBits);
    }

    private static int? Larger(int? first, int? second) => first is null || second > first ? second : first;
}
