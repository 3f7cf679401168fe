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

        return address.Kind switch
        {
            PortKind.Serial => SerialLink.Open(address.Device, settings.Serial),
            PortKind.Tcp => TcpLink.Connect(address, settings.Key, clock),
            PortKind.Auto => Open(Resolve(address)),
            _ => throw new ArgumentException($"{address} is not opened here.", nameof(address)),
        };
    }

    /// <summary>Returns a line that opens itself and, whenever it is lost, again; it says so by its events.</summary>
    /// <remarks>A board that shall be reset is reset when it is found first, not whenever it comes back.</remarks>
    public ReconnectingLink Keep(PortAddress address, BackOff backOff)
    {
        ArgumentNullException.ThrowIfNull(address);
        PortOpener again = new(settings with { Serial = settings.Serial with { ControlLines = ControlLines.KeepBoardRunning } }, clock);
        bool wasOpen = false;
        return new ReconnectingLink(
            address.ToString(),
            () =>
            {
                IPortLink line = (wasOpen ? again : this).Open(address);
                wasOpen = true;
                return line;
            },
            clock,
            backOff);
    }
}
