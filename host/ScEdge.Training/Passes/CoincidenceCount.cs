using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// Counts the coincidences of a batch into integer gradients.
/// </summary>
/// <param name="route">The network.</param>
/// <param name="batch">A batch that has been forward and back.</param>
/// <param name="workers">One for each thread.</param>
/// <param name="length">N of the weight gradient.</param>
internal sealed class CoincidenceCount(PassRoute route, PassBatch batch, PassWorker[] workers, int length) : IParallelWork
{
    private readonly ProductStep[] _steps = [.. route.Steps.OfType<ProductStep>()];
    private readonly GradientScale[] _scales = new GradientScale[route.Stages.Length];
    private readonly GradientRounding _rounding = new(route, batch, workers);

    /// <summary>Counts.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="tensors">Tensors of the optimiser, in the order of the model's parameters; receive the gradients of the mean loss.</param>
    /// <param name="rate">Learning rate of the step.</param>
    /// <param name="probe">Compares the counters with exact products; null where nobody does.</param>
    public void Run(WorkerTeam team, IReadOnlyList<StepTensor> tensors, LearningRate rate, PassErrorProbe? probe)
    {
        int divisorDigits = batch.Count == 1 ? 0 : BitOperations.Log2((uint)batch.Count - 1) + 1;
        foreach (ProductStage stage in route.Stages)
        {
            _scales[stage.Index] = GradientScale.Of(
                batch.Records,
                stage.Index,
                length,
                divisorDigits,
                tensors[stage.Tensor].Circuit.FinestGradient(rate),
                tensors[stage.Tensor + 1].Circuit.FinestGradient(rate));
        }

        route.Share(team, batch.Count, this);
        _rounding.Run(team, tensors, _scales, probe);
        if (probe is null)
        {
            return;
        }

        foreach (ProductStep step in _steps)
        {
            probe.Gradient(step, batch.Records, _scales[step.Stage.Index]);
        }

        probe.EndStep();
    }

    /// <summary>Counts the coincidences of one image; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        foreach (ProductStep step in _steps)
        {
            workers[worker].CountCoincidences(step, batch.Records[part], batch.Serials[part], _scales[step.Stage.Index]);
        }
    }
}
