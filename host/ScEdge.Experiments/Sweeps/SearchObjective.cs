namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// What a search makes large or small.
/// </summary>
public enum SearchObjective
{
    /// <summary>Mean share of the validation images classified correctly; large.</summary>
    Accuracy,

    /// <summary>Mean energy of a training; small, compared by its logarithm.</summary>
    Energy,

    /// <summary>Mean energy of an update; small, compared by its logarithm.</summary>
    UpdateEnergy,
}
