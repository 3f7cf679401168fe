using System;
using System.Linq;
using ScEdge.Input;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Tests.Networks;

[Trait("Kind", "Unit")]
public sealed class ModelDescriptionTests
{
    [Theory]
    [InlineData("lenet5", 28, 10, 61706)]
    [InlineData("lenet5", 28, 26, 61706 + (16 * 85))]
    [InlineData("lenet5", 28, 47, 61706 + (37 * 85))]
    [InlineData("lenet5", 28, 62, 61706 + (52 * 85))]
    [InlineData("lenet5", 32, 10, 61706 + (120 * 16 * (36 - 25)))]
    [InlineData("edge", 28, 10, 5994)]
    [InlineData("edge", 28, 26, 5994 + (16 * 257))]
    [InlineData("edge", 28, 47, 5994 + (37 * 257))]
    [InlineData("edge", 28, 62, 5994 + (52 * 257))]
    public void Create_BuiltIn_HasTheKnownNumberOfParameters(string name, int size, int classes, int count)
        => Assert.Equal(count, ModelCatalogue.Create(name, 1, size, size, classes).ParameterCount);

    [Fact]
    public void Parameters_LeNet5_AreNamedAndShapedAsInPyTorch()
    {
        ModelDescription model = ModelCatalogue.Create("lenet5", 1, 28, 28, 10);
        Assert.Equal(
            [
                "conv1.weight 6x1x5x5 25", "conv1.bias 6 25", "conv2.weight 16x6x5x5 150", "conv2.bias 16 150",
                "fc1.weight 120x400 400", "fc1.bias 120 400", "fc2.weight 84x120 120", "fc2.bias 84 120",
                "fc3.weight 10x84 84", "fc3.bias 10 84",
            ],
            model.Parameters.Select(static p => $"{p.Name} {string.Join("x", p.Shape)} {p.FanIn}"));
    }

    [Theory]
    [InlineData("lenet6", 28, 10, "There is no model 'lenet6'; use lenet5 or edge, or the name of a .json file.")]
    [InlineData(
        "edge", 8, 10,
        "Layer 4 of model 'edge' has a kernel of 5 x 5 that does not fit on maps of 2 x 2 with padding 0; use a smaller kernel or larger images.")]
    [InlineData("edge", 5, 10, "Layer 3 of model 'edge' pools squares of 2 x 2 but gets maps of only 1 x 1; drop it or use larger images.")]
    [InlineData("edge", 28, 1, "Model 'edge' has 1 classes; give 2 to 256.")]
    [InlineData("edge", 0, 10, "Model 'edge' needs an input of at least 1 channel, 1 row and 1 column.")]
    public void Create_Impossible_SaysWhy(string name, int size, int classes, string sentence)
        => Assert.Equal(sentence, Assert.Throws<InputException>(() => ModelCatalogue.Create(name, 1, size, size, classes)).Message);

    [Theory]
    [InlineData("{\"type\": \"dense\", \"outputs\": 4}", "Model 'm' must end with a dense layer of 3 outputs, one per class.")]
    [InlineData("{\"type\": \"relu\"}", "Model 'm' must end with a dense layer of 3 outputs, one per class.")]
    [InlineData("", "Model 'm' must end with a dense layer of 3 outputs, one per class.")]
    [InlineData(
        "{\"type\": \"convolution\", \"outputChannels\": 0, \"kernelSize\": 3}, {\"type\": \"dense\", \"outputs\": 3}",
        "Layer 1 of model 'm' has 0 output channels; give at least 1.")]
    [InlineData(
        "{\"type\": \"convolution\", \"outputChannels\": 1, \"kernelSize\": 3, \"padding\": 3}, {\"type\": \"dense\", \"outputs\": 3}",
        "Layer 1 of model 'm' has a padding of 3; give 0 to 2, less than the kernel.")]
    [InlineData(
        "{\"type\": \"convolution\", \"outputChannels\": 1, \"kernelSize\": 999}, {\"type\": \"dense\", \"outputs\": 3}",
        "Layer 1 of model 'm' has a kernel of 999 x 999; give a size from 1 to 255.")]
    [InlineData(
        "{\"type\": \"dense\", \"outputs\": 0}, {\"type\": \"dense\", \"outputs\": 3}",
        "Layer 1 of model 'm' has 0 outputs; give at least 1.")]
    [InlineData(
        "{\"type\": \"dense\", \"outputs\": 2000000000}, {\"type\": \"dense\", \"outputs\": 3}",
        "Layer 1 of model 'm' needs 200000000000 numbers for its weights, more than 16777216; use smaller sizes.")]
    [InlineData(
        "{\"type\": \"convolution\", \"outputChannels\": 1000, \"kernelSize\": 255, \"padding\": 123}, {\"type\": \"dense\", \"outputs\": 3}",
        "Layer 1 of model 'm' needs 65025000 numbers for its weights, more than 16777216; use smaller sizes.")]
    [InlineData(
        "{\"type\": \"dense\", \"outputs\": 5}, {\"type\": \"maxPooling\"}, {\"type\": \"dense\", \"outputs\": 3}",
        "Layer 2 of model 'm' is a pooling behind a dense layer, which leaves no maps; put it in front.")]
    public void Parse_ImpossibleLayers_SaysWhy(string layers, string sentence)
        => Assert.Equal($"'m.json': {sentence}", Assert.Throws<InputException>(() => ModelFile.Parse(Json(layers), "m.json")).Message);

    [Theory]
    [InlineData("null", "'m.json': it holds no model but null")]
    [InlineData("{", "'m.json' is not a model near line 1: ")]
    [InlineData("{}", "'m.json' is not a model")]
    [InlineData("{\"nane\": \"x\"}", "'m.json' is not a model")]
    public void Parse_OtherJson_NamesTheFile(string json, string beginning)
        => Assert.StartsWith(
            beginning, Assert.Throws<InputException>(() => ModelFile.Parse(json, "m.json")).Message, System.StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"outputs\": 3}")]
    [InlineData("{\"type\": \"attention\"}")]
    [InlineData("{\"type\": \"dense\", \"outputs\": \"three\"}")]
    [InlineData("{\"type\": \"dense\"}")]
    [InlineData("{\"type\": \"dense\", \"outputs\": 3, \"bias\": false}")]
    [InlineData("null")]
    public void Parse_MalformedLayer_NamesTheFile(string layer)
        => Assert.Contains(
            "m.json", Assert.Throws<InputException>(() => ModelFile.Parse(Json(layer), "m.json")).Message, System.StringComparison.Ordinal);

    [Fact]
    public void FormatParse_BuiltIn_RoundTrips()
    {
        ModelDescription model = ModelCatalogue.Create("lenet5", 1, 28, 28, 47);
        string json = ModelFile.Format(model);
        ModelDescription again = ModelFile.Parse(json, "x");
        Assert.Equal(model.Layers, again.Layers);
        Assert.Equal(json, ModelFile.Format(again));
        Assert.Equal(model.ParameterCount, again.ParameterCount);
    }

    [Fact]
    public void Read_MissingFile_SaysSo()
        => Assert.StartsWith(
            "Cannot read 'nowhere.json'",
            Assert.Throws<InputException>(static () => ModelFile.Read("nowhere.json")).Message,
            System.StringComparison.Ordinal);

    private static string Json(string layers)
        => $"{{\"name\": \"m\", \"inputChannels\": 1, \"inputHeight\": 10, \"inputWidth\": 10, \"layers\": [{layers}], \"classes\": 3}}";

    [Fact]
    public void Constructor_MoreLayersThanTheBound_IsRefusedAtOnce()
    {
        LayerDescription[] layers = [.. Enumerable.Repeat<LayerDescription>(new RectifierDescription(), 100_000), new DenseDescription(10)];

        InputException exception = Assert.Throws<InputException>(() => new ModelDescription("deep", 1, 28, 28, layers, 10));

        Assert.Contains("has 100001 layers, more than 1000; use fewer, or set SCEDGE_MODEL_LAYERS", exception.Message, StringComparison.Ordinal);
    }
}
