using ScEdge.Kernels.Passes;

namespace ScEdge.Training.Passes;

/// <summary>Maximum pooling.</summary>
internal sealed class PoolingStep(int input, int output, int channels, int height, int width) : PassStep(input, output)
{
    /// <summary>Takes the maxima of an image's map.</summary>
    public void Forward(ImageRecord image)
    {
        PoolingKernel.Pool(image.Maps[Input], channels, height, width, image.Maps[Output], image.Winners[Output]);
        image.Units[Output] = image.Units[Input];
    }

    /// <summary>Takes the errors of the maxima.</summary>
    public void Backward(ImageRecord image)
    {
        image.Errors[Input].Renew();
        image.ErrorUnits[Input] = image.ErrorUnits[Output];
    }
}
