using System.Threading;
using ScEdge.Training.Runs;

namespace ScEdge.Boards.Tests;

/// <summary>
/// Interrupts a training after some steps.
/// </summary>
internal sealed class StepObserver(int stopAfter, CancellationTokenSource stop) : ITrainingObserver
{
    private int _steps;

    public void OnSeedStarted(SeedTraining training)
    {
    }

    public void OnStep(SeedTraining training)
    {
        _steps++;
        if (_steps == stopAfter)
        {
            stop.Cancel();
        }
    }

    public void OnEpoch(SeedTraining training)
    {
    }

    public void OnSeedFinished(SeedResult result)
    {
    }
}
