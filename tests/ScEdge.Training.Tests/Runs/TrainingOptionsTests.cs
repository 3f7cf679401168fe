using System;
using System.Text.Json;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

[Trait("Kind", "Unit")]
public class TrainingOptionsTests
{
    public static TheoryData<TrainingOptions, string> Unusable() => new()
    {
        { new TrainingOptions { LearningRate = double.NaN }, "learning rate" },
        { new TrainingOptions { LearningRate = 0.03 }, "power of two" },
        { new TrainingOptions { Momentum = 1.0 }, "momentum" },
        { new TrainingOptions { WeightDecay = 1e-9 }, "weight decay" },
        { new TrainingOptions { BatchSize = 0 }, "batch size" },
        { new TrainingOptions { Epochs = 0 }, "epochs" },
        { new TrainingOptions { ImageLimit = -1 }, "limit" },
        { new TrainingOptions { ValidationCount = -1 }, "validation" },
        { new TrainingOptions { Lanes = 0 }, "lanes" },
        { new TrainingOptions { GradientBits = 12 }, "8 or 16" },
        { new TrainingOptions { Seeds = [] }, "no seed" },
        { new TrainingOptions { Seeds = [1, 2, 1] }, "twice" },
        { new TrainingOptions { Optimizer = OptimizerKind.Adam, Encoding = UpdateEncoding.Bipolar }, "sign and magnitude" },
        { new TrainingOptions { Optimizer = OptimizerKind.Adam, StreamLengths = new(32, 32, 24) }, "power of two" },
        { new TrainingOptions { Optimizer = OptimizerKind.Adam, RateAsStream = true }, "no stream for it" },
        { new TrainingOptions { Optimizer = OptimizerKind.Adam, Momentum = 0.5 }, "no momentum" },
        { new TrainingOptions { Optimizer = OptimizerKind.Sgd, Momentum = 0.5 }, "no momentum" },
        { new TrainingOptions { Optimizer = OptimizerKind.Sgd, StreamLengths = new(8, 4, 4) }, "one stream" },
        { new TrainingOptions { Optimizer = OptimizerKind.Sgd, RegisterBits = new(16, 12) }, "no registers but" },
        { new TrainingOptions { Optimizer = null, RateAsStream = true }, "FP32" },
        { new TrainingOptions { Optimizer = null, Encoding = UpdateEncoding.Bipolar }, "FP32" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Validate_WhatCannotBe_IsOneSentenceThatNamesIt(TrainingOptions options, string word)
    {
        string message = Assert.Throws<InputException>(options.Validate).Message;
        Assert.Contains(word, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sc-sgd")]
    [InlineData("sc-momentum")]
    [InlineData("sc-adam")]
    [InlineData("sgd")]
    public void Validate_TheDefaultsOfEveryOptimizer_AreSound(string name)
    {
        TrainingOptions options = new() { Optimizer = OptimizerNames.All[name] };
        options.Validate();
        string json = JsonSerializer.Serialize(options, RunJson.Compact);
        Assert.Contains($"\"optimizer\":\"{name}\"", json, StringComparison.Ordinal);
        Assert.Equal(options.Optimizer, JsonSerializer.Deserialize<TrainingOptions>(json, RunJson.Compact)!.Optimizer);
    }

    [Fact]
    public void Validate_AdamAtAnyRate_IsSound() => new TrainingOptions { Optimizer = OptimizerKind.Adam, LearningRate = 0.003 }.Validate();

    [Theory]
    [InlineData("\"adam\"")]
    [InlineData("3")]
    [InlineData("null")]
    public void Deserialize_UnknownOptimizer_IsRefused(string value) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TrainingOptions>($"{{\"optimizer\":{value}}}", RunJson.Compact));

    [Theory]
    [InlineData(3, 0, 1.0)]
    [InlineData(3, 1, 0.5)]
    [InlineData(3, 2, 0.25)]
    [InlineData(1, 0, 1.0)]
    [InlineData(9, 8, 0.25)]
    [InlineData(100, 99, 0.125)]
    public void RateOf_Epoch_HalvesAfterEachThird(int epochs, int epoch, double share) =>
        Assert.Equal(share, new TrainingOptions { Epochs = epochs, LearningRate = 1.0 }.RateOf(epoch));

    [Theory]
    [InlineData("32", 32, 32, 32)]
    [InlineData("32/4/8", 32, 4, 8)]
    [InlineData("4096", 4096, 4096, 4096)]
    public void StreamLengthsParse_Text_ReadsThem(string text, int gradient, int decay, int weight)
    {
        Assert.Equal(new StreamLengths(gradient, decay, weight), StreamLengths.Parse(text));
        Assert.Equal(text, StreamLengths.Parse(text).ToString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("32/4")]
    [InlineData("-8")]
    [InlineData("4097")]
    [InlineData("eight")]
    [InlineData("")]
    [InlineData("1/2/3/4")]
    public void StreamLengthsParse_Nonsense_IsRefused(string text) =>
        Assert.Contains("stream length", Assert.Throws<InputException>(() => StreamLengths.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("16", 16, 16)]
    [InlineData("12/10", 12, 10)]
    public void RegisterBitsParse_Text_ReadsThem(string text, int weight, int momentum) =>
        Assert.Equal(new RegisterBits(weight, momentum), RegisterBits.Parse(text));

    [Theory]
    [InlineData("17")]
    [InlineData("3/16")]
    [InlineData("16/16/16")]
    [InlineData("x")]
    public void RegisterBitsParse_Nonsense_IsRefused(string text) =>
        Assert.Contains("register width", Assert.Throws<InputException>(() => RegisterBits.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1.0, 65536u, 0)]
    [InlineData(0.03125, 65536u, 5)]
    [InlineData(0.03, 62915u, 5)]
    [InlineData(3.0, 49152u, -2)]
    public void Split_Rate_IsAFractionAndHalvings(double rate, uint fraction, int shift)
    {
        LearningRate split = StochasticRule.Split(rate);
        Assert.Equal(fraction, split.Fraction);
        Assert.Equal(shift, split.Shift);
    }
}
