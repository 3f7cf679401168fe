using System;
using System.Linq;
using ScEdge.Emulator.Line;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Boards;

/// <summary>The line of an emulated board: from the board outwards its UART, the length, the faults, and what leads to the host.</summary>
public sealed class EmulatedLine
{
    /// <summary>Puts the line together; what takes no time and does no harm is left out.</summary>
    /// <param name="settings">Rate, length, faults.</param>
    /// <param name="outlet">What leads to the host.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="receiveBufferBytes">Bytes that the UART holds before it loses them.</param>
    public EmulatedLine(EmulatorSettings settings, IWaitableLink outlet, IClock clock, int receiveBufferBytes)
    {
        ArgumentNullException.ThrowIfNull(settings);
        bool isFaulty = settings.Faults.Settings.Any(setting => setting.Kind != FaultKind.Reset);
        IWaitableLink end = isFaulty ? new FaultyLink(outlet, clock, settings.Faults) : outlet;
        end = settings.LatencyMicroseconds > 0 ? new LatencyLink(end, clock, settings.LatencyMicroseconds) : end;
        if (settings.BitsPerSecond > 0)
        {
            Uart = new BaudPacedLink(end, clock, new UartSettings(settings.BitsPerSecond) { ReceiveBufferBytes = receiveBufferBytes });
            end = Uart;
        }

        End = end;
    }

    /// <summary>Gets the board's end.</summary>
    public IWaitableLink End { get; }

    /// <summary>Gets the UART; null on a line that takes no time.</summary>
    public BaudPacedLink? Uart { get; }
}
