using System;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Catalog;
using ScEdge.Link.Links;
using ScEdge.Link.Reconnecting;
using ScEdge.Link.Serial;
using ScEdge.Link.Tcp;
using ScEdge.Link.Watching;
using ScEdge.Protocol.Links;

namespace ScEdge.Link;

/// <summary>Opens the line that an address leads to.</summary>
/// <param name="settings">How.</param>
/// <param name="clock">The running clock of connections and attempts.</param>
public sealed class PortOpener(PortSettings settings, IClock clock)
{
    private SerialLink? _terminal;
    private string _terminalLinks = "";

    /// <summary>Returns the address that <c>auto</c> stands for, and any other as it is.</summary>
    /// <exception cref="InputException">There is not one likely board.</exception>
    public static PortAddress Resolve(PortAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Kind == PortKind.Auto ? PortAddress.Serial(PortCatalog.FindBoard().Device) : address;
    }

    /// <summary>Opens a line.</summary>
    /// <exception cref="InputException">It cannot be opened; the sentence says what to do.</exception>
    /// <exception cref="ArgumentException">The address is that of an emulated board, which its user composes.</exception>
    public IPortLink Open(PortAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (settings.AsksHolder)
        {
            PortHolder.Ask(address);
        }

        return Open(address, settings.Serial);
    }

    /// <summary>Opens a line again that was opened here and lost: no board is reset, and no program asked to let the port go.</summary>
    /// <remarks>
    /// A pseudo-terminal that is gone does not come back, and the next one that any program makes gets its number. So a link to one leads
    /// nowhere until it is made anew: what stands behind it meanwhile is the board of somebody else.
    /// </remarks>
    /// <exception cref="InputException">It cannot be opened now; the sentence says what to do.</exception>
    public IPortLink OpenAgain(PortAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _terminal is { IsGone: true } && _terminalLinks.Length > 0 && _terminalLinks == DeviceLinks.Of(address.Device)
            ? throw new InputException($"{address} leads to a pseudo-terminal that is gone: start the emulated board again.")
            : Open(address, settings.Serial with { ControlLines = ControlLines.KeepBoardRunning });
    }

    /// <summary>Returns a line that opens itself and, whenever it is lost, again; it says so by its events.</summary>
    /// <remarks>A board that shall be reset is reset when it is found first, not whenever it comes back.</remarks>
    public ReconnectingLink Keep(PortAddress address, BackOff backOff)
    {
        ArgumentNullException.ThrowIfNull(address);
        bool wasOpen = false;
        return new ReconnectingLink(
            address.ToString(),
            () =>
            {
                IPortLink line = wasOpen ? OpenAgain(address) : Open(address);
                wasOpen = true;
                return line;
            },
            clock,
            backOff);
    }

    private IPortLink Open(PortAddress address, SerialSettings serial) => address.Kind switch
    {
        PortKind.Serial => OpenSerial(address.Device, serial),
        PortKind.Tcp => TcpLink.Connect(address, settings.Key, clock),
        PortKind.Auto => Open(Resolve(address), serial),
        _ => throw new ArgumentException($"{address} is not opened here.", nameof(address)),
    };

    private SerialLink OpenSerial(string device, SerialSettings serial)
    {
        // Before it is opened: a link that is made anew in between counts as new.
        string links = DeviceLinks.Of(device);
        SerialLink line = SerialLink.Open(device, serial);
        (_terminal, _terminalLinks) = DevicePaths.IsPseudoTerminal(DevicePaths.Canonical(device)) ? (line, links) : (null, "");
        return line;
    }
}
