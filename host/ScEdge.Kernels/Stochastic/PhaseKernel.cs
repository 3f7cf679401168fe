using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The optimisers' phases on vectors: the same registers, maxima and counts as <see cref="TensorOptimizer.RunPhase"/>.
/// </summary>
/// <remarks>
/// <para>Each kind of work has its kernel, whatever optimiser it belongs to. Parameters pass from quantity to probability, bits, ones
/// and register batch by batch, in memory that stays in the first cache; no stream is kept. The scalar code does what the kernels do
/// not: cells with memory in few lanes, unequal cells or such with memory in serial write, and the first setting of a
/// scale.</para>
/// <para>Nothing is allocated. Ranges may run on any threads, each with counts of its own.</para>
/// </remarks>
public static class PhaseKernel
{
    /// <summary>Updates the registers of a range.</summary>
    /// <param name="tensor">Optimiser of the tensor, in the phase.</param>
    /// <param name="phase">Phase, 0 first.</param>
    /// <param name="gradients">Integer gradients of the tensor.</param>
    /// <param name="start">First parameter.</param>
    /// <param name="end">End of the range, exclusive.</param>
    /// <param name="counts">Receives what the circuit did.</param>
    /// <returns>The largest magnitude of the registers that the phase changes.</returns>
    public static uint RunPhase(
        TensorOptimizer tensor, int phase, short[] gradients, int start, int end, OperationCounts counts) =>
        RunPhase(KernelTier.Current, tensor, phase, gradients, start, end, counts);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static uint RunPhase(
        VectorTier tier, TensorOptimizer tensor, int phase, short[] gradients, int start, int end, OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        bool readsGradients = (tensor.Description.Phases[phase].Inputs & (1 << (int)TensorArray.Gradients)) != 0;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            end, readsGradients ? Math.Min(gradients.Length, tensor.Weights.Length) : tensor.Weights.Length);
        if (start >= end)
        {
            return 0;
        }

        return tier switch
        {
            VectorTier.Bits512 => RunPhase<WordTier512>(tensor, phase, gradients, start, end, counts),
            VectorTier.Bits256 => RunPhase<WordTier256>(tensor, phase, gradients, start, end, counts),
            VectorTier.Bits128 => RunPhase<WordTier128>(tensor, phase, gradients, start, end, counts),
            _ => tensor.RunPhase(phase, gradients, start, end, counts),
        };
    }

    private static uint RunPhase<TTier>(TensorOptimizer tensor, int phase, short[] gradients, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        PhaseWork work = tensor.Description.Phases[phase].Work;
        if (work == PhaseWork.QuotientUpdate)
        {
            QuotientUpdate quotient = tensor.Quotient;
            if (CellPointers.CanServe(tensor.Bank, Math.Max(quotient.Length, LengthOf(quotient.Decay))))
            {
                return QuotientUpdateKernel.Run<TTier>(tensor, in quotient, start, end, counts);
            }
        }
        else
        {
            RegisterUpdate update = tensor.UpdateOf(phase, gradients);
            bool canServe = CellPointers.CanServe(tensor.Bank, Math.Max(update.Path.Length, LengthOf(update.Decay)));
            if (canServe && work == PhaseWork.RegisterUpdate)
            {
                return RegisterUpdateKernel.Run<TTier>(tensor, in update, start, end, counts);
            }

            if (canServe && !tensor.IsFirstGradient)
            {
                return ScaleUpdateKernel.Run<TTier>(tensor, in update, start, end, counts);
            }
        }

        return tensor.RunPhase(phase, gradients, start, end, counts);
    }

    private static int LengthOf(UpdatePath? path) => path is null ? 0 : path.Length;
}
