using System;
using ScEdge.Input;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Training.Data;

/// <summary>
/// Sets training images aside, so that every choice can be made on images that neither were learned from nor are the test's.
/// </summary>
/// <remarks>
/// <para>Of n training images in the order of their files, those at the first v places of a <see cref="Permutation"/> of 0 .. n - 1 are
/// set aside: key of seed <see cref="Seed"/>, stream <see cref="Stream"/>, step 0. Both parts keep the order of the files. The split depends
/// on n and v alone, not on the seed of a run, so runs of all seeds are judged by the same images. It is not stratified by class.</para>
/// <para>Without a number, v is a twelfth of n, rounded down: 5,000 of MNIST's 60,000.</para>
/// </remarks>
public static class ValidationSplit
{
    /// <summary>Seed of the split.</summary>
    public const ulong Seed = 0;

    /// <summary>Stream of the generator that the split uses.</summary>
    public const uint Stream = 0x5A3F_0002;

    /// <summary>One image out of so many is set aside without a number.</summary>
    public const int UsualShare = 12;

    /// <summary>Returns a data set with some of its training images set aside for validation.</summary>
    /// <param name="dataset">Images; none are set aside yet.</param>
    /// <param name="count">How many to set aside, 0 for none; null for a twelfth.</param>
    /// <exception cref="InputException">None would be left to learn from.</exception>
    public static Dataset Apply(Dataset dataset, int? count)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ImageSet images = dataset.Training;
        int held = count ?? images.Count / UsualShare;
        ArgumentOutOfRangeException.ThrowIfNegative(held, nameof(count));
        if (held >= images.Count)
        {
            throw new InputException(
                $"{held} images for validation leave none of the {images.Count} training images of {dataset.Name} to learn from: give fewer, or 0.");
        }

        if (held == 0)
        {
            return dataset;
        }

        int[] order = new int[images.Count];
        Permutation.Fill(order, CounterGenerator.Key(Seed, Stream, 0));
        int[] validation = order[..held];
        int[] training = order[held..];
        Array.Sort(validation);
        Array.Sort(training);
        return new Dataset(dataset.Name, images.Select(training), dataset.Test, dataset.ClassNames, images.Select(validation));
    }
}
