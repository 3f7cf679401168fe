using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Parsing;
using ScEdge.Input;
using ScEdge.Training.Networks;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class ListsCommandTests
{
    [Fact]
    public void Datasets_Json_HoldsMnistWithItsSizes()
    {
        JsonElement mnist = CommandInvocation.Run(DatasetsCommand.Create(), "--json").Json.GetProperty("datasets").EnumerateArray().Single();

        Assert.Equal("mnist", mnist.GetProperty("dataset").GetString());
        Assert.Equal(60000, mnist.GetProperty("training_images").GetInt32());
        Assert.Equal(10000, mnist.GetProperty("test_images").GetInt32());
        Assert.Equal(28, mnist.GetProperty("height").GetInt32());
        Assert.Equal(28, mnist.GetProperty("width").GetInt32());
        Assert.Equal(10, mnist.GetProperty("classes").GetArrayLength());

        // Counts of the published data set: Y. LeCun, C. Cortes, C. Burges; 5,923 training and 980 test images show a 0.
        Assert.Equal(5923, mnist.GetProperty("training_images_by_class")[0].GetInt32());
        Assert.Equal(980, mnist.GetProperty("test_images_by_class")[0].GetInt32());
    }

    [Fact]
    public void Datasets_Text_SaysHowToGiveAFolder()
    {
        string text = CommandInvocation.Run(DatasetsCommand.Create()).Output;

        Assert.Contains("60,000 training", text, StringComparison.Ordinal);
        Assert.Contains("train-images-idx3-ubyte", text, StringComparison.Ordinal);
        Assert.Contains("emnist-letters-train-images-idx3-ubyte", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Datasets_Folder_IsInspected()
    {
        using TemporaryFolder folder = new();
        TinyImages.Write(folder.At("bars"));

        JsonElement json = CommandInvocation.Run(DatasetsCommand.Create(), folder.At("bars"), "--json").Json;
        string text = CommandInvocation.Run(DatasetsCommand.Create(), folder.At("bars")).Output;

        Assert.Equal("bars", json.GetProperty("name").GetString());
        Assert.Equal(
            TinyImages.TrainingCount + TinyImages.ValidationCount,
            json.GetProperty("training_images_by_class").EnumerateArray().Sum(count => count.GetInt32()));
        Assert.Equal(TinyImages.TestCount, json.GetProperty("test_images").GetInt32());
        Assert.Contains("16 x 16 pixels", text, StringComparison.Ordinal);
        Assert.Contains("@@@", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Datasets_MissingFolder_IsRefused() =>
        Assert.Throws<InputException>(() => CommandInvocation.Run(DatasetsCommand.Create(), "no-such-folder"));

    [Fact]
    public void Models_Json_HoldsTheBuiltInNetworks()
    {
        JsonElement[] models = [.. CommandInvocation.Run(ModelsCommand.Create(), "--json").Json.GetProperty("models").EnumerateArray()];

        Assert.Equal(["lenet5", "edge"], models.Select(model => model.GetProperty("name").GetString()));
        Assert.Equal([61706, 5994], models.Select(model => model.GetProperty("parameters").GetInt32()));
        foreach (JsonElement model in models)
        {
            Assert.Equal(
                model.GetProperty("parameters").GetInt32(),
                model.GetProperty("layers").EnumerateArray().Sum(layer => layer.GetProperty("parameters").GetInt32()));
            Assert.Equal("[10]", model.GetProperty("layers").EnumerateArray().Last().GetProperty("output").GetRawText());
        }

        // The second convolution of LeNet-5: 14 x 14 maps, kernel 5, no padding.
        Assert.Equal("[16,10,10]", models[0].GetProperty("layers")[3].GetProperty("output").GetRawText());
    }

    [Fact]
    public void Models_JsonOf_IsAFileThatModelsAccepts()
    {
        using TemporaryFolder folder = new();
        string file = folder.At("mine.json");
        string text = CommandInvocation.Run(ModelsCommand.Create(), "--json-of", "lenet5").Output;
        File.WriteAllText(file, text);

        Assert.Equal(61706, ModelFile.Parse(text, "test").ParameterCount);
        Assert.Contains("61,706 parameters", CommandInvocation.Run(ModelsCommand.Create(), file).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\": \"x\"}", "is not a model")]
    [InlineData(
        "{\"name\": \"x\", \"inputChannels\": 1, \"inputHeight\": 4, \"inputWidth\": 4, \"layers\": "
        + "[{\"type\": \"convolution\", \"outputChannels\": 2, \"kernelSize\": 5}, {\"type\": \"dense\", \"outputs\": 2}], \"classes\": 2}",
        "does not fit")]
    public void Models_ImpossibleFile_IsRefused(string json, string part)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.At("mine.json"), json);

        InputException exception = Assert.Throws<InputException>(() => CommandInvocation.Run(ModelsCommand.Create(), folder.At("mine.json")));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lenet")]
    [InlineData("missing.json")]
    public void Models_UnknownName_IsRefused(string name) =>
        Assert.Throws<InputException>(() => CommandInvocation.Run(ModelsCommand.Create(), name));

    [Fact]
    public void Models_JsonOfWithOtherArguments_IsMisuse() =>
        Assert.Throws<UsageException>(() => CommandInvocation.Run(ModelsCommand.Create(), "edge", "--json-of", "edge"));
}
