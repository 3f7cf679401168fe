namespace ScEdge.Emulator.Line;

/// <summary>Says when each byte of an asynchronous line is through: ten bits each, back to back, without drift.</summary>
/// <param name="bitsPerSecond">Line rate; baud.</param>
internal sealed class BytePacer(int bitsPerSecond)
{
    private int _bitsPerSecond = bitsPerSecond;
    private const long BitMicrosecondsPerByte = 10 * 1_000_000L;

    private long _start;
    private long _bytes;
    private long _end = long.MinValue;

    /// <summary>
    /// Puts the next byte on the line: n bytes after the start of a busy stretch the line is free at start + ceil(10 n / rate).
    /// </summary>
    /// <param name="earliestMicroseconds">When the byte is ready; a later end of its predecessor holds it back.</param>
    /// <returns>When its stop bit has passed; us.</returns>
    public long Next(long earliestMicroseconds)
    {
        if (earliestMicroseconds > _end)
        {
            (_start, _bytes) = (earliestMicroseconds, 0);
        }

        _bytes++;
        _end = _start + (((_bytes * BitMicrosecondsPerByte) + _bitsPerSecond - 1) / _bitsPerSecond);
        return _end;
    }

    /// <summary>Changes the rate of the bytes that follow.</summary>
    public void SwitchTo(int rate)
    {
        _bitsPerSecond = rate;
        (_start, _bytes) = (_end, 0);
    }
}
