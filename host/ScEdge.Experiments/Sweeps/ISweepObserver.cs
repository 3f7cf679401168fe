using ScEdge.Experiments.Results;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// Is told of the progress of a sweep, by one thread at a time.
/// </summary>
public interface ISweepObserver
{
    /// <summary>Called before anything is trained.</summary>
    /// <param name="found">Trainings that were finished before.</param>
    /// <param name="left">Trainings that are left.</param>
    void OnStart(int found, int left);

    /// <summary>Called when a training has begun or goes on.</summary>
    void OnTraining(SweepTraining training, bool resumes);

    /// <summary>Called when a training is finished.</summary>
    void OnFinished(SweepTraining training, RunResult result);

    /// <summary>Called when a training cannot be done; the others go on.</summary>
    void OnFailed(SweepFailure failure);
}
