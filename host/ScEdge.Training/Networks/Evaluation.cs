using ScEdge.Statistics;

namespace ScEdge.Training.Networks;

/// <summary>
/// How a network does on a set of images.
/// </summary>
/// <param name="ImageCount">Number of images.</param>
/// <param name="CorrectCount">Images whose greatest logit is that of their class.</param>
/// <param name="MeanLoss">Cross entropy in nats, mean over the images.</param>
/// <param name="Confusion">Counts by actual and predicted class.</param>
/// <param name="Correct">Bit i mod 8 of byte i div 8 is one where image i was classified correctly.</param>
public sealed record Evaluation(int ImageCount, int CorrectCount, double MeanLoss, ConfusionMatrix Confusion, byte[] Correct)
{
    /// <summary>Correct share of the images, 0 to 1; 0 if there are none.</summary>
    public double Accuracy => ImageCount == 0 ? 0 : (double)CorrectCount / ImageCount;
}
