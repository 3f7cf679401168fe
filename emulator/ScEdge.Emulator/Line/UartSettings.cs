namespace ScEdge.Emulator.Line;

/// <summary>The serial port of a board.</summary>
/// <param name="BitsPerSecond">Line rate, at least 1; a byte takes ten bits (start, eight data, stop); baud.</param>
public sealed record UartSettings(int BitsPerSecond)
{
    /// <summary>
    /// Gets the bytes that wait to be sent, 128 unless set: the hardware FIFO of the ESP32 (Espressif, "ESP32 Technical Reference
    /// Manual", chapter UART Controller, 2023).
    /// </summary>
    public int TransmitFifoBytes { get; init; } = 128;

    /// <summary>Gets the received bytes that wait to be read, 256 unless set: the default of nanoFramework's System.IO.Ports.</summary>
    public int ReceiveBufferBytes { get; init; } = 256;
}
