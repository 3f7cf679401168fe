namespace ScEdge.Training.Networks;

/// <summary>
/// What a training step says about its batch, before the update.
/// </summary>
/// <param name="MeanLoss">Cross entropy in nats, mean over the batch.</param>
/// <param name="CorrectCount">Images whose greatest logit is that of their class.</param>
/// <param name="ImageCount">Images of the batch.</param>
public readonly record struct BatchResult(double MeanLoss, int CorrectCount, int ImageCount);
