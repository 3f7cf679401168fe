using System;
using System.IO;

namespace ScEdge.Cli.Output;

/// <summary>
/// Standard output or standard error, which may fail: on a full disk, a terminal that was closed, a pipe without a reader. What is written after the
/// first failure is dropped, for to lose the console must not end the work.
/// </summary>
/// <param name="inner">The stream of the system.</param>
/// <param name="descriptor">Its number, 1 or 2.</param>
internal sealed class StandardStream(Stream inner, int descriptor) : Stream
{
    private bool _isReaderGone;

    /// <summary>Gets why it could not be written; null while it can, and where nobody reads it any more.</summary>
    public string? Failure { get; private set; } = PosixStream.IsOwnPipe(descriptor) ? Closed : null;

    /// <summary>Gets whether it is a pipe that nobody reads any more, as behind <c>head</c>; asks the system.</summary>
    public bool IsReaderGone => _isReaderGone |= Failure is null && PosixStream.IsReaderGone(descriptor);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    private const string Closed = "it is closed";

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Failure is not null || _isReaderGone)
        {
            return;
        }

        try
        {
            inner.Write(buffer);
        }
        catch (UnauthorizedAccessException)
        {
            // What .NET makes of a descriptor that is not open for writing.
            Failure = Closed;
        }
        catch (IOException exception) when (!IsReaderGone)
        {
            Failure = exception.Message.TrimEnd('.');
        }
        catch (IOException)
        {
            // The reader has what it wanted.
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is kept.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
