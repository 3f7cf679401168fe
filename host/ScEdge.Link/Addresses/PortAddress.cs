using System;
using System.Globalization;
using ScEdge.Input;

namespace ScEdge.Link.Addresses;

/// <summary>Where a board is: the one argument by which every command finds it.</summary>
/// <remarks>
/// Forms: a device path (<c>/dev/ttyUSB0</c>, <c>./board</c>: whatever contains a slash), <c>COM5</c>,
/// <c>tcp://HOST:PORT</c> (IPv6 addresses in brackets), <c>emulator:</c> with options of the command line after the colon, and
/// <c>auto</c>. The words are read without regard to case, paths as they are.
/// </remarks>
public sealed record PortAddress
{
    private const string TcpScheme = "tcp://";
    private const string EmulatorScheme = "emulator:";

    private PortAddress(PortKind kind)
    {
        Kind = kind;
    }

    /// <summary>Gets the address of the only likely board.</summary>
    public static PortAddress Auto { get; } = new(PortKind.Auto);

    /// <summary>Gets what the address leads to.</summary>
    public PortKind Kind { get; }

    /// <summary>Gets the device path or name of a serial port; else empty.</summary>
    public string Device { get; private init; } = "";

    /// <summary>Gets the host name or numeric address, without brackets, of a TCP address; else empty.</summary>
    public string Host { get; private init; } = "";

    /// <summary>Gets the port of a TCP address, 0 to 65535 (0: a listener takes any free one); else 0.</summary>
    public int TcpPort { get; private init; }

    /// <summary>Gets what stands after <c>emulator:</c>; else empty.</summary>
    public string Options { get; private init; } = "";

    /// <summary>Returns the address of a serial device.</summary>
    public static PortAddress Serial(string device) => new(PortKind.Serial) { Device = device };

    /// <summary>Reads an address.</summary>
    /// <exception cref="InputException">The text has none of the forms.</exception>
    public static PortAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return Auto;
        }

        if (text.StartsWith(EmulatorScheme, StringComparison.OrdinalIgnoreCase))
        {
            return new PortAddress(PortKind.Emulator) { Options = text[EmulatorScheme.Length..] };
        }

        if (text.StartsWith(TcpScheme, StringComparison.OrdinalIgnoreCase))
        {
            return ParseTcp(text, text[TcpScheme.Length..]);
        }

        if (IsWindowsPort(text))
        {
            return Serial(text.ToUpperInvariant());
        }

        return text.Contains('/', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)
            ? Serial(text)
            : throw new InputException(
                $"\"{text}\" is not a port: give a device such as /dev/ttyUSB0 or COM5, tcp://HOST:PORT, emulator: or auto.");
    }

    /// <summary>Reads HOST:PORT, as a listener is told.</summary>
    /// <exception cref="InputException">The text is not that.</exception>
    public static PortAddress ParseTcp(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ParseTcp(text, text.StartsWith(TcpScheme, StringComparison.OrdinalIgnoreCase) ? text[TcpScheme.Length..] : text);
    }

    /// <summary>Returns the text form.</summary>
    public override string ToString() => Kind switch
    {
        PortKind.Serial => Device,
        PortKind.Tcp => TcpScheme + (Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)
            + ":" + TcpPort.ToString(CultureInfo.InvariantCulture),
        PortKind.Emulator => EmulatorScheme + Options,
        _ => "auto",
    };

    private static PortAddress ParseTcp(string text, string hostAndPort)
    {
        int colon = hostAndPort.LastIndexOf(':');
        string host = colon < 0 ? "" : hostAndPort[..colon];
        bool isBracketed = host.Length > 2 && host[0] == '[' && host[^1] == ']';
        host = isBracketed ? host[1..^1] : host;
        UriHostNameType type = Uri.CheckHostName(host);
        if (type == UriHostNameType.Unknown || isBracketed != (type == UriHostNameType.IPv6))
        {
            throw new InputException($"\"{text}\" is not a TCP address: give tcp://HOST:PORT, an IPv6 address in brackets.");
        }

        return int.TryParse(hostAndPort[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535
            ? new PortAddress(PortKind.Tcp) { Host = host, TcpPort = port }
            : throw new InputException($"\"{text}\" has no usable port: end it with a number from 0 to 65535 after a colon.");
    }

    private static bool IsWindowsPort(string text) =>
        text.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number >= 1;
}

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
