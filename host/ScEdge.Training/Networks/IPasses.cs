using System;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// Takes batches forward through a network and their errors back.
/// </summary>
public interface IPasses
{
    /// <summary>Computes loss and errors of a batch; whoever updates the network gets the gradients of the mean loss from them.</summary>
    /// <param name="images">Where the images are.</param>
    /// <param name="indices">The images of the batch.</param>
    /// <param name="step">Step index from the start of training.</param>
    BatchResult ForwardBackward(ImageSet images, ReadOnlySpan<int> indices, uint step);
}
