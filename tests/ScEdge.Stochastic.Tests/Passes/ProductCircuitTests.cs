using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Stochastic.Tests.Passes;

/// <summary>The circuits that a board runs against the plain definition, counts included.</summary>
[Trait("Kind", "Unit")]
public sealed class ProductCircuitTests
{
    private const uint Serial = 4711;
    private const uint WeightSerial = 73;

    public static TheoryData<StreamSource, int> SourcesAndLengths()
    {
        TheoryData<StreamSource, int> rows = [];
        foreach (StreamSource source in Enum.GetValues<StreamSource>().Where(static one => one != StreamSource.Rounding))
        {
            foreach (int length in (int[])[8, 16, 32, 128, 512])
            {
                rows.Add(source, length);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(SourcesAndLengths))]
    public void Advance_ConvolutionWithPadding_SumsAsTheLayerIsDefined(StreamSource source, int length) =>
        Compare(source, length, new WindowShape(2, 7, 6, 3, 3, 3, 1), background: -1738);

    [Theory]
    [MemberData(nameof(SourcesAndLengths))]
    public void Advance_ConvolutionBehindRectifier_SumsAsTheLayerIsDefined(StreamSource source, int length) =>
        Compare(source, length, new WindowShape(3, 8, 8, 8, 5, 5, 0), background: 0);

    [Theory]
    [MemberData(nameof(SourcesAndLengths))]
    public void Advance_OneWindowWithPadding_SumsAsTheLayerIsDefined(StreamSource source, int length)
    {
        Compare(source, length, new WindowShape(3, 1, 1, 2, 3, 3, 1), background: -1738);
        Compare(source, length, new WindowShape(2, 2, 2, 3, 4, 4, 1), background: 0);
    }

    [Theory]
    [MemberData(nameof(SourcesAndLengths))]
    public void Advance_DenseLayer_SumsAsTheLayerIsDefined(StreamSource source, int length) =>
        Compare(source, length, new WindowShape(50, 1, 1, 10, 1, 1, 0), background: 0);

    [Theory]
    [InlineData(StreamSource.OwnCells)]
    [InlineData(StreamSource.SharedCells)]
    public void Advance_SomeOutputsAtATime_SumsAsTheLayerIsDefined(StreamSource source)
    {
        WindowShape shape = new(2, 7, 6, 5, 3, 3, 1);
        Random random = new(3);
        Compare(source, 32, shape, [.. Enumerable.Range(0, shape.InputCount).Select(_ => random.Next(-900, 901))], random, outputsAtATime: 2);
    }

    [Fact]
    public void Advance_PaddingWiderThanKernel_SumsAsTheLayerIsDefined() =>
        Compare(StreamSource.SharedCells, 32, new WindowShape(1, 3, 2, 2, 2, 2, 3), background: 900);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-5)]
    public void Advance_InputsAllAlike_SumsAsTheLayerIsDefined(int value)
    {
        WindowShape shape = new(2, 5, 5, 3, 3, 3, 1);
        Compare(StreamSource.Sobol, 32, shape, [.. Enumerable.Repeat(value, shape.InputCount)], new Random(2));
    }

    private static void Compare(StreamSource source, int length, WindowShape shape, int background)
    {
        Random random = new(length + (int)source);
        int[] inputs = [.. Enumerable.Range(0, shape.InputCount).Select(_ => random.Next(3) > 0 ? background : random.Next(-11550, 11551))];
        Compare(source, length, shape, inputs, random);
    }

    private static void Compare(StreamSource source, int length, WindowShape shape, int[] inputs, Random random, int outputsAtATime = 100)
    {
        short[] weights = [.. Enumerable.Range(0, shape.Outputs * shape.Taps)
            .Select(_ => (short)(random.Next(5) == 0 ? 0 : random.Next(-30000, 30001)))];
        FullScale inputScale = FullScale.Of(MapLayers.Maximum(inputs), -12);
        FullScale weightScale = FullScale.Of((uint)weights.Max(static weight => Math.Abs((int)weight)), -14);
        PassSettings settings = new() { Seed = 99, Source = source, ForwardLength = length, LaneRotation = 3 };
        OperationCounts inputCounts = new();
        OperationCounts weightCounts = new();
        NumberStreams inputStreams = new(inputs.Length, length);
        NumberStreams weightStreams = new(weights.Length, length);
        inputStreams.Draw(Maker(settings, PassOperand.ForwardInput), Serial, inputs, inputScale, inputCounts);
        weightStreams.Draw(Maker(settings, PassOperand.ForwardWeight), WeightSerial, weights, weightScale, weightCounts);
        int[] expected = new int[shape.OutputCount];
        ProductLayer.Forward(shape, inputStreams, weightStreams, expected, inputCounts);

        ProductTask task = new()
        {
            Shape = shape,
            Inputs = inputs,
            InputScale = inputScale,
            Weights = weights,
            WeightScale = weightScale,
            InputSource = Source(settings, PassOperand.ForwardInput),
            WeightSource = Source(settings, PassOperand.ForwardWeight),
            Serial = Serial,
            WeightSerial = WeightSerial,
            Outputs = new int[shape.OutputCount],
            OutputCount = shape.Outputs,
            InputCounts = new OperationCounts(),
            WeightCounts = new OperationCounts(),
        };
        IProductCircuit circuit = settings.HasOwnBits
            ? new StreamProduct(length, shape.InputCount)
            : new LevelProduct(length, shape.InputCount, shape.IsDense ? 0 : weights.Length);
        for (int first = 0; first < shape.Outputs; first += outputsAtATime)
        {
            task.FirstOutput = first;
            task.OutputOffset = first * shape.Positions;
            task.OutputCount = Math.Min(outputsAtATime, shape.Outputs - first);
            circuit.Begin(task);
            while (!circuit.Advance())
            {
            }
        }

        Assert.Equal(expected, task.Outputs);
        Assert.Equal(Values(inputCounts), Values(task.InputCounts));
        Assert.Equal(Values(weightCounts), Values(task.WeightCounts));
    }

    private static OperandSource Source(PassSettings settings, PassOperand operand) =>
        new(settings, Bank(settings), PassKey.InferenceStream, 4, operand);

    private static IStreamMaker Maker(PassSettings settings, PassOperand operand)
    {
        OperandSource source = Source(settings, operand);
        return source.Maker is { } own ? own : new SequenceStreamMaker(source.Sequence);
    }

    private static CellBank? Bank(PassSettings settings) => settings.HasOwnBits || settings.Source == StreamSource.SharedCells
        ? new CellBank(new CellBankSettings { Lanes = 5, CellsPerLane = settings.ForwardLength, DeviceToDevice = 0.3 }, 7)
        : null;

    private static long[] Values(OperationCounts counts)
    {
        long[] values = new long[OperationCounts.Count];
        counts.CopyTo(values);
        return values;
    }
}
