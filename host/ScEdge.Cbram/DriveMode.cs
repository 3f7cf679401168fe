namespace ScEdge.Cbram;

/// <summary>Which of the two knobs of a SET pulse carries the probability.</summary>
public enum DriveMode
{
    /// <summary>The voltage varies with the probability at a fixed pulse width; "voltage" in preset files.</summary>
    Voltage,

    /// <summary>The pulse width varies with the probability at a fixed voltage; "pulse-width" in preset files.</summary>
    PulseWidth,
}
