using ScEdge.Link.Links;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// A line whose bytes are watched both ways.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="fromBoard">Sees what was read.</param>
/// <param name="toBoard">Sees what was written.</param>
internal sealed class LineTap(IPortLink line, LineWatcher fromBoard, LineWatcher toBoard) : IPortLink
{
    /// <inheritdoc/>
    public string Name => line.Name;

    /// <inheritdoc/>
    public string? Loss => line.Loss;

    /// <inheritdoc/>
    public string? Hindrance => line.Hindrance;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = line.Read(buffer, offset, count);
        fromBoard.See(buffer, offset, read);
        return read;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        int accepted = line.Write(buffer, offset, count);
        toBoard.See(buffer, offset, accepted);
        return accepted;
    }

    /// <inheritdoc/>
    public void Wait(int milliseconds) => line.Wait(milliseconds);

    /// <inheritdoc/>
    public void Dispose() => line.Dispose();
}
