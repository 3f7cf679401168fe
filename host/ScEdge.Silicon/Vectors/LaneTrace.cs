using System;
using System.Collections.Generic;
using System.IO;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Silicon.Vectors;

/// <summary>
/// Computes steps by the plain code of shared and writes what they do to every register, as the benches read it.
/// </summary>
/// <param name="lanes">Receives rows of streams, for optimizer_lane_bench.</param>
/// <param name="quotients">Receives rows of quotients, for quotient_lane_bench.</param>
public sealed class LaneTrace(TextWriter lanes, TextWriter quotients) : IStepEngine, IStepEngineFactory
{
    private readonly Dictionary<int, string> _phases = [];

    /// <summary>Gets or sets whether steps are written; they are computed in any case.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>Gets the rows of streams written, one for each parameter and phase.</summary>
    public long LaneUpdates { get; private set; }

    /// <summary>Gets the rows of quotients written.</summary>
    public long QuotientUpdates { get; private set; }

    /// <summary>Gets the registers that met their end.</summary>
    public long Saturations { get; private set; }

    /// <summary>Gets what the phases of the steps do, by the number that stands for each in the lines.</summary>
    public IReadOnlyDictionary<int, string> Phases => _phases;

    /// <inheritdoc/>
    public IStepEngine Create(OptimizerPlan plan) => this;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writers are the caller's.
    }

    /// <inheritdoc/>
    public void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate)
    {
        foreach (StepTensor tensor in tensors)
        {
            TensorOptimizer circuit = tensor.Circuit;
            QuantizedGradient gradient = tensor.Gradient;
            circuit.BeginStep(step, gradient.Maximum, gradient.FractionBits, rate, new OperationCounts());
            for (int phase = 0; phase < circuit.PhaseCount; phase++)
            {
                circuit.BeginPhase(phase);
                PhaseDescription description = circuit.Description.Phases[phase];
                short[] before = [.. circuit.Registers(description.Target)];
                short[] quantities = [.. circuit.Registers(description.Quantity) ?? gradient.Values];
                OperationCounts counts = new();
                circuit.EndPhase(phase, circuit.RunPhase(phase, gradient.Values, 0, before.Length, counts));
                if (!IsRecording)
                {
                    continue;
                }

                Saturations += counts.Saturations;
                _phases[Number(description)] = description.Name;
                switch (description.Work)
                {
                    case PhaseWork.QuotientUpdate:
                        WriteQuotients(circuit.Quotient, before, counts, Number(description));
                        break;
                    case PhaseWork.RegisterUpdate:
                        WriteRow(circuit.UpdateOf(phase, gradient.Values), before, quantities, counts, Number(description), isScale: false);
                        break;
                    case PhaseWork.ScaleUpdate when !circuit.IsFirstGradient:
                        WriteRow(circuit.UpdateOf(phase, gradient.Values), before, quantities, counts, Number(description), isScale: true);
                        break;
                }
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

    private void WriteRow(RegisterUpdate update, short[] before, short[] quantities, OperationCounts counts, int phase, bool isScale)
    {
        UpdatePath path = update.Path;
        UpdatePath decay = update.Decay ?? path;
        lanes.WriteLine(
            $"{before.Length} {update.Limit} {Digit(path.IsBipolar)} {Digit(update.TakeAway)} {Digit(update.Decay is not null)} {Digit(isScale)} "
            + $"{path.Length} {decay.Length} {path.Key:x} {decay.Key:x} {path.Scale.Mantissa} {decay.Scale.Mantissa} "
            + $"{ShiftPlusOne(path)} {ShiftPlusOne(decay)} {path.Scale.QuantumShift} {decay.Scale.QuantumShift} "
            + $"{counts.RandomWords} {counts.Saturations} {phase}");
        for (int i = 0; i < before.Length; i++)
        {
            lanes.WriteLine($"{before[i]} {(isScale && quantities[i] < 0 ? -quantities[i] : quantities[i])} {update.Registers[i]}");
        }

        LaneUpdates += before.Length;
    }

    private void WriteQuotients(QuotientUpdate update, short[] before, OperationCounts counts, int phase)
    {
        quotients.WriteLine(
            $"{before.Length} {update.Limit} {update.Length} {update.Key:x} {update.GateKey:x} {update.GateProbability} {update.QuantumShift} "
            + $"{counts.RandomWords} {counts.Saturations} {phase}");
        for (int i = 0; i < before.Length; i++)
        {
            quotients.WriteLine($"{before[i]} {update.Means[i]} {update.Scales[i]} {update.Weights[i]}");
        }

        QuotientUpdates += before.Length;
    }

    /// <summary>The registers that a phase changes tell phases of a step apart; 0 is left for none.</summary>
    private static int Number(PhaseDescription phase) => (int)phase.Target + 1;

    private static int Digit(bool value) => value ? 1 : 0;

    /// <summary>A scale that shifts by 33 or more gives a probability of zero, as 63 does.</summary>
    private static int ShiftPlusOne(UpdatePath path) => Math.Min(path.Scale.Shift + 1, 63);
}
