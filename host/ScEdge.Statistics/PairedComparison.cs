using System;
using System.Collections.Generic;

namespace ScEdge.Statistics;

/// <summary>
/// How much less often one way of training is right than another, over seeds and images.
/// </summary>
/// <remarks>
/// <para>For every seed s and test image i, x = (first is right) - (second is right), -1, 0 or 1: pairs remove what both trainings share,
/// initial weights, order of images and how hard the image is. Both seeds and images are samples: x = delta + seed effect + image effect + rest,
/// crossed. With n seeds, T images and the mean squares of the analysis of variance, MS_s (n - 1 degrees), MS_i (T - 1) and
/// MS_r ((n - 1)(T - 1)), the variance of the mean of x is</para>
/// <code>(MS_s + max(MS_i - MS_r, 0)) / (n T)</code>
/// <para>(S. Searle, G. Casella, C. McCulloch, "Variance Components", 1992, two-way crossed random effects), its degrees of freedom by
/// F. Satterthwaite, "An approximate distribution of estimates of variance components" (Biometrics Bulletin 2, 1946), rounded down.
/// MS_s / (n T) alone is the usual paired variance over seeds: it speaks of these images, not of others. A single seed leaves the variance of the
/// images alone, which says nothing of other seeds.</para>
/// </remarks>
public sealed record PairedComparison
{
    /// <summary>Seeds.</summary>
    public required int Seeds { get; init; }

    /// <summary>Test images.</summary>
    public required int Images { get; init; }

    /// <summary>First minus second, mean over seeds and images; percentage points. Positive: the second is right less often.</summary>
    public required double Points { get; init; }

    /// <summary>Standard error of that mean over seeds and images; points.</summary>
    public required double StandardError { get; init; }

    /// <summary>Degrees of freedom of the standard error, at least 1.</summary>
    public required int Degrees { get; init; }

    /// <summary>Standard error over seeds alone, with the images as they are; points. Null for one seed.</summary>
    public double? SeedStandardError { get; init; }

    /// <summary>Images that only one of the two got right, seed by seed.</summary>
    public required IReadOnlyList<DiscordantPairs> Discordant { get; init; }

    /// <summary>Half width of the 95 % interval of the mean; points.</summary>
    public double HalfWidth95 => StudentT.TwoSidedQuantile(0.95, Degrees) * StandardError;

    /// <summary>Half width of the 95 % interval over seeds alone, n - 1 degrees of freedom; points. Null for one seed.</summary>
    public double? SeedHalfWidth95 => SeedStandardError is { } error ? StudentT.TwoSidedQuantile(0.95, Seeds - 1) * error : null;

    /// <summary>Lower end of the 95 % interval; points.</summary>
    public double Low95 => Points - HalfWidth95;

    /// <summary>Upper end of the 95 % interval; points.</summary>
    public double High95 => Points + HalfWidth95;

    /// <summary>Probability of a mean at least as far from zero if there were no difference.</summary>
    public double PValue => StandardError > 0
        ? 1 - StudentT.TwoSidedProbability(Math.Abs(Points) / StandardError, Degrees)
        : Points == 0 ? 1 : 0;

    /// <summary>Compares two trainings seed by seed and image by image.</summary>
    /// <param name="first">Per seed the images that the first got right: bit i mod 8 of byte i div 8 for image i.</param>
    /// <param name="second">The same of the second, seeds in the same order.</param>
    /// <param name="images">Number of images, at least 2.</param>
    /// <exception cref="ArgumentException">The numbers of seeds or bytes do not fit.</exception>
    public static PairedComparison Of(IReadOnlyList<byte[]> first, IReadOnlyList<byte[]> second, int images)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentOutOfRangeException.ThrowIfLessThan(images, 2);
        int seeds = first.Count;
        if (seeds == 0 || seeds != second.Count)
        {
            throw new ArgumentException($"{seeds} and {second.Count} seeds cannot be paired.", nameof(second));
        }

        DiscordantPairs[] pairs = new DiscordantPairs[seeds];
        int[] imageSums = new int[images];
        for (int seed = 0; seed < seeds; seed++)
        {
            pairs[seed] = Count(first[seed], second[seed], imageSums);
        }

        return Analyse(pairs, imageSums);
    }

    /// <summary>Counts a seed's discordant images and adds its x to the sums of the images.</summary>
    private static DiscordantPairs Count(byte[] first, byte[] second, int[] imageSums)
    {
        int bytes = (imageSums.Length + 7) / 8;
        if (first.Length != bytes || second.Length != bytes)
        {
            throw new ArgumentException($"{imageSums.Length} images need {bytes} bytes, not {first.Length} and {second.Length}.", nameof(second));
        }

        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < imageSums.Length; i++)
        {
            int x = ((first[i >> 3] >> (i & 7)) & 1) - ((second[i >> 3] >> (i & 7)) & 1);
            imageSums[i] += x;
            onlyFirst += x > 0 ? 1 : 0;
            onlySecond += x < 0 ? 1 : 0;
        }

        return new DiscordantPairs(onlyFirst, onlySecond);
    }

    private static PairedComparison Analyse(DiscordantPairs[] pairs, int[] imageSums)
    {
        double n = pairs.Length;
        double images = imageSums.Length;
        double total = 0;
        double squares = 0;
        foreach (DiscordantPairs pair in pairs)
        {
            total += pair.Difference;
            squares += pair.OnlyFirst + pair.OnlySecond;
        }

        double mean = total / (n * images);
        double seedSquares = 0;
        foreach (DiscordantPairs pair in pairs)
        {
            seedSquares += images * Square((pair.Difference / images) - mean);
        }

        double imageSquares = 0;
        foreach (int sum in imageSums)
        {
            imageSquares += n * Square((sum / n) - mean);
        }

        double imageMean = imageSquares / (images - 1);
        PairedComparison result = new()
        {
            Seeds = pairs.Length,
            Images = imageSums.Length,
            Points = 100 * mean,
            StandardError = 100 * Math.Sqrt(imageMean / images),
            Degrees = imageSums.Length - 1,
            Discordant = pairs,
        };
        if (pairs.Length == 1)
        {
            return result;
        }

        double restDegrees = (n - 1) * (images - 1);
        double rest = Math.Max(squares - (n * images * mean * mean) - seedSquares - imageSquares, 0) / restDegrees;
        double seedMean = seedSquares / (n - 1);
        bool imagesVary = imageMean > rest;
        double variance = seedMean + (imagesVary ? imageMean - rest : 0);
        return result with
        {
            StandardError = 100 * Math.Sqrt(variance / (n * images)),
            SeedStandardError = 100 * Math.Sqrt(seedMean / (n * images)),
            Degrees = imagesVary ? Satterthwaite(variance, (seedMean, n - 1), (imageMean, images - 1), (rest, restDegrees)) : pairs.Length - 1,
        };
    }

    private static int Satterthwaite(double sum, params ReadOnlySpan<(double MeanSquare, double Degrees)> parts)
    {
        double spread = 0;
        foreach ((double meanSquare, double degrees) in parts)
        {
            spread += Square(meanSquare) / degrees;
        }

        return (int)Math.Clamp(Math.Floor(Square(sum) / spread), 1, StudentT.LargestDegrees);
    }

    private static double Square(double value) => value * value;
}
