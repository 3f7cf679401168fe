namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>One direction of a faultless line that allocates nothing.</summary>
internal sealed class RingWire
{
    private readonly byte[] _ring = new byte[1 << 16];
    private int _read;
    private int _written;

    public int Write(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ring[_written++ & (_ring.Length - 1)] = buffer[offset + i];
        }

        return count;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = 0;
        for (; taken < count && _read != _written; taken++)
        {
            buffer[offset + taken] = _ring[_read++ & (_ring.Length - 1)];
        }

        return taken;
    }
}
