using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Softmax, cross entropy and their gradient on a block of 16 images.
/// </summary>
public static unsafe class SoftmaxCrossEntropyKernel
{
    /// <summary>Computes losses, predictions and the gradient of the logits.</summary>
    /// <remarks>
    /// loss = ln(sum over c of exp(z[c] - max)) - (z[label] - max); gradient[c] = (p[c] - [c = label]) * scale with
    /// p = softmax(z). The prediction is the first class with the greatest logit. Lanes without an image get zero loss and
    /// zero gradient.
    /// </remarks>
    /// <param name="logits">[classes][16].</param>
    /// <param name="labels">A label per lane, 16 of them; any number in lanes without an image.</param>
    /// <param name="imageCount">Lanes that hold an image: the first so many.</param>
    /// <param name="scale">Factor of the gradient, 1 / batch size for the mean over a batch.</param>
    /// <param name="gradient">Receives [classes][16].</param>
    /// <param name="losses">Receives 16 losses.</param>
    /// <param name="predictions">Receives 16 classes.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int imageCount, float scale,
        Span<float> gradient, Span<float> losses, Span<int> predictions)
    {
        int classes = logits.Length / LaneVector.Count;
        Require.Length(gradient, classes * LaneVector.Count);
        Vector512<int> label = Vector512.Create(labels);
        Vector512<int> image = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(imageCount));
        fixed (float* z = logits, dz = gradient)
        {
            Vector512<float> maximum = Vector512.Load(z);
            Vector512<float> chosen = maximum;
            Vector512<int> prediction = Vector512<int>.Zero;
            for (int c = 1; c < classes; c++)
            {
                Vector512<float> logit = Vector512.Load(z + (c * LaneVector.Count));
                Vector512<float> larger = Vector512.GreaterThan(logit, maximum);
                maximum = Vector512.ConditionalSelect(larger, logit, maximum);
                prediction = Vector512.ConditionalSelect(larger.AsInt32(), Vector512.Create(c), prediction);
                Vector512<int> hit = Vector512.Equals(label, Vector512.Create(c));
                chosen = Vector512.ConditionalSelect(hit.AsSingle(), logit, chosen);
            }

            Vector512<float> sum = Vector512<float>.Zero;
            for (int c = 0; c < classes; c++)
            {
                int offset = c * LaneVector.Count;
                Vector512<float> power = ElementaryFunctions.Exp(Vector512.Load(z + offset) - maximum);
                power.Store(dz + offset);
                sum += power;
            }

            Vector512<float> loss = ElementaryFunctions.Log(sum) - (chosen - maximum);
            (loss & image.AsSingle()).CopyTo(losses);
            prediction.CopyTo(predictions);
            Vector512<float> factor = Vector512.Create(scale);
            for (int c = 0; c < classes; c++)
            {
                int offset = c * LaneVector.Count;
                Vector512<int> hit = Vector512.Equals(label, Vector512.Create(c));
                Vector512<float> truth = Vector512<float>.One & hit.AsSingle();
                Vector512<float> difference = (Vector512.Load(dz + offset) / sum) - truth;
                ((difference * factor) & image.AsSingle()).Store(dz + offset);
            }
        }
    }
}
