using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Emulator.Boards;

/// <summary>Shows what a dumb terminal would show of what a board sends: the text between its frames.</summary>
internal sealed class ConsoleTap(IByteLink line, IConsoleSink sink) : IByteLink
{
    private readonly FrameDecoder _decoder = new(FrameFormat.LargestPayload);

    public int Read(byte[] buffer, int offset, int count) => line.Read(buffer, offset, count);

    public int Write(byte[] buffer, int offset, int count)
    {
        int accepted = line.Write(buffer, offset, count);
        for (int i = 0; i < accepted;)
        {
            i += _decoder.Push(buffer, offset + i, accepted - i);
            if (_decoder.Event == DecoderEvent.Text)
            {
                sink.TakeText(_decoder.Buffer, _decoder.Length);
            }
        }

        return accepted;
    }
}
