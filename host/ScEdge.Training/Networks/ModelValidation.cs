using System.Collections.Generic;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Training.Networks;

/// <summary>
/// Walks through the layers of a model, checks that each can work on what the last one gives, and lists the parameters.
/// </summary>
internal sealed class ModelValidation
{
    /// <summary>More numbers than this in one tensor are taken for a slip; 16 lanes of them stay far from overflow.</summary>
    private const long LargestTensor = 1 << 24;

    /// <summary>The same for all parameters together.</summary>
    private const long LargestModel = 1 << 26;

    private readonly ModelDescription _model;
    private readonly List<ParameterDescription> _parameters = [];
    private int _channels;
    private int _height;
    private int _width;
    private int _convolutions;
    private int _denseLayers;
    private long _parameterCount;
    private string _place = "";

    private ModelValidation(ModelDescription model)
    {
        _model = model;
        _channels = model.InputChannels;
        _height = model.InputHeight;
        _width = model.InputWidth;
    }

    /// <summary>The parameters of a model.</summary>
    /// <exception cref="InputException">The model cannot exist.</exception>
    public static List<ParameterDescription> Parameters(ModelDescription model)
    {
        ModelValidation validation = new(model);
        validation.Check();
        return validation._parameters;
    }

    private void Check()
    {
        _place = $"Model '{_model.Name}'";
        Require(_channels >= 1 && _height >= 1 && _width >= 1, "needs an input of at least 1 channel, 1 row and 1 column");
        RequireSize((long)_channels * _height, _width, "its input");
        Require(_model.Classes is >= 2 and <= 256, $"has {_model.Classes} classes; give 2 to 256");
        Require(
            _model.Layers.Count > 0 && _model.Layers[^1] is DenseDescription last && last.Outputs == _model.Classes,
            $"must end with a dense layer of {_model.Classes} outputs, one per class");
        long most = InputLimit.Layers.Value;
        Require(_model.Layers.Count <= most, $"has {_model.Layers.Count} layers, more than {most}; use fewer, or set {InputLimit.Layers.Variable}");
        for (int i = 0; i < _model.Layers.Count; i++)
        {
            _place = $"Layer {i + 1} of model '{_model.Name}'";
            Check(_model.Layers[i]);
        }
    }

    private void Check(LayerDescription layer)
    {
        switch (layer)
        {
            case ConvolutionDescription convolution:
                Check(convolution);
                break;
            case MaxPoolingDescription:
                RequireMaps("pooling");
                Require(
                    _height >= 2 && _width >= 2,
                    $"pools squares of 2 x 2 but gets maps of only {_height} x {_width}; drop it or use larger images");
                _height /= 2;
                _width /= 2;
                break;
            case DenseDescription dense:
                Check(dense);
                break;
            case RectifierDescription:
                break;
            default:
                Require(false, "is of an unknown kind; use convolution, relu, maxPooling or dense");
                break;
        }
    }

    private void Check(ConvolutionDescription layer)
    {
        RequireMaps("convolution");
        int size = layer.KernelSize;
        Require(layer.OutputChannels >= 1, $"has {layer.OutputChannels} output channels; give at least 1");
        Require(size is >= 1 and <= 255, $"has a kernel of {size} x {size}; give a size from 1 to 255");
        Require(layer.Padding >= 0 && layer.Padding < size, $"has a padding of {layer.Padding}; give 0 to {size - 1}, less than the kernel");
        int height = _height + (2 * layer.Padding) - size + 1;
        int width = _width + (2 * layer.Padding) - size + 1;
        Require(
            height >= 1 && width >= 1,
            $"has a kernel of {size} x {size} that does not fit on maps of {_height} x {_width} with padding {layer.Padding}; "
            + "use a smaller kernel or larger images");
        int fanIn = RequireSize((long)_channels * size, size, "its kernel");
        RequireSize(layer.OutputChannels, fanIn, "its weights");
        RequireSize((long)_channels * (_height + (2 * layer.Padding)), _width + (2 * layer.Padding), "its padded input");
        int border = 2 * (size - 1 - layer.Padding);
        RequireSize((long)layer.OutputChannels * (height + border), width + border, "its padded output");
        _convolutions++;
        Add($"conv{_convolutions}", [layer.OutputChannels, _channels, size, size], fanIn);
        (_channels, _height, _width) = (layer.OutputChannels, height, width);
    }

    private void Check(DenseDescription layer)
    {
        Require(layer.Outputs >= 1, $"has {layer.Outputs} outputs; give at least 1");
        int inputs = _channels * _height * _width;
        RequireSize(layer.Outputs, inputs, "its weights");
        _denseLayers++;
        Add($"fc{_denseLayers}", [layer.Outputs, inputs], inputs);
        (_channels, _height, _width) = (layer.Outputs, 1, 1);
    }

    private void Add(string layer, int[] shape, int fanIn)
    {
        _parameters.Add(new ParameterDescription($"{layer}.weight", shape, fanIn));
        _parameters.Add(new ParameterDescription($"{layer}.bias", [shape[0]], fanIn));
        _parameterCount += (long)shape[0] * (fanIn + 1);
        Require(_parameterCount <= LargestModel, $"brings the model to {_parameterCount} parameters, more than {LargestModel}; use smaller sizes");
    }

    private void RequireMaps(string kind)
        => Require(_denseLayers == 0, $"is a {kind} behind a dense layer, which leaves no maps; put it in front");

    private int RequireSize(long outer, long inner, string what)
    {
        Require(outer * inner <= LargestTensor, $"needs {outer * inner} numbers for {what}, more than {LargestTensor}; use smaller sizes");
        return (int)(outer * inner);
    }

    private void Require(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new InputException($"{_place} {sentence}.");
        }
    }
}
