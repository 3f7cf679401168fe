namespace ScEdge.Link.Links;

/// <summary>A line whose speed can be changed while it is open.</summary>
public interface ISpeedLink
{
    /// <summary>Changes the speed of the bytes that follow, both ways.</summary>
    /// <param name="bitsPerSecond">The rate, at least 1; baud.</param>
    /// <returns>Whether the line has that speed now.</returns>
    bool TrySwitchTo(int bitsPerSecond);
}
