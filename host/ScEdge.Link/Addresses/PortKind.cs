namespace ScEdge.Link.Addresses;

/// <summary>What a port address leads to.</summary>
public enum PortKind
{
    /// <summary>A serial device of this machine.</summary>
    Serial,

    /// <summary>A TCP connection.</summary>
    Tcp,

    /// <summary>An emulated board inside this program.</summary>
    Emulator,

    /// <summary>The only serial device here that looks like a board.</summary>
    Auto,
}
