using System;
using System.IO;
using System.IO.Ports;
using ScEdge.Input;

namespace ScEdge.Link.Serial;

/// <summary>Opens a System.IO.Ports port as a board needs it, and says what stood in the way.</summary>
internal static class SerialPortOpening
{
    public static SerialPort Open(string name, string canonicalDevice, SerialSettings settings)
    {
        try
        {
            return Open(canonicalDevice, settings, hasControlLines: !DevicePaths.IsPseudoTerminal(canonicalDevice));
        }
        catch (UnauthorizedAccessException exception) when (OperatingSystem.IsWindows())
        {
            throw new InputException($"{name} may not be opened: end the program that has it open, or choose another port.", exception);
        }
        catch (UnauthorizedAccessException exception) when (exception.InnerException is UnauthorizedAccessException)
        {
            throw new InputException(
                $"{name} may not be opened: join the group that owns it (often dialout or uucp) and log in again.", exception);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{name} cannot be opened as a serial port at {settings.BitsPerSecond} baud ({Reason(exception)}); "
                + "choose another port or rate.",
                exception);
        }
    }

    // Setting DTR and RTS throws where there are none; not every such device is known by its name.
    private static SerialPort Open(string device, SerialSettings settings, bool hasControlLines)
    {
        try
        {
            return OpenOnce(device, settings, hasControlLines);
        }
        catch (IOException) when (hasControlLines && File.Exists(device))
        {
            return OpenOnce(device, settings, hasControlLines: false);
        }
    }

    // System.IO.Ports sets DTR before RTS. Left inactive, DTR would drop while the system still holds RTS, and that is a reset.
    private static SerialPort OpenOnce(string device, SerialSettings settings, bool hasControlLines)
    {
        SerialPort port = new(device, settings.BitsPerSecond, Parity.None, 8, StopBits.One)
        {
            Handshake = Handshake.None,
            ReadTimeout = SerialPort.InfiniteTimeout,
            WriteTimeout = settings.WriteTimeoutMilliseconds,
            DtrEnable = hasControlLines,
            RtsEnable = hasControlLines,
        };
        try
        {
            port.Open();
            return port;
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    // Outside Windows every failure to open is an UnauthorizedAccessException, and what it wraps says why.
    private static string Reason(Exception exception) =>
        (exception.InnerException ?? exception).Message.Split('\n')[0].Trim().TrimEnd('.');
}
