using ScEdge.Experiments.Composition;
using ScEdge.Input;
using ScEdge.Training.Optimization;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// Opens what computes the updates of runs elsewhere than in this process, boards for example.
/// </summary>
public interface IStepEngineSource
{
    /// <summary>Opens the engines for a run, which disposes of them at its end.</summary>
    /// <param name="run">What will be trained.</param>
    /// <exception cref="InputException">They cannot be reached or cannot compute this run.</exception>
    IStepEngineFactory Open(RunComposition run);
}
