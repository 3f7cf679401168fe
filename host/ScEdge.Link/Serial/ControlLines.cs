namespace ScEdge.Link.Serial;

/// <summary>What opening a serial port does with DTR and RTS, through which USB adapters reset an ESP32.</summary>
public enum ControlLines
{
    /// <summary>Both stay active, as the system sets them on opening: the usual circuit does not reset the board.</summary>
    KeepBoardRunning,

    /// <summary>The board is reset once, as by its button.</summary>
    ResetBoard,
}
