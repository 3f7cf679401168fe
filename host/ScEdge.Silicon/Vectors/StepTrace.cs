using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Optimization;

namespace ScEdge.Silicon.Vectors;

/// <summary>
/// Computes steps by the plain code of shared and writes what the controller is told, what is in the registers before, and what after.
/// </summary>
/// <param name="steps">Receives them, as lane_group_bench reads them.</param>
/// <param name="lanes">Lanes of the group.</param>
/// <param name="serialWrite">Whether cells are written one by one.</param>
public sealed class StepTrace(TextWriter steps, int lanes, bool serialWrite = false) : IStepEngine, IStepEngineFactory
{
    /// <summary>Streams in the order in which step_settings has them; the bits of a rescaling come behind.</summary>
    private static readonly StreamKind[] Streams =
    [
        StreamKind.Gradient, StreamKind.Decay, StreamKind.Weight, StreamKind.WeightDecay, StreamKind.ScaleGradient, StreamKind.ScaleDecay,
    ];

    private const int SmallTensor = 512;

    private OptimizerPlan? _plan;

    /// <summary>Gets or sets which steps are written; all are computed.</summary>
    public Predicate<uint> Records { get; set; } = static _ => true;

    /// <summary>Gets or sets the step from which on only small tensors are written, and they when their auxiliary registers are rescaled.</summary>
    public uint FirstOfRescalingAlone { get; set; } = uint.MaxValue;

    /// <summary>Gets the registers written, those that did not change among them.</summary>
    public long Registers { get; private set; }

    /// <summary>Gets the registers that met their end.</summary>
    public long Saturations { get; private set; }

    /// <summary>Gets how often the auxiliary registers of a tensor were halved.</summary>
    public int Halvings { get; private set; }

    /// <summary>Gets how often they were doubled.</summary>
    public int Doublings { get; private set; }

    /// <inheritdoc/>
    public IStepEngine Create(OptimizerPlan plan)
    {
        _plan = plan;
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer is the caller's.
    }

    /// <inheritdoc/>
    public void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate)
    {
        foreach ((int index, StepTensor tensor) in tensors.Index())
        {
            TensorOptimizer circuit = tensor.Circuit;
            short[][] before = [.. Arrays().Select(array => (short[])(RegistersOf(circuit, array)?.Clone() ?? new short[circuit.Weights.Length]))];
            int bits = circuit.AuxiliaryFractionBits;
            List<(int Address, int Value)> settings = [.. State(circuit)];
            OperationCounts counts = new();
            Run(tensor, step, rate, counts);
            int shift = bits == TensorOptimizer.NoScale ? 0 : circuit.AuxiliaryFractionBits - bits;
            if (Records(step) && (step < FirstOfRescalingAlone || (shift != 0 && before[0].Length <= SmallTensor)))
            {
                Halvings += shift < 0 ? 1 : 0;
                Doublings += shift > 0 ? 1 : 0;
                settings.AddRange(Settings(tensor));
                Write(tensor, before, settings, Keys(_plan!.Tensors[index].Identity, step), counts);
            }
        }
    }

    /// <inheritdoc/>
    public void Synchronize(IReadOnlyList<StepTensor> tensors)
    {
        // The tensors are the registers.
    }

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StepTensor> tensors)
    {
        // Nothing is resumed here.
    }

    private static void Run(StepTensor tensor, uint step, LearningRate rate, OperationCounts counts)
    {
        TensorOptimizer circuit = tensor.Circuit;
        QuantizedGradient gradient = tensor.Gradient;
        circuit.BeginStep(step, gradient.Maximum, gradient.FractionBits, rate, counts);
        for (int phase = 0; phase < circuit.PhaseCount; phase++)
        {
            circuit.BeginPhase(phase);
            circuit.EndPhase(phase, circuit.RunPhase(phase, gradient.Values, 0, gradient.Values.Length, counts));
        }
    }

    private static short[]? RegistersOf(TensorOptimizer circuit, TensorArray array) =>
        (circuit.Description.Phases.Aggregate(0, static (mask, phase) => mask | phase.Outputs) >> (int)array & 1) != 0
            ? circuit.Registers(array) : null;

    private static IEnumerable<TensorArray> Arrays() => [TensorArray.Weights, TensorArray.FirstAuxiliary, TensorArray.SecondAuxiliary];

    /// <summary>What a step leaves for the next one, by its addresses.</summary>
    private static IEnumerable<(int Address, int Value)> State(TensorOptimizer circuit)
    {
        bool isKnown = circuit.AuxiliaryFractionBits != TensorOptimizer.NoScale;
        yield return (10, isKnown ? 0x8000 | (circuit.AuxiliaryFractionBits & 0x3FF) : 0);
        foreach (TensorArray array in Arrays())
        {
            yield return (10 + (int)array, RegistersOf(circuit, array) is null ? 0 : (int)circuit.MaximumOf(array));
        }
    }

    private IEnumerable<(int Address, int Value)> Settings(StepTensor tensor)
    {
        OptimizerSettings settings = _plan!.Settings;
        TensorOptimizer circuit = tensor.Circuit;
        int length = circuit.Weights.Length;
        int[] flags =
        [
            (int)circuit.Description.Kind, settings.Encoding == UpdateEncoding.Bipolar ? 4 : 0, serialWrite ? 8 : 0,
            settings.CountedGradients ? 16 : 0, settings.WeightDecay != 0 ? 32 : 0,
        ];
        int[] general =
        [
            flags.Sum(), (length + lanes - 1) / lanes, ((length - 1) % lanes) + 1, circuit.WeightLimit, circuit.AuxiliaryLimit,
            (int)tensor.Gradient.Maximum, tensor.Gradient.FractionBits & 0x3FF, 0, 0, 0,
        ];
        return general.Index().Concat(Streams.Index().SelectMany(stream => StreamSettings(circuit, stream.Item)
            .Select((value, i) => (16 + (4 * stream.Index) + i, value))));
    }

    /// <summary>Mantissa, exponent and length of a stream; the exponent without the fraction bits of the auxiliary registers.</summary>
    private static int[] StreamSettings(TensorOptimizer circuit, StreamKind kind)
    {
        if (kind == StreamKind.Weight && circuit.Description.HasQuotient)
        {
            return [(int)circuit.Quotient.GateProbability - 1, circuit.Quotient.QuantumShift, circuit.Quotient.Length];
        }

        if (circuit.Path(kind) is not { } path || (path.Scale.Mantissa == 0 && !path.IsCounted))
        {
            return [0, 0, 0];
        }

        bool movesAuxiliary = kind is StreamKind.Gradient or StreamKind.ScaleGradient;
        int own = movesAuxiliary ? circuit.AuxiliaryFractionBits
            : kind == StreamKind.Weight && circuit.Description.Auxiliaries.Length > 0 ? -circuit.AuxiliaryFractionBits : 0;
        int exponent = path.IsCounted ? path.CountShift : path.Scale.QuantumShift - path.Scale.Shift - 16;
        return [(int)path.Scale.Mantissa, (exponent - own) & 0x3FF, path.Length];
    }

    private ulong[] Keys(uint identity, uint step)
    {
        ulong Key(StreamKind kind) => CounterGenerator.Key(_plan!.Settings.Seed, UpdatePath.StreamNumber(identity, kind), step);
        return [.. Streams.Select(Key), Key(StreamKind.Rounding), Key(StreamKind.Gate)];
    }

    private void Write(StepTensor tensor, short[][] before, List<(int Address, int Value)> settings, ulong[] keys, OperationCounts counts)
    {
        TensorOptimizer circuit = tensor.Circuit;
        short[][] after = [.. Arrays().Select((array, i) => RegistersOf(circuit, array) ?? before[i])];
        steps.WriteLine($"{before[0].Length} {settings.Count} {counts.Saturations}");
        foreach ((int address, int value) in settings)
        {
            steps.WriteLine($"{address} {value}");
        }

        steps.WriteLine(string.Join(' ', keys.Select(static key => key.ToString("x"))));
        for (int i = 0; i < before[0].Length; i++)
        {
            steps.WriteLine(
                $"{tensor.Gradient.Values[i]} {before[0][i]} {before[1][i]} {before[2][i]} {after[0][i]} {after[1][i]} {after[2][i]}");
        }

        steps.WriteLine(string.Join(' ', State(circuit).Select(static word => word.Value)));
        Registers += 3 * before[0].Length;
        Saturations += counts.Saturations;
    }
}
