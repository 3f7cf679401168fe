using ScEdge.Kernels;

namespace ScEdge.Training.Networks;

/// <summary>
/// A layer at work on one block of 16 images, with its own memory; workers have layers of their own.
/// </summary>
internal abstract class Layer
{
    protected Layer(FeatureMap input, FeatureMap output)
    {
        Input = input;
        Output = output;
    }

    public FeatureMap Input { get; }

    public FeatureMap Output { get; }

    /// <summary>Computes the output's values from the input's.</summary>
    public abstract void Forward();

    /// <summary>Computes the gradients of the parameters and of the input from the output's.</summary>
    /// <param name="gradients">Receives the gradients of the parameters, laid out by <see cref="GradientLayout"/>.</param>
    /// <param name="inputToo">Whether the input's gradients are wanted; not in front of the first layer.</param>
    public abstract void Backward(LaneBuffer gradients, bool inputToo);
}
