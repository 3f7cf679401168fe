namespace ScEdge.Emulator.Entropy;

/// <summary>Where an emulated board has its random words from.</summary>
public enum EmulatedEntropy
{
    /// <summary>Words of a formula, the same after every start.</summary>
    Replay,

    /// <summary>Words of the PC's cryptographic generator.</summary>
    Rng,
}
