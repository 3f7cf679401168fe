using System;
using System.Linq;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Playground.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;
using ScEdge.Training.Passes;

namespace ScEdge.Playground.Tests.Networks;

/// <summary>What is read in the browser is what this computer's kernels read: scores and every count.</summary>
[Trait("Kind", "Property")]
public sealed class LocalReaderTests
{
    private static readonly ImageSet Images = MnistDataset.Load().Test.First(3);

    [Theory]
    [InlineData("edge", StreamSource.SharedCells, 32)]
    [InlineData("edge", StreamSource.OwnCells, 64)]
    [InlineData("edge", StreamSource.Sobol, 16)]
    [InlineData("lenet5", StreamSource.Lfsr, 32)]
    public void Read_ASource_GivesTheScoresAndCountsOfThePasses(string model, StreamSource source, int length)
    {
        TestRegisters registers = new(model, Images);
        LocalReader reader = new(TrainedRegisters.Read(registers.File()));
        using WorkerTeam team = new(1);
        StochasticPasses passes = new(
            registers.Model, registers.Normalization, registers.Registers,
            new PassSettings { Seed = 9, Source = source, ForwardLength = length, WeightsPerImage = true },
            new CellBankSettings { Lanes = NetworkAssembly.Lanes, CellsPerLane = length }, team, batchCapacity: 1, backward: false);
        float[] logits = new float[registers.Model.Classes];
        for (int image = 0; image < Images.Count; image++)
        {
            passes.Read(Images, [image], (uint)image, logits);
            OperationCounts counts = new();
            foreach (PassCounts layer in passes.Counts)
            {
                counts.Add(layer.Forward);
            }

            byte[] pixels = Images.Images.AsSpan(image * Images.ImageLength, Images.ImageLength).ToArray();
            DigitReading reading = reader.Read(pixels, new ReadingSettings(length, source, 9), (uint)image);

            Assert.Equal(logits, reading.Logits);
            Assert.Equal(Values(counts), Values(reading.Counts));
            Assert.Equal(passes.Products, reader.Products);
            Assert.Equal(passes.Tensors.Count - 1, reading.Maps.Count);
        }
    }

    [Fact]
    public void Read_SameSerialAgain_GivesTheSameBits()
    {
        LocalReader reader = new(TrainedRegisters.Read(new TestRegisters("edge", Images).File()));
        byte[] pixels = Images.Images.AsSpan(0, Images.ImageLength).ToArray();
        ReadingSettings settings = new(32, StreamSource.SharedCells, 1);

        float[][] logits = [.. new uint[] { 4, 5, 4 }.Select(serial => reader.Read(pixels, settings, serial).Logits.ToArray())];

        Assert.Equal(logits[0], logits[2]);
        Assert.NotEqual(logits[0], logits[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678")]
    [InlineData("\u0002\0\0\0\0\0\0\0{}")]
    public void Read_NoRegisters_SaysSoInOneSentence(string bytes)
    {
        InputException exception = Assert.Throws<InputException>(() => TrainedRegisters.Read([.. bytes.Select(static one => (byte)one)]));

        Assert.StartsWith("The network's file holds no registers", exception.Message, StringComparison.Ordinal);
    }

    private static long[] Values(OperationCounts counts)
    {
        long[] values = new long[OperationCounts.Count];
        counts.CopyTo(values);
        return values;
    }
}
