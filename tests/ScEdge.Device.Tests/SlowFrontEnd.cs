using ScEdge.Entropy.Cells;
using ScEdge.Protocol.Tests.Sessions;

namespace ScEdge.Device.Tests;

/// <summary>
/// A front end whose pulses and reads take the time that real ones take at least: their widths, and the transfers to the converters.
/// </summary>
internal sealed class SlowFrontEnd(IAnalogueFrontEnd frontEnd) : IAnalogueFrontEnd
{
    // Two words to the drive before and after, at 10 MHz and some software each; the gate of a read is open for 250 us.
    private const long DriveMicroseconds = 20;
    private const long ReadMicroseconds = 250;

    /// <summary>Gets or sets the clock that goes on; none yet while it is null.</summary>
    public VirtualClock? Clock { get; set; }

    public int CellCount => frontEnd.CellCount;

    public void Select(int cell) => frontEnd.Select(cell);

    public void Pulse(int millivolts, int widthNanoseconds)
    {
        Pass((2 * DriveMicroseconds) + (widthNanoseconds / 1000));
        frontEnd.Pulse(millivolts, widthNanoseconds);
    }

    public int ReadCurrentCounts(int millivolts)
    {
        Pass((2 * DriveMicroseconds) + ReadMicroseconds);
        return frontEnd.ReadCurrentCounts(millivolts);
    }

    private void Pass(long microseconds)
    {
        if (Clock is { } clock)
        {
            clock.Microseconds += microseconds;
        }
    }
}
