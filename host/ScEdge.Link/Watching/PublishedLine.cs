using System;
using ScEdge.Link.Links;

namespace ScEdge.Link.Watching;

/// <summary>A line whose bytes are told to those who watch it.</summary>
/// <param name="line">The line; disposed of with this one.</param>
/// <param name="publisher">Tells; disposed of after the line, so that who hears its end finds the port free; null where nobody can watch.</param>
public sealed class PublishedLine(IPortLink line, LinePublisher? publisher) : IPortLink, ISpeedLink
{
    /// <inheritdoc/>
    public string Name => line.Name;

    /// <inheritdoc/>
    public string? Loss => line.Loss;

    /// <inheritdoc/>
    public string? Hindrance => line.Hindrance;

    /// <summary>Gets whether another program asked for the line, which then is to be disposed of.</summary>
    public bool IsAskedToLetGo => publisher?.IsAskedToLetGo == true;

    /// <summary>Tells how far the work on the line is.</summary>
    public void Tell(WorkProgress progress) => publisher?.Tell(WatchKind.Progress, progress.Encode());

    /// <inheritdoc/>
    public bool TrySwitchTo(int bitsPerSecond) => line is ISpeedLink speed && speed.TrySwitchTo(bitsPerSecond);

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = line.Read(buffer, offset, count);
        publisher?.Tell(WatchKind.FromBoard, buffer.AsSpan(offset, read));
        return read;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        int accepted = line.Write(buffer, offset, count);
        publisher?.Tell(WatchKind.ToBoard, buffer.AsSpan(offset, accepted));
        return accepted;
    }

    /// <inheritdoc/>
    public void Wait(int milliseconds) => line.Wait(milliseconds);

    /// <inheritdoc/>
    public void Dispose()
    {
        line.Dispose();
        publisher?.Dispose();
    }
}
