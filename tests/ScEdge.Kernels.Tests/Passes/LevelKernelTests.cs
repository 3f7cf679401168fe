using System;
using System.Linq;
using System.Numerics;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Tests.Passes;

/// <summary>The passes' kernels on levels against the plain code on streams, on every tier of this processor.</summary>
public sealed class LevelKernelTests
{
    private static readonly FullScale Scale = FullScale.Of(40000, 0);

    public static TheoryData<int, int> ShapesAndLengths
    {
        get
        {
            TheoryData<int, int> data = [];
            for (int shape = 0; shape < 6; shape++)
            {
                foreach (int length in new[] { 8, 16, 32, 64, 128, 256 })
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

    [Theory]
    [InlineData(8, 0xFFFF)]
    [InlineData(64, 0xFFFF)]
    [InlineData(128, 0xFFFF)]
    [InlineData(256, 0xFFFF)]
    [InlineData(256, 0xFC00)]
    [InlineData(256, 0)]
    [InlineData(32, 0)]
    public void Find_OnEveryTier_CountsTheNumbersBelow(int length, int mask)
    {
        ushort[] numbers = Sequence(length, 3, mask);
        SortedSequence sequence = new();
        sequence.Sort(numbers);
        uint[] probabilities =
            [0, 65536, .. Enumerable.Range(0, 300).Select(static i => (uint)(i * 7919 % 65537)), .. numbers.Select(static r => (uint)r), 1, 65535];
        int[] values = [.. probabilities.Select(static (_, i) => i % 7 == 3 ? 0 : i % 2 == 0 ? 5 : -5)];
        foreach (VectorTier tier in Tiers())
        {
            byte[] levels = new byte[values.Length];
            sbyte[] signs = new sbyte[values.Length];
            LevelKernel.Find(tier, sequence, values, probabilities, new LevelSpan(levels, signs));
            for (int i = 0; i < values.Length; i++)
            {
                int level = numbers.Count(number => number < probabilities[i]);
                Assert.Equal(level == 0 ? 0 : Math.Sign(values[i]), signs[i]);
                Assert.True(signs[i] == 0 || levels[i] == level - 1, $"{tier}: P = {probabilities[i]}");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(300)]
    public void Spread_OnEveryTierAfterAnotherMap_HasWhatIsFoundInTheWholeMap(int length)
    {
        Random random = new(length);
        int[] map = [.. Enumerable.Range(0, length).Select(_ => random.Next(3) == 0 ? random.Next(-40000, 40000) : 0)];
        SortedSequence sequence = new();
        sequence.Sort(Sequence(64, 2, 0xFFFF));
        LevelSpan expected = new(new byte[length], new sbyte[length]);
        LevelKernel.Find(VectorTier.Scalar, sequence, map, Probabilities(map), expected);
        int[] reversed = [.. Enumerable.Range(0, length).Reverse()];
        PresentNumbers present = new(300);
        foreach (VectorTier tier in Tiers())
        {
            present.Take(tier, Enumerable.Repeat(1, 99).ToArray(), []);
            present.Take(tier, map, []);
            int[] numbers = [.. map.Where(static number => number != 0)];
            Assert.Equal(numbers, present.Values[..numbers.Length]);
            Assert.Equal(Levels(expected), Spread(present, sequence, tier, [], length));
            Assert.Equal(Levels(expected).Reverse(), Spread(present, sequence, tier, reversed, length));

            // The same numbers in another order, each with its place.
            present.Take(tier, map.Reverse().ToArray(), reversed);
            Assert.Equal(Levels(expected), Spread(present, sequence, tier, [], length));
        }
    }

    [Theory]
    [InlineData(32, 0xFFFF)]
    [InlineData(64, 0xF000)]
    [InlineData(128, 0xFFFF)]
    [InlineData(256, 0xFFFF)]
    [InlineData(256, 0xFE00)]
    [InlineData(64, 0)]
    [InlineData(128, 0)]
    [InlineData(256, 0)]
    public void Sort_OnEveryTier_OrdersByNumberThenTime(int length, int mask)
    {
        ushort[] numbers = Sequence(length, 4, mask);
        int[] order = [.. Enumerable.Range(0, length).OrderBy(time => numbers[time])];
        foreach (VectorTier tier in Tiers())
        {
            SortedSequence sequence = new();
            sequence.Sort(tier, numbers);
            Assert.Equal(order, Enumerable.Range(0, length).OrderBy(time => RankOf(sequence, time)));
        }
    }

    [Fact]
    public void Find_SequencesOfOtherKindsAndLengthsBefore_CountsTheNumbersBelow()
    {
        ushort[] even = [.. Enumerable.Range(0, 256).Select(static t => (ushort)((t * 77 % 256 * 256) + 19))];
        ushort[] nearlyEven = [.. even[..64].Select(static number => (ushort)(number * 4))];
        nearlyEven[9] = nearlyEven[20];
        SortedSequence sequence = new();
        foreach (ushort[] numbers in new[] { even, nearlyEven, Sequence(64, 8, 0xFFFF), even, Sequence(256, 9, 0xF000), nearlyEven })
        {
            sequence.Sort(numbers);
            int[] values = [.. Enumerable.Range(1, 100)];
            uint[] probabilities = [.. values.Select(static value => (uint)(value * 655))];
            byte[] levels = new byte[values.Length];
            sbyte[] signs = new sbyte[values.Length];
            OperationCounts counts = new();
            LevelKernel.Find(sequence, values, probabilities, new LevelSpan(levels, signs), counts);
            Assert.Equal((values.Length, (long)values.Length * numbers.Length), (counts.Numbers, counts.Bits));
            for (int i = 0; i < values.Length; i++)
            {
                int level = numbers.Count(number => number < probabilities[i]);
                Assert.Equal(level, signs[i] == 0 ? 0 : levels[i] + 1);
            }
        }
    }

    [Theory]
    [InlineData(0xFFFF)]
    [InlineData(0xFC00)]
    public void Fill_TwoSequences_HoldsTheOnesOfEveryPairOfStreams(int mask)
    {
        const int Length = 128;
        GivenSequence first = new(Sequence(Length, 5, mask));
        GivenSequence second = new(Sequence(Length, 6, 0xFFFF));
        LevelTable table = new();
        table.Fill(Sorted(first), Sorted(second));
        for (int i = 1; i < 65536; i += 1013)
        {
            for (int j = 1; j < 65536; j += 911)
            {
                (uint[] a, uint[] b) = (Stream(first, (uint)i), Stream(second, (uint)j));
                (int row, int column) = (Ones(a, a), Ones(b, b));
                Assert.Equal(Ones(a, b), table.Ones(row, column));
            }
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void ScatterForward_OnEveryTier_EqualsPlainCode(int shape, int length)
    {
        LevelScene scene = new(shape, length, seed: 11 + shape);
        int[] expected = new int[scene.Shape.OutputCount];
        ProductLayer.Forward(scene.Shape, scene.Inputs.Streams, scene.Weights.Streams, expected, new OperationCounts());
        LevelTable table = new();
        table.Fill(scene.Inputs.Sequence, scene.Weights.Sequence);
        ScatterLevelKernel kernel = new(scene.Shape, forward: true);
        foreach (VectorTier tier in Tiers())
        {
            int[] actual = new int[expected.Length];
            kernel.Run(tier, scene.Inputs.Map, scene.WeightLevels(forward: true), table, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void ScatterForward_MapsWithBackgroundsOneAfterTheOther_EqualsPlainCode(int shape, int length)
    {
        // Of either sign, in all times of a sequence, in none, and none again.
        foreach (int background in new[] { -3000, 40000, 1, 17000, 0 })
        {
            LevelScene scene = new(shape, length, seed: 13 + shape, background: background);
            int[] expected = new int[scene.Shape.OutputCount];
            ProductLayer.Forward(scene.Shape, scene.Inputs.Streams, scene.Weights.Streams, expected, new OperationCounts());
            LevelTable table = new();
            table.Fill(scene.Inputs.Sequence, scene.Weights.Sequence);
            ScatterLevelKernel kernel = new(scene.Shape, forward: true);
            foreach (VectorTier tier in Tiers())
            {
                int[] actual = [.. Enumerable.Repeat(77, expected.Length)];
                kernel.Run(tier, scene.Inputs.Map, scene.WeightLevels(forward: true), table, actual);
                Assert.Equal(expected, actual);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void ScatterBackward_OnEveryTier_EqualsPlainCode(int shape, int length)
    {
        LevelScene scene = new(shape, length, seed: 31 + shape);
        int[] expected = new int[scene.Shape.InputCount];
        ProductLayer.Backward(scene.Shape, scene.Errors.Streams, scene.Weights.Streams, expected, new OperationCounts());
        LevelTable table = new();
        table.Fill(scene.Errors.Sequence, scene.Weights.Sequence);
        ScatterLevelKernel kernel = new(scene.Shape, forward: false);
        foreach (VectorTier tier in Tiers())
        {
            int[] actual = new int[expected.Length];
            kernel.Run(tier, scene.Errors.Map, scene.WeightLevels(forward: false), table, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void CountCoincidences_OnEveryTierAfterAnotherImage_EqualsPlainCode(int shape, int length)
    {
        LevelScene[] scenes = [new(shape, length, seed: 51 + shape), new(shape, length, seed: 71 + shape, signed: false)];
        WindowShape windows = scenes[0].Shape;
        NumberStreams one = new(1, length);
        one.Signs[0] = 1;
        Array.Fill(one.Words, length < 32 ? (1u << length) - 1 : 0x77777777);
        int[] weights = new int[windows.Outputs * windows.Taps];
        int[] biases = new int[windows.Outputs];
        OperationCounts counts = new();
        foreach (LevelScene scene in scenes)
        {
            ProductLayer.CountCoincidences(windows, scene.Inputs.Streams, scene.Errors.Streams, digit: 3, weights, counts);
            ProductLayer.CountCoincidencesOfBias(windows, one, scene.Errors.Streams, digit: 2, biases, counts);
        }

        foreach (VectorTier tier in Tiers())
        {
            CoincidenceLevelKernel kernel = new(windows);
            CoincidenceCounters counters = kernel.Counters;
            LevelTable table = new();
            foreach (LevelScene scene in scenes)
            {
                table.Fill(scene.Errors.Sequence, scene.Inputs.Sequence);
                kernel.Run(
                    tier,
                    scene.Inputs.Map,
                    scene.Errors.Map,
                    table,
                    scene.Errors.Sequence.CountWith(one.Words),
                    digit: 3,
                    biasDigit: 2);
            }

            int[] actual = new int[weights.Length];
            for (int output = 0; output < windows.Outputs; output++)
            {
                counters.TakeWeights(output, actual.AsSpan(output * windows.Taps, windows.Taps));
            }

            Assert.Equal(weights, actual);
            Assert.Equal(biases, counters.Biases);
            Assert.Equal(counts.CounterIncrements, counters.Increments);
        }
    }

    // Numbers of the digits of a mask; without one an even sequence.
    private static ushort[] Sequence(int length, int seed, int mask)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(t =>
            (ushort)(mask == 0 ? ((t * 77 % length) * (65536 / length)) + random.Next(65536 / length) : random.Next(65536) & mask))];
    }

    /// <summary>How many levels a stream does not have a one at a time.</summary>
    private static int RankOf(SortedSequence sequence, int time)
    {
        uint[] one = new uint[sequence.Length / 32];
        one[time / 32] = 1u << (time % 32);
        return sequence.CountWith(one).IndexOf(1);
    }

    private static SortedSequence Sorted(GivenSequence given)
    {
        SortedSequence sequence = new();
        sequence.Sort(given.Numbers);
        return sequence;
    }

    private static uint[] Stream(GivenSequence sequence, uint probability)
    {
        uint[] words = new uint[(sequence.Length + 31) / 32];
        sequence.Draw(0, probability, words, 0, new OperationCounts());
        return words;
    }

    private static int[] Levels(LevelSpan numbers)
    {
        int[] levels = new int[numbers.Signs.Length];
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = numbers.Signs[i] * (numbers.Levels[i] + 1);
        }

        return levels;
    }

    private static int[] Spread(PresentNumbers present, SortedSequence sequence, VectorTier tier, int[] places, int length)
    {
        LevelKernel.Find(tier, sequence, present.Values, Probabilities(present.Values.ToArray()), present.Levels);
        ushort[] pairs = new ushort[length];
        present.Spread(places, pairs);
        return [.. pairs.Select(static pair => (sbyte)(pair >> 8) * ((pair & 0xFF) + 1))];
    }

    private static uint[] Probabilities(int[] values) => [.. values.Select(static value => Scale.Probability((uint)Math.Abs(value)))];

    private static int Ones(uint[] first, uint[] second) => first.Zip(second, static (a, b) => BitOperations.PopCount(a & b)).Sum();

    private static VectorTier[] Tiers() => Array.FindAll(Enum.GetValues<VectorTier>(), static tier => tier <= KernelTier.Hardware);

    /// <summary>A scene whose tensors have a sequence each, coarse enough for numbers of it to be equal.</summary>
    private sealed class LevelScene
    {
        public LevelScene(int shape, int length, int seed, bool signed = true, int background = 0)
        {
            Scene = new PassScene(PassScene.ShapeOf(shape), length, seed, signed);
            int[] inputs = background == 0 ? Scene.Inputs : [.. Scene.Inputs.Select((number, i) => i % 5 == 2 ? number | 1 : background)];
            Inputs = new LevelTensor(inputs, Sequence(length, seed, 0xFFF0));
            Errors = new LevelTensor(Scene.Errors, Sequence(length, seed + 1, 0xFFF0));
            Weights = new LevelTensor([.. Scene.Weights.Select(static weight => (int)weight)], Sequence(length, seed + 2, 0xFFF0));
        }

        public PassScene Scene { get; }

        public WindowShape Shape => Scene.Shape;

        public LevelTensor Inputs { get; }

        public LevelTensor Errors { get; }

        public LevelTensor Weights { get; }

        public WeightLevels WeightLevels(bool forward)
        {
            WeightLevels levels = new(Shape, forward);
            int count = Scene.Weights.Length;
            levels.Fill(0, Weights.Numbers.Slice(0, count / 2));
            levels.Fill(count / 2, Weights.Numbers.Slice(count / 2, count - (count / 2)));
            return levels;
        }
    }

    /// <summary>The numbers of a tensor in streams and in levels.</summary>
    private sealed class LevelTensor
    {
        private readonly byte[] _levels;
        private readonly sbyte[] _signs;

        public LevelTensor(int[] values, ushort[] sequence)
        {
            Streams = new NumberStreams(values.Length, sequence.Length);
            Streams.Draw(new GivenSequence(sequence), 0, values, Scale, new OperationCounts());
            Sequence.Sort(sequence);
            _levels = new byte[values.Length];
            _signs = new sbyte[values.Length];
            LevelKernel.Find(VectorTier.Scalar, Sequence, values, Probabilities(values), Numbers);
            Map = new PresentNumbers(values.Length);
            Map.Take(values);
            LevelKernel.Find(VectorTier.Scalar, Sequence, Map.Values, Probabilities(Map.Values.ToArray()), Map.Levels);
        }

        /// <summary>Those that are not zero.</summary>
        public PresentNumbers Map { get; }

        public NumberStreams Streams { get; }

        public SortedSequence Sequence { get; } = new();

        public LevelSpan Numbers => new(_levels, _signs);
    }
}
