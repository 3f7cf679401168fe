using System;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Line;

/// <summary>
/// The board's UART on a line of limited rate: ten bits per byte each way, a small transmit FIFO, and a receive buffer that
/// loses everything in it when it overflows.
/// </summary>
/// <remarks>
/// The overflow is the chip's: a byte that finds the receive buffer full goes, and all that was buffered goes with it, without
/// a word to the reader (nanoFramework's driver flushes its input on an overflow). A transmit byte that the far end does not
/// accept waits, as behind a USB bridge; a bare wire would lose it.
/// </remarks>
public sealed class BaudPacedLink : LineDecorator
{
    private readonly UartSettings _settings;
    private readonly BytePacer _sending;
    private readonly BytePacer _receiving;
    private readonly DelayQueue _fifo = new();
    private readonly ByteQueue _received;

    // What the far end has sent and the wire has not carried yet: taken in small portions, so that it queues there.
    private readonly byte[] _waiting = new byte[64];
    private int _waitingFirst;
    private int _waitingEnd;

    private bool _wireIsBusy;
    private byte _wireByte;
    private long _wireDue;

    /// <summary>Puts a UART in front of a line.</summary>
    /// <param name="inner">The line to the host.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="settings">Rate and buffers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate or a buffer is below 1.</exception>
    public BaudPacedLink(IByteLink inner, IClock clock, UartSettings settings)
        : base(inner, clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.BitsPerSecond, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.TransmitFifoBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.ReceiveBufferBytes, 1);
        _settings = settings;
        _sending = new BytePacer(settings.BitsPerSecond);
        _receiving = new BytePacer(settings.BitsPerSecond);
        _received = new ByteQueue(settings.ReceiveBufferBytes);
    }

    /// <summary>Gets how often the receive buffer overflowed.</summary>
    public long Overflows { get; private set; }

    /// <summary>Gets how many bytes were lost to that.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Changes the rate of the bytes that follow, both ways.</summary>
    /// <param name="bitsPerSecond">The rate, at least 1; baud.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is below 1.</exception>
    public void SwitchTo(int bitsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bitsPerSecond, 1);
        _sending.SwitchTo(bitsPerSecond);
        _receiving.SwitchTo(bitsPerSecond);
    }

    private protected override long OwnDueMicroseconds =>
        Math.Min(_fifo.DueMicroseconds, _wireIsBusy ? _wireDue : long.MaxValue);

    private protected override void Send(long now, IByteLink inner) => _fifo.Flush(now, inner);

    private protected override void Receive(long now, IByteLink inner)
    {
        long wireFree = now;
        while (true)
        {
            if (_wireIsBusy)
            {
                if (_wireDue > now)
                {
                    return;
                }

                Store(_wireByte);
                _wireIsBusy = false;
                wireFree = _wireDue;
            }

            if (!TryTakeWaiting(inner, out _wireByte))
            {
                return;
            }

            _wireIsBusy = true;
            _wireDue = _receiving.Next(wireFree);
        }
    }

    private protected override int Accept(long now, byte[] buffer, int offset, int count)
    {
        int accepted = Math.Min(count, _settings.TransmitFifoBytes - _fifo.Count);
        for (int i = 0; i < accepted; i++)
        {
            _fifo.Add(buffer[offset + i], _sending.Next(now));
        }

        return accepted;
    }

    private protected override bool CanTake(long now) => _received.Count > 0;

    private protected override int Take(long now, byte[] buffer, int offset, int count) => _received.Take(buffer, offset, count);

    private void Store(byte value)
    {
        if (_received.IsFull)
        {
            Overflows++;
            LostBytes += _received.Count + 1;
            _received.Clear();
            return;
        }

        _received.Add(value);
    }

    private bool TryTakeWaiting(IByteLink inner, out byte value)
    {
        if (_waitingFirst == _waitingEnd)
        {
            _waitingFirst = 0;
            _waitingEnd = inner.Read(_waiting, 0, _waiting.Length);
        }

        bool isTaken = _waitingFirst < _waitingEnd;
        value = isTaken ? _waiting[_waitingFirst++] : (byte)0;
        return isTaken;
    }
}
