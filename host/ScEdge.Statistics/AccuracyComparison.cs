using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Statistics;

/// <summary>
/// The test accuracies of two ways of training, from the same seeds.
/// </summary>
/// <param name="Seeds">Number of seeds.</param>
/// <param name="FirstFailures">Seeds from which the first failed to learn, see <see cref="LearningThreshold"/>.</param>
/// <param name="SecondFailures">Seeds from which the second failed to learn.</param>
/// <param name="Drop">What the second loses against the first; null if any training failed.</param>
/// <param name="Equivalence">Whether that is shown to be within the margin; null for one seed or if any training failed.</param>
public sealed record AccuracyComparison(
    int Seeds, int FirstFailures, int SecondFailures, PairedComparison? Drop, EquivalenceTest? Equivalence)
{
    /// <summary>Compares two ways of training.</summary>
    /// <param name="first">Per seed the images that the first got right: bit i mod 8 of byte i div 8 for image i.</param>
    /// <param name="second">The same of the second, seeds in the same order.</param>
    /// <param name="images">Number of images, at least 2.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="marginPoints">Margin of the equivalence; points.</param>
    public static AccuracyComparison Of(
        IReadOnlyList<byte[]> first,
        IReadOnlyList<byte[]> second,
        int images,
        int classes,
        double marginPoints = EquivalenceTest.AccuracyMarginPoints)
    {
        PairedComparison drop = PairedComparison.Of(first, second, images);
        int firstFailures = Failures(first, images, classes);
        int secondFailures = Failures(second, images, classes);
        bool learned = firstFailures + secondFailures == 0;
        return new AccuracyComparison(
            first.Count,
            firstFailures,
            secondFailures,
            learned ? drop : null,
            learned && first.Count > 1 ? EquivalenceTest.Of(drop, marginPoints) : null);
    }

    private static int Failures(IReadOnlyList<byte[]> correct, int images, int classes) =>
        correct.Count(bits => bits.Sum(one => byte.PopCount(one)) < LearningThreshold.Of(classes) * images);
}
