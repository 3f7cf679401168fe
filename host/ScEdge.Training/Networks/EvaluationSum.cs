using ScEdge.Statistics;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// Adds up what a network makes of the images of a set, one after the other.
/// </summary>
/// <param name="images">The images.</param>
/// <param name="classes">Classes of the network.</param>
internal sealed class EvaluationSum(ImageSet images, int classes)
{
    private readonly ConfusionMatrix _confusion = new(classes);
    private readonly byte[] _correct = new byte[(images.Count + 7) / 8];
    private int _correctCount;
    private double _loss;

    /// <summary>Adds an image, in the order of the set.</summary>
    public void Add(int index, int prediction, double loss)
    {
        int label = images.Labels[index];
        _loss += loss;
        if (prediction == label)
        {
            _correctCount++;
            _correct[index >> 3] |= (byte)(1 << (index & 7));
        }

        _confusion.Add(label, prediction);
    }

    /// <summary>Returns the sums.</summary>
    public Evaluation Result() =>
        new(images.Count, _correctCount, images.Count == 0 ? 0 : _loss / images.Count, _confusion, _correct);
}
