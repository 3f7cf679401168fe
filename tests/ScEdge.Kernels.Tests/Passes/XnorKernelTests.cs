using System;
using System.Linq;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Tests.Passes;

/// <summary>The passes' kernels on bipolar streams against the plain code, on every tier of this processor.</summary>
public sealed class XnorKernelTests
{
    private const int Digit = 3;
    private const int BiasDigit = 2;

    private static readonly FullScale Scale = FullScale.Of(30000, 0);

    /// <summary>The shapes of <see cref="PassScene"/>, and one whose padding is wider than its window.</summary>
    public static TheoryData<int, int> ShapesAndLengths
    {
        get
        {
            TheoryData<int, int> data = [];
            for (int shape = 0; shape < 8; shape++)
            {
                foreach (int length in new[] { 8, 32, 64, 256, 512 })
                {
                    data.Add(shape, length);
                }
            }

            return data;
        }
    }

    public static TheoryData<int, int> ShapesAndLengthsOfLevels
    {
        get
        {
            TheoryData<int, int> data = [];
            for (int shape = 0; shape < 7; shape++)
            {
                foreach (int length in new[] { 8, 32, 64, 128, 256 })
                {
                    if (ScatterLevelKernel.CanServe(PassScene.ShapeOf(shape), length))
                    {
                        data.Add(shape, length);
                    }
                }
            }

            return data;
        }
    }

    [Fact]
    public void BipolarProbabilities_AnyScale_EqualPlainCode()
    {
        int[] map = [0, 1, -1, 2, -2, 30000, -30000, int.MaxValue, -int.MaxValue, .. Enumerable.Range(-40, 81).Select(static i => i * 1237)];
        FullScale[] scales =
        [
            .. Enumerable.Range(-20, 61).Select(static exponent => FullScale.At(exponent, -3)),
            .. new uint[] { 0, 5, 6, 7, 40 * 1237, 30000, int.MaxValue }.Select(static maximum => FullScale.Of(maximum, -3)),
        ];
        foreach (FullScale scale in scales)
        {
            uint[] actual = new uint[map.Length];
            MapKernel.BipolarProbabilities(map, scale, actual);
            Assert.Equal(map.Select(value => BipolarNumber.Probability(value, scale)), actual);
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void Forward_GatesOnEveryTier_EqualPlainCode(int shape, int length)
    {
        PassScene scene = Scene(shape, length, 11);
        int[] expected = new int[scene.Shape.OutputCount];
        ProductLayer.Forward(scene.Shape, scene.InputStreams, scene.WeightStreams, expected, new OperationCounts());
        ForwardKernel kernel = new(scene.Shape);
        XnorSums sums = new(scene.Shape, forward: true);
        foreach (VectorTier tier in Tiers())
        {
            int[] actual = new int[expected.Length];
            kernel.Run(
                tier, Plus(scene.Inputs), PassScene.Copy(scene.InputStreams.Words), scene.Kernel(forward: true), .., actual);
            sums.Complete(Ones(scene.InputStreams), length, Weights(scene, forward: true), actual);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void Backward_GatesOnEveryTier_EqualPlainCode(int shape, int length)
    {
        PassScene scene = Scene(shape, length, 31);
        int[] expected = new int[scene.Shape.InputCount];
        ProductLayer.Backward(scene.Shape, scene.ErrorStreams, scene.WeightStreams, expected, new OperationCounts());
        BackwardKernel kernel = new(scene.Shape);
        XnorSums sums = new(scene.Shape, forward: false);
        foreach (VectorTier tier in Tiers())
        {
            int[] actual = new int[expected.Length];
            kernel.Run(tier, Plus(scene.Errors), PassScene.Copy(scene.ErrorStreams.Words), scene.Kernel(forward: false), actual);
            sums.Complete(Ones(scene.ErrorStreams), length, Weights(scene, forward: false), actual);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void CountCoincidences_GatesOnEveryTierAfterAnotherImage_EqualPlainCode(int shape, int length)
    {
        PassScene[] scenes = [Scene(shape, length, 51), Scene(shape, length, 71)];
        WindowShape windows = scenes[0].Shape;
        NumberStreams one = One(length);
        foreach (VectorTier tier in Tiers())
        {
            CoincidenceKernel kernel = new(windows, length);
            XnorCoincidences rest = new(windows);
            CoincidenceCounters counters = new(windows);
            foreach (PassScene scene in scenes)
            {
                long before = counters.Increments;
                kernel.Run(
                    tier,
                    Plus(scene.Inputs),
                    PassScene.Copy(scene.InputStreams.Words),
                    Plus(scene.Errors),
                    PassScene.Copy(scene.ErrorStreams.Words),
                    one.Words,
                    Digit + XnorCoincidences.Digits,
                    BiasDigit + XnorCoincidences.Digits,
                    counters);
                rest.Add(
                    Ones(scene.InputStreams), Ones(scene.ErrorStreams), Ones(one)[0], length, Digit, BiasDigit, counters.Increments - before,
                    counters);
            }

            AssertCounters(windows, [.. scenes.Select(static scene => (scene.InputStreams, scene.ErrorStreams))], one, counters);
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengthsOfLevels))]
    public void ForwardAndBackward_LevelsOnEveryTier_EqualPlainCode(int shape, int length)
    {
        PassScene scene = Scene(shape, length, 91);
        LevelTensor inputs = new(scene.Inputs, length, seed: 1);
        LevelTensor errors = new(scene.Errors, length, seed: 2);
        LevelTensor weights = new([.. scene.Weights.Select(static weight => (int)weight)], length, seed: 3);
        int[] expectedOutputs = new int[scene.Shape.OutputCount];
        int[] expectedErrors = new int[scene.Shape.InputCount];
        ProductLayer.Forward(scene.Shape, inputs.Streams, weights.Streams, expectedOutputs, new OperationCounts());
        ProductLayer.Backward(scene.Shape, errors.Streams, weights.Streams, expectedErrors, new OperationCounts());
        foreach (VectorTier tier in Tiers())
        {
            int[] outputs = Run(tier, scene.Shape, inputs, weights, expectedOutputs.Length, forward: true);
            Assert.Equal(expectedOutputs, outputs);
            Assert.Equal(expectedErrors, Run(tier, scene.Shape, errors, weights, expectedErrors.Length, forward: false));
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengthsOfLevels))]
    public void CountCoincidences_LevelsOnEveryTier_EqualPlainCode(int shape, int length)
    {
        PassScene scene = Scene(shape, length, 93);
        LevelTensor inputs = new(scene.Inputs, length, seed: 4);
        LevelTensor errors = new(scene.Errors, length, seed: 5);
        NumberStreams one = One(length);
        LevelTable table = new();
        table.Fill(errors.Sequence, inputs.Sequence);
        foreach (VectorTier tier in Tiers())
        {
            CoincidenceLevelKernel kernel = new(scene.Shape);
            CoincidenceCounters counters = kernel.Counters;
            kernel.Run(
                tier, inputs.Map, errors.Map, table, errors.Sequence.CountWith(one.Words), Digit + XnorCoincidences.Digits,
                BiasDigit + XnorCoincidences.Digits);
            new XnorCoincidences(scene.Shape).Add(
                inputs.Levels(), errors.Levels(), Ones(one)[0], length, Digit, BiasDigit, counters.Increments, counters);
            AssertCounters(scene.Shape, [(inputs.Streams, errors.Streams)], one, counters);
        }
    }

    private static int[] Run(
        VectorTier tier, WindowShape shape, LevelTensor map, LevelTensor weights, int count, bool forward)
    {
        WeightLevels laid = new(shape, forward);
        laid.Fill(0, weights.Map.Levels.Slice(0, shape.Outputs * shape.Taps));
        XnorWeights ones = new(shape, forward);
        weights.Levels().CopyTo(ones.Of(0, weights.Levels().Length));
        ones.Complete();
        LevelTable table = new();
        table.Fill(map.Sequence, weights.Sequence);
        int[] targets = new int[count];
        new ScatterLevelKernel(shape, forward).Run(tier, map.Map, laid, table, targets);
        new XnorSums(shape, forward).Complete(map.Levels(), table.Length, ones, targets);
        return targets;
    }

    private static void AssertCounters(
        WindowShape windows, (NumberStreams Inputs, NumberStreams Errors)[] images, NumberStreams one, CoincidenceCounters counters)
    {
        int[] weights = new int[windows.Outputs * windows.Taps];
        int[] biases = new int[windows.Outputs];
        OperationCounts counts = new();
        foreach ((NumberStreams inputs, NumberStreams errors) in images)
        {
            ProductLayer.CountCoincidences(windows, inputs, errors, Digit, weights, counts);
            ProductLayer.CountCoincidencesOfBias(windows, one, errors, BiasDigit, biases, counts);
        }

        int[] actual = new int[weights.Length];
        for (int output = 0; output < windows.Outputs; output++)
        {
            counters.TakeWeights(output, actual.AsSpan(output * windows.Taps, windows.Taps));
        }

        Assert.Equal(weights, actual);
        Assert.Equal(biases, counters.Biases);
        Assert.Equal((counts.CounterIncrements, counts.CounterDecrements), (counters.Increments, counters.Decrements));
    }

    private static PassScene Scene(int shape, int length, int seed) =>
        new(PassScene.ShapeOf(shape), length, seed + shape, encoding: PassEncoding.Bipolar);

    /// <summary>The bipolar constant that biases' errors meet, thinned out.</summary>
    private static NumberStreams One(int length)
    {
        NumberStreams one = new(1, length, PassEncoding.Bipolar);
        Array.Fill(one.Words, length < 32 ? ((1u << length) - 1) & 0x77777777 : 0x77777777);
        return one;
    }

    private static XnorWeights Weights(PassScene scene, bool forward)
    {
        XnorWeights weights = new(scene.Shape, forward);
        Ones(scene.WeightStreams).CopyTo(weights.Of(0, scene.Weights.Length));
        weights.Complete();
        return weights;
    }

    private static int[] Ones(NumberStreams streams)
    {
        int[] ones = new int[streams.Signs.Length];
        StreamOnes.Count(streams.Words, streams.WordsPerNumber, ones);
        return ones;
    }

    private static int[] Plus(int[] numbers) => [.. Enumerable.Repeat(1, numbers.Length)];

    private static VectorTier[] Tiers() => Array.FindAll(Enum.GetValues<VectorTier>(), static tier => tier <= KernelTier.Hardware);

    /// <summary>The numbers of a tensor in bipolar streams of one sequence and in levels.</summary>
    private sealed class LevelTensor
    {
        public LevelTensor(int[] values, int length, int seed)
        {
            Random random = new(seed);
            ushort[] sequence = [.. Enumerable.Range(0, length).Select(_ => (ushort)(random.Next(65536) & 0xFFF0))];
            Streams = new NumberStreams(values.Length, length, PassEncoding.Bipolar);
            Streams.Draw(new GivenSequence(sequence), 0, values, Scale, new OperationCounts());
            Sequence.Sort(sequence);
            Map = new PresentNumbers(values.Length);
            Map.TakeAll(values);
            int[] all = Map.Values.ToArray();
            uint[] probabilities = [.. all.Select(static value => BipolarNumber.Probability(value, Scale))];
            LevelKernel.Find(VectorTier.Scalar, Sequence, Plus(all), probabilities, Map.Levels);
        }

        public NumberStreams Streams { get; }

        public SortedSequence Sequence { get; } = new();

        public PresentNumbers Map { get; }

        public int[] Levels()
        {
            int[] levels = new int[Map.Count];
            Map.Levels.CopyLevelsTo(levels);
            return levels;
        }
    }
}
