namespace ScEdge.Link.Serial;

/// <summary>How a serial port is opened; eight data bits, no parity, one stop bit, no flow control always.</summary>
public sealed record SerialSettings
{
    /// <summary>Gets the line rate, 921600 unless set, at least 1; baud. A pseudo-terminal takes any and has none.</summary>
    public int BitsPerSecond { get; init; } = 921600;

    /// <summary>Gets how long a device may take no bytes before the line counts as lost, 3000 unless set, at least 1; ms.</summary>
    public int WriteTimeoutMilliseconds { get; init; } = 3000;

    /// <summary>Gets what opening does to the board; by default nothing.</summary>
    public ControlLines ControlLines { get; init; }
}

/// <summary>What opening a serial port does with DTR and RTS, through which USB adapters reset an ESP32.</summary>
public enum ControlLines
{
    /// <summary>Both stay active, as the system sets them on opening: the usual circuit does not reset the board.</summary>
    KeepBoardRunning,

    /// <summary>The board is reset once, as by its button.</summary>
    ResetBoard,
}
