using System;
using ScEdge.Link.Keys;

namespace ScEdge.Link.Tcp;

/// <summary>
/// A proven connection's bytes in sealed records: takes apart what arrives, and keeps a record that the socket has not taken whole.
/// </summary>
/// <param name="seal">Seals and opens; disposed of with the stream.</param>
/// <param name="read">Reads from the socket into a buffer from a place on, at most so many bytes.</param>
/// <param name="write">Writes to the socket likewise.</param>
internal sealed class SealedStream(RecordSeal seal, Func<byte[], int, int, int> read, Func<byte[], int, int, int> write) : IDisposable
{
    private readonly byte[] _record = new byte[RecordSeal.HeaderBytes + RecordSeal.MostBytes + RecordSeal.TagBytes];
    private int _arrived;
    private byte[] _opened = [];
    private int _taken;
    private byte[] _outgoing = [];
    private int _sent;

    /// <summary>Gets whether something arrived that the other end did not seal.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Gets whether opened bytes wait to be read.</summary>
    public bool HasBytes => _taken < _opened.Length;

    /// <summary>Reads what was opened.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        Flush();
        int total = 0;
        while (total < count && (HasBytes || OpenNext()))
        {
            int taken = Math.Min(count - total, _opened.Length - _taken);
            Array.Copy(_opened, _taken, buffer, offset + total, taken);
            _taken += taken;
            total += taken;
        }

        return total;
    }

    /// <summary>Seals and sends; takes nothing while a record is under way.</summary>
    public int Write(byte[] buffer, int offset, int count)
    {
        int total = 0;
        while (Flush() && total < count && !IsBroken)
        {
            int piece = Math.Min(count - total, RecordSeal.MostBytes);
            (_outgoing, _sent) = (seal.Seal(buffer.AsSpan(offset + total, piece)), 0);
            total += piece;
        }

        return total;
    }

    /// <summary>Sends what is left of a record.</summary>
    /// <returns>Whether nothing is left.</returns>
    public bool Flush()
    {
        if (_sent < _outgoing.Length)
        {
            _sent += write(_outgoing, _sent, _outgoing.Length - _sent);
        }

        return _sent == _outgoing.Length;
    }

    public void Dispose() => seal.Dispose();

    private bool OpenNext()
    {
        if (IsBroken || !Gather(RecordSeal.HeaderBytes))
        {
            return false;
        }

        int length = RecordSeal.LengthOf(_record);
        if (length > 0 && !Gather(length))
        {
            return false;
        }

        byte[]? opened = length == 0 ? null : seal.Open(_record.AsSpan(0, length));
        IsBroken = opened is null;
        (_opened, _taken, _arrived) = (opened ?? [], 0, 0);
        return !IsBroken;
    }

    private bool Gather(int length)
    {
        if (_arrived < length)
        {
            _arrived += read(_record, _arrived, length - _arrived);
        }

        return _arrived >= length;
    }
}
