using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Optimizers.Sequences;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Optimizers.Sequences;

/// <summary>Updates from shared sequences against what comparators, gates and counters do bit by bit.</summary>
public sealed class SequenceCircuitTests
{
    private const uint Tensor = 3;
    private const int Count = 50;
    private const int FractionBits = 14;

    public static TheoryData<StreamSource, int, bool, bool> Cases
    {
        get
        {
            TheoryData<StreamSource, int, bool, bool> data = [];
            foreach (StreamSource source in (StreamSource[])[StreamSource.Lfsr, StreamSource.Sobol])
            {
                foreach (int length in (int[])[7, 32, 100])
                {
                    data.Add(source, length, false, false);
                    data.Add(source, length, true, false);
                    data.Add(source, length, false, true);
                    data.Add(source, length, true, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [MemberData(nameof(Cases))]
    public void RunPhase_Momentum_IsWhatComparatorsAndCountersGiveBitByBit(StreamSource source, int length, bool bipolar, bool rateAsStream)
    {
        OptimizerSettings settings = Settings(length, bipolar);
        settings.RateAsStream = rateAsStream;
        settings.WeightDecay = 3000;
        Scene scene = new(OptimizerKind.Momentum, settings, source);
        LearningRate rate = new(rateAsStream ? 50000u : 65536u, 4);
        for (uint step = 0; step < 3; step++)
        {
            scene.Begin(step, rate);
            for (int phase = 0; phase < 2; phase++)
            {
                OperationCounts counts = scene.BeginPhase(step, phase, rate);
                short[] before = [.. scene.Target(phase)];
                RegisterUpdate update = scene.Circuit.UpdateOf(phase, scene.Gradients);
                short[] quantities = [.. update.Quantities];
                uint[] multiplier = [.. update.Path.Multiplier ?? []];
                scene.Run(phase, counts);
                ushort[] changes = Numbers(source, settings, phase == 0 ? StreamKind.Gradient : StreamKind.Weight, length, step);
                ushort[] decays = Numbers(source, settings, phase == 0 ? StreamKind.Decay : StreamKind.WeightDecay, length, step);
                for (int i = 0; i < Count; i++)
                {
                    int sign = phase == 0 ? 1 : -1;
                    int change = (sign * Change(update.Path, changes, quantities[i], multiplier)) - Change(update.Decay, decays, before[i], []);
                    Assert.Equal(Math.Clamp(before[i] + change, -32767, 32767), scene.Target(phase)[i]);
                }

                bool hasRate = phase == 1 && rateAsStream;
                long numbers = (2 * Count) + (hasRate ? 1 : 0);
                Assert.Equal((numbers, numbers * length), (counts.Numbers, counts.Bits));
                Assert.Equal(hasRate ? Count * length : 0, counts.AndOperations + counts.XnorOperations);
                Assert.Equal(((phase + 1) * Count, Count), (counts.RegisterReads, counts.RegisterWrites));
                Assert.Equal((0, 0, 0, 0), (counts.SetPulses, counts.ResetPulses, counts.Reads, counts.LaneCycles));
            }

            if (rateAsStream)
            {
                // The rate's stream too is of the sequence, of the second kind.
                ushort[] numbers = Numbers(source, settings, StreamKind.Rate, length, step);
                uint probability = bipolar ? (65536 + rate.Fraction) / 2 : rate.Fraction;
                uint[] words = scene.Circuit.Path(StreamKind.Weight).Multiplier;
                Assert.All(Enumerable.Range(0, length), t => Assert.Equal(numbers[t] < probability, ((words[t / 32] >> (t % 32)) & 1) != 0));
            }
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(StreamSource.Lfsr, 16)]
    [InlineData(StreamSource.Sobol, 64)]
    public void RunPhase_Adam_DividesNestedStreamsBitByBit(StreamSource source, int length)
    {
        OptimizerSettings settings = Settings(length, bipolar: false);
        Scene scene = new(OptimizerKind.Adam, settings, source);
        LearningRate rate = new(50000, 9);
        for (uint step = 0; step < 4; step++)
        {
            scene.Begin(step, rate);
            scene.Run(0, scene.BeginPhase(step, 0, rate));
            scene.Run(1, scene.BeginPhase(step, 1, rate));
            OperationCounts counts = scene.BeginPhase(step, 2, rate);
            QuotientUpdate update = scene.Circuit.Quotient;
            short[] before = [.. update.Weights];
            scene.Run(2, counts);
            ushort[] numbers = Numbers(source, settings, StreamKind.Weight, length, step);
            ushort[] gates = Numbers(source, settings, StreamKind.Gate, length, step);
            long ones = 0;
            int divided = 0;
            for (int i = 0; i < Count; i++)
            {
                uint divisor = (uint)Math.Max((int)update.Scales[i], 1);
                uint dividend = Math.Min((uint)Math.Abs((int)update.Means[i]), divisor);
                int shift = 0;
                for (; divisor << shift < 32768; shift++)
                {
                }

                int passed = 0;
                bool output = false;
                for (int t = 0; t < length; t++)
                {
                    output = numbers[t] < divisor << shift ? numbers[t] < dividend << shift : output;
                    passed += output && gates[t] < update.GateProbability ? 1 : 0;
                }

                divided += dividend == 0 ? 0 : 1;
                ones += passed;
                Assert.Equal(before[i] - (Math.Sign(update.Means[i]) * (passed << update.QuantumShift)), update.Weights[i]);
            }

            Assert.True(divided > Count / 2);
            Assert.Equal((3L * divided, 3L * divided * length, ones), (counts.Numbers, counts.Bits, counts.CounterIncrements));
            Assert.Equal((divided * length, divided * length), (counts.AndOperations, counts.MuxOperations));
        }
    }

    // A new sequence in every step: a quantity's change has itself as its mean. Counts vary by at most N / 2 in either direction, so that over the
    // steps the mean lies within five deviations of at most N q / 2 each; a register of 16 bits as it comes never is zero: 1 / 65535 of N q more.
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(StreamSource.Lfsr)]
    [InlineData(StreamSource.Sobol)]
    public void RunPhase_ManySteps_MovesByTheQuantityOnAverage(StreamSource source)
    {
        const int steps = 4000;
        const int length = 32;
        Scene scene = new(OptimizerKind.Sgd, Settings(length, bipolar: false), source);
        LearningRate rate = new(65536, 3);
        double[] sums = new double[Count];
        double full = 0;
        for (uint step = 0; step < steps; step++)
        {
            Array.Clear(scene.Circuit.Weights);
            scene.Begin(step, rate);
            scene.Run(0, scene.BeginPhase(step, 0, rate));
            full = Math.ScaleB(length, scene.Circuit.Path(StreamKind.Weight).Scale.QuantumShift);
            for (int i = 0; i < Count; i++)
            {
                sums[i] += scene.Circuit.Weights[i];
            }
        }

        double bound = (5 * full / 2 / Math.Sqrt(steps)) + (full / 65535);
        for (int i = 0; i < Count; i++)
        {
            double exact = -scene.Gradients[i] / 8.0;
            Assert.InRange(sums[i] / steps, exact - bound, exact + bound);
        }
    }

    private static OptimizerSettings Settings(int length, bool bipolar) => new()
    {
        Seed = 17, GradientLength = length, DecayLength = length, WeightLength = length,
        Encoding = bipolar ? UpdateEncoding.Bipolar : UpdateEncoding.SignMagnitude,
    };

    /// <summary>R(t) as hw-docs/passes.md defines them, under the key of the stream.</summary>
    private static ushort[] Numbers(StreamSource source, OptimizerSettings settings, StreamKind kind, int length, uint step)
    {
        bool second = kind is StreamKind.Rate or StreamKind.Gate;
        ulong key = CounterGenerator.Key(settings.Seed, (Tensor * 16) + (uint)kind, step);
        uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), 0);
        if (source == StreamSource.Sobol)
        {
            SobolSource sobol = new(second ? 2 : 1, 16);
            return [.. Enumerable.Range(0, length).Select(_ => (ushort)(sobol.Next() ^ word))];
        }

        int width = second ? 17 : 16;
        uint mask = (1u << width) - 1;
        List<ushort> numbers = [];
        uint state = 1 + (word % mask);
        for (int t = 0; t < length; t++)
        {
            numbers.Add((ushort)(state >> (width - 16)));
            state = LfsrSource.Step(state, LfsrSource.Taps(width), mask);
        }

        return [.. numbers];
    }

    private static int Change(UpdatePath path, ushort[] numbers, int value, uint[] multiplier)
    {
        uint magnitude = (uint)Math.Abs(value);
        uint half = path.Scale.HalfProbability(magnitude);
        uint probability = !path.IsBipolar ? path.Scale.Probability(magnitude) : value < 0 ? 32768 - half : 32768 + half;
        int ones = 0;
        for (int t = 0; t < numbers.Length; t++)
        {
            bool bit = numbers[t] < probability;
            bool factor = multiplier.Length == 0 || ((multiplier[t / 32] >> (t % 32)) & 1) != 0;
            ones += (path.IsBipolar ? multiplier.Length == 0 ? bit : bit == factor : bit && factor) ? 1 : 0;
        }

        int quantum = 1 << path.Scale.QuantumShift;
        return path.IsBipolar ? ((2 * ones) - numbers.Length) * quantum : Math.Sign(value) * ones * quantum;
    }

    private sealed class Scene
    {
        private readonly SequenceCircuit _sequences;

        public Scene(OptimizerKind kind, OptimizerSettings settings, StreamSource source)
        {
            CellBank bank = new(new CellBankSettings { Lanes = 4, CellsPerLane = settings.WeightLength }, 4, Tensor, null);
            Circuit = OptimizerDescription.Of(kind).NewCircuit(settings, Tensor, Count, FractionBits, bank);
            _sequences = new SequenceCircuit(Circuit, settings, Tensor, source);
            for (int i = 0; i < Count; i++)
            {
                Circuit.Weights[i] = (short)(CounterGenerator.Word(7, 8, (uint)i) % 20000 - 10000);
                Gradients[i] = (short)(i % 7 == 0 ? 0 : (CounterGenerator.Word(9, 8, (uint)i) % 60001) - 30000);
            }

            Circuit.Refresh();
        }

        public TensorOptimizer Circuit { get; }

        public short[] Gradients { get; } = new short[Count];

        public short[] Target(int phase) => Circuit.Registers(Circuit.Description.Phases[phase].Target);

        public void Begin(uint step, LearningRate rate) => Circuit.BeginStep(step, 30000, FractionBits, rate, new OperationCounts());

        public OperationCounts BeginPhase(uint step, int phase, LearningRate rate)
        {
            OperationCounts counts = new();
            Circuit.BeginPhase(phase);
            _sequences.BeginPhase(step, phase, rate, counts);
            return counts;
        }

        /// <summary>Runs a phase in two ranges.</summary>
        public void Run(int phase, OperationCounts counts)
        {
            uint first = _sequences.RunPhase(phase, Gradients, 0, Count / 3, counts);
            uint second = _sequences.RunPhase(phase, Gradients, Count / 3, Count, counts);
            uint largest = (uint)Target(phase).Max(static value => Math.Abs((int)value));
            Assert.Equal(largest, Math.Max(first, second));
            Circuit.EndPhase(phase, largest);
        }
    }
}
