using System.Collections.Generic;
using System.IO;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// Computes steps by the plain code of shared and writes what they do to every register, as the benches read it.
/// </summary>
/// <param name="lanes">Receives rows of streams, for optimizer_lane_bench.</param>
/// <param name="quotients">Receives rows of quotients, for quotient_lane_bench.</param>
internal sealed class TracingEngine(TextWriter lanes, TextWriter quotients) : IStepEngine, IStepEngineFactory
{
    /// <summary>Gets the rows of streams written, one for each parameter and phase.</summary>
    public long LaneUpdates { get; private set; }

    /// <summary>Gets the rows of quotients written.</summary>
    public long QuotientUpdates { get; private set; }

    /// <summary>Gets the registers that met their end.</summary>
    public long Saturations { get; private set; }

    public IStepEngine Create(OptimizerPlan plan) => this;

    public void Dispose()
    {
        // The writers are the caller's.
    }

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
                Saturations += counts.Saturations;
                switch (description.Work)
                {
                    case PhaseWork.QuotientUpdate:
                        WriteQuotients(circuit.Quotient, before, counts);
                        break;
                    case PhaseWork.RegisterUpdate:
                        WriteRow(circuit.UpdateOf(phase, gradient.Values), before, quantities, counts, isScale: false);
                        break;
                    case PhaseWork.ScaleUpdate when !circuit.IsFirstGradient:
                        WriteRow(circuit.UpdateOf(phase, gradient.Values), before, quantities, counts, isScale: true);
                        break;
                }
            }
        }
    }

    public void Synchronize(IReadOnlyList<StepTensor> tensors)
    {
        // The tensors are the registers.
    }

    public void Restore(IReadOnlyList<StepTensor> tensors)
    {
        // Nothing is resumed here.
    }

    private void WriteRow(RegisterUpdate update, short[] before, short[] quantities, OperationCounts counts, bool isScale)
    {
        UpdatePath path = update.Path;
        UpdatePath decay = update.Decay ?? path;
        lanes.WriteLine(
            $"{before.Length} {update.Limit} {Digit(path.IsBipolar)} {Digit(update.TakeAway)} {Digit(update.Decay is not null)} {Digit(isScale)} "
            + $"{path.Length} {decay.Length} {path.Key:x} {decay.Key:x} {path.Scale.Mantissa} {decay.Scale.Mantissa} "
            + $"{ShiftPlusOne(path)} {ShiftPlusOne(decay)} {path.Scale.QuantumShift} {decay.Scale.QuantumShift} "
            + $"{counts.RandomWords} {counts.Saturations}");
        for (int i = 0; i < before.Length; i++)
        {
            lanes.WriteLine($"{before[i]} {(isScale && quantities[i] < 0 ? -quantities[i] : quantities[i])} {update.Registers[i]}");
        }

        LaneUpdates += before.Length;
    }

    private void WriteQuotients(QuotientUpdate update, short[] before, OperationCounts counts)
    {
        quotients.WriteLine(
            $"{before.Length} {update.Limit} {update.Length} {update.Key:x} {update.GateKey:x} {update.GateProbability} {update.QuantumShift} "
            + $"{counts.RandomWords} {counts.Saturations}");
        for (int i = 0; i < before.Length; i++)
        {
            quotients.WriteLine($"{before[i]} {update.Means[i]} {update.Scales[i]} {update.Weights[i]}");
        }

        QuotientUpdates += before.Length;
    }

    private static int Digit(bool value) => value ? 1 : 0;

    /// <summary>A scale that shifts by 33 or more gives a probability of zero, as 63 does.</summary>
    private static int ShiftPlusOne(UpdatePath path) => System.Math.Min(path.Scale.Shift + 1, 63);
}
