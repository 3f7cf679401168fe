using System.Collections.Generic;
using ScEdge.Input;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// The built-in models, for any size of images and number of classes they can handle.
/// </summary>
public static class ModelCatalogue
{
    /// <summary>Names of the built-in models.</summary>
    public static IReadOnlyList<string> Names { get; } = ["lenet5", "edge"];

    /// <summary>Builds a built-in model for a set of images.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="images">Images whose size and classes the model must fit.</param>
    /// <exception cref="InputException">There is no such model or it cannot handle the images.</exception>
    public static ModelDescription Create(string name, ImageSet images)
    {
        System.ArgumentNullException.ThrowIfNull(images);
        return Create(name, images.Channels, images.Height, images.Width, images.ClassCount);
    }

    /// <summary>Builds a built-in model.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="channels">Channels of an image.</param>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="InputException">There is no such model or it cannot handle the images.</exception>
    public static ModelDescription Create(string name, int channels, int height, int width, int classes) => name switch
    {
        "lenet5" => LeNet5(channels, height, width, classes),
        "edge" => Edge(channels, height, width, classes),
        _ => throw new InputException($"There is no model '{name}'; use {string.Join(" or ", Names)}, or the name of a .json file."),
    };

    /// <summary>LeNet-5 with rectifiers and maximum pooling: 61,706 parameters for 28 x 28 pixels and 10 classes.</summary>
    /// <remarks>
    /// After Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition" (1998),
    /// in today's usual form: every map of the second convolution sees all of the first, max pooling, ReLU, softmax.
    /// </remarks>
    public static ModelDescription LeNet5(int channels, int height, int width, int classes) => new(
        "lenet5", channels, height, width,
        [
            new ConvolutionDescription(6, 5, 2), new RectifierDescription(), new MaxPoolingDescription(),
            new ConvolutionDescription(16, 5), new RectifierDescription(), new MaxPoolingDescription(),
            new DenseDescription(120), new RectifierDescription(),
            new DenseDescription(84), new RectifierDescription(),
            new DenseDescription(classes),
        ],
        classes);

    /// <summary>A small network for the edge: 5,994 parameters for 28 x 28 pixels and 10 classes.</summary>
    public static ModelDescription Edge(int channels, int height, int width, int classes) => new(
        "edge", channels, height, width,
        [
            new ConvolutionDescription(8, 5), new RectifierDescription(), new MaxPoolingDescription(),
            new ConvolutionDescription(16, 5), new RectifierDescription(), new MaxPoolingDescription(),
            new DenseDescription(classes),
        ],
        classes);
}
