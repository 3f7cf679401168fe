using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using ScEdge.Input;

namespace ScEdge.Training.Networks;

/// <summary>
/// The architecture of a network: input size, layers in order, classes.
/// </summary>
/// <remarks>Valid once it exists: sizes fit from layer to layer and the last layer gives one logit per class.</remarks>
public sealed class ModelDescription
{
    private readonly ParameterDescription[] _parameters;

    /// <summary>Checks that the layers fit together.</summary>
    /// <param name="name">Name for reports and files.</param>
    /// <param name="inputChannels">Channels of an image.</param>
    /// <param name="inputHeight">Rows of an image, in pixels.</param>
    /// <param name="inputWidth">Columns of an image, in pixels.</param>
    /// <param name="layers">Layers in order; the last is dense with as many outputs as classes.</param>
    /// <param name="classes">Number of classes, 2 to 256.</param>
    /// <exception cref="InputException">No such network can exist; the sentence names the layer.</exception>
    [JsonConstructor]
    public ModelDescription(
        string name, int inputChannels, int inputHeight, int inputWidth,
        IReadOnlyList<LayerDescription> layers, int classes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(layers);
        Name = name;
        InputChannels = inputChannels;
        InputHeight = inputHeight;
        InputWidth = inputWidth;
        Layers = [.. layers];
        Classes = classes;
        _parameters = [.. ModelValidation.Parameters(this)];
    }

    /// <summary>Name for reports and files.</summary>
    public string Name { get; }

    /// <summary>Channels of an image.</summary>
    public int InputChannels { get; }

    /// <summary>Rows of an image, in pixels.</summary>
    public int InputHeight { get; }

    /// <summary>Columns of an image, in pixels.</summary>
    public int InputWidth { get; }

    /// <summary>Layers in order.</summary>
    public IReadOnlyList<LayerDescription> Layers { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>The parameters of the layers in order, weights before bias.</summary>
    [JsonIgnore]
    public IReadOnlyList<ParameterDescription> Parameters => _parameters;

    /// <summary>Number of trainable numbers.</summary>
    [JsonIgnore]
    public int ParameterCount => _parameters.Sum(static parameter => parameter.Count);
}
