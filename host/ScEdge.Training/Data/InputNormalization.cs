using System;
using ScEdge.Input;

namespace ScEdge.Training.Data;

/// <summary>
/// Turns a pixel 0 to 255 into the network's input: pixel * Scale + Shift.
/// </summary>
/// <remarks>
/// Belongs to a trained network as much as its weights do, so it is saved with them. Padding of a convolution is zero
/// after this step (the mean of the training pixels), as in PyTorch's Normalize followed by Conv2d with padding.
/// </remarks>
/// <param name="Scale">Factor, 1 / (255 standard deviation) for pixels seen as 0 to 1.</param>
/// <param name="Shift">Summand, -mean / standard deviation.</param>
public sealed record InputNormalization(float Scale, float Shift)
{
    /// <summary>Normalises the training pixels to mean 0 and (population) standard deviation 1.</summary>
    /// <remarks>The sums are integers, so the result does not depend on any order of summation.</remarks>
    /// <exception cref="InputException">There are no images or all pixels are equal.</exception>
    public static InputNormalization FromImages(ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        ReadOnlySpan<byte> pixels = images.Images.AsSpan(0, images.Count * images.ImageLength);
        long sum = 0;
        long squares = 0;
        foreach (byte pixel in pixels)
        {
            sum += pixel;
            squares += pixel * pixel;
        }

        // n^2 variance = n * squares - sum^2, exactly.
        Int128 spread = ((Int128)pixels.Length * squares) - ((Int128)sum * sum);
        if (spread == 0)
        {
            throw new InputException($"The images of '{images.Name}' are missing or all of one colour; give images that differ.");
        }

        double deviation = Math.Sqrt((double)spread);
        return new InputNormalization((float)(pixels.Length / deviation), (float)(-sum / deviation));
    }
}
