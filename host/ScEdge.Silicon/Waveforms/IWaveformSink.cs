namespace ScEdge.Silicon.Waveforms;

/// <summary>Receives what a value change dump says, in its order.</summary>
public interface IWaveformSink
{
    /// <summary>Takes a declared variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="signal">Number of its signal, from 0; variables that are one wire share it.</param>
    void Declare(WaveformVariable variable, int signal);

    /// <summary>Time has come to a tick.</summary>
    /// <param name="time">The tick; never before the last one.</param>
    void AdvanceTo(long time);

    /// <summary>A bit of a signal takes a value; a vector is reported whole, bit by bit.</summary>
    /// <param name="signal">Number of the signal.</param>
    /// <param name="bit">The bit, 0 the last of the vector.</param>
    /// <param name="value">0, 1, or -1 for unknown and unconnected.</param>
    void Change(int signal, int bit, int value);
}

/// <summary>A variable of a dump.</summary>
/// <param name="Scope">Names of its scopes from the outermost in, joined by slashes.</param>
/// <param name="Name">Name without its range.</param>
/// <param name="Width">Bits.</param>
public sealed record WaveformVariable(string Scope, string Name, int Width);
