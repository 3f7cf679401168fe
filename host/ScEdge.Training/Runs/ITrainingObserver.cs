namespace ScEdge.Training.Runs;

/// <summary>
/// Is told of the progress of a run.
/// </summary>
public interface ITrainingObserver
{
    /// <summary>Called before the first step of a seed, also of one that is resumed.</summary>
    void OnSeedStarted(SeedTraining training);

    /// <summary>Called after every step.</summary>
    void OnStep(SeedTraining training);

    /// <summary>Called after the evaluation at the end of an epoch.</summary>
    void OnEpoch(SeedTraining training);

    /// <summary>Called when a seed is trained and its files are written.</summary>
    void OnSeedFinished(SeedResult result);
}
