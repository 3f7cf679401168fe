using System;
using System.IO;
using System.IO.Ports;
using System.Threading;
using ScEdge.Input;
using ScEdge.Link.Links;

namespace ScEdge.Link.Serial;

/// <summary>A serial port of this machine.</summary>
/// <remarks>
/// One thread reads and one writes, since System.IO.Ports can only wait or raise events, and its events do not tell of an unplugged
/// device. Both end with the line; disposing takes two seconds at most, whatever the device
/// does, and drops what was not sent yet.
/// </remarks>
public sealed class SerialLink : IPortLink, ISpeedLink
{
    private const int IncomingBytes = 1 << 20;
    private const int OutgoingBytes = 4096;

    // What the timeout is for: at 9600 baud half a second.
    private const int PortionBytes = 512;
    private const int CloseMilliseconds = 2000;
    private const int ResetMilliseconds = 100;
    private const string Gone = "the device is gone";

    private readonly SerialPort _port;
    private readonly Stream _stream;
    private readonly PortLock _lock;
    private readonly int _writeTimeoutMilliseconds;
    private readonly ByteChannel _incoming = new(IncomingBytes);
    private readonly ByteChannel _outgoing = new(OutgoingBytes);
    private readonly object _gate = new();
    private string? _loss;
    private Thread? _closing;

    private SerialLink(string name, SerialPort port, PortLock portLock)
    {
        Name = name;
        _port = port;
        _stream = port.BaseStream;
        _lock = portLock;
        _writeTimeoutMilliseconds = port.WriteTimeout;
        Start(ReadLoop, "reader");
        Start(WriteLoop, "writer");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Loss => Volatile.Read(ref _loss);

    /// <summary>Gets whether the device itself went: a plug was pulled, or the program behind a pseudo-terminal ended.</summary>
    public bool IsGone => Loss == Gone;

    /// <summary>Opens a serial device and keeps other programs of this kind off it.</summary>
    /// <param name="device">Path or name; symbolic links are followed.</param>
    /// <param name="settings">Rate, timeout, control lines.</param>
    /// <exception cref="InputException">There is no such device, it may not be used, or another program has it.</exception>
    public static SerialLink Open(string device, SerialSettings settings)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(settings);
        string canonical = DevicePaths.Canonical(device);
        if (!OperatingSystem.IsWindows() && !File.Exists(canonical))
        {
            throw new InputException($"There is no device {device}: plug the board in, or choose one of the ports there are.");
        }

        PortLock portLock = PortLock.Take(device);
        try
        {
            SerialPort port = SerialPortOpening.Open(device, canonical, settings);
            SerialLink link = new(device, port, portLock);
            if (settings.ControlLines == ControlLines.ResetBoard)
            {
                link.TryResetBoard();
            }

            return link;
        }
        catch
        {
            portLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Pulls the reset of the board for a tenth of a second, through RTS as the usual circuit has it (Espressif, "Boot Mode Selection",
    /// section Automatic Bootloader, 2023).
    /// </summary>
    /// <returns>Whether the device has control lines; a pseudo-terminal has none.</returns>
    public bool TryResetBoard()
    {
        try
        {
            // DTR first: RTS active while DTR is not holds the board in reset, and nothing selects the boot loader.
            _port.DtrEnable = false;
            _port.RtsEnable = true;
            Thread.Sleep(ResetMilliseconds);
            _port.RtsEnable = false;
            return true;
        }
        catch (Exception exception) when (IsLineFailure(exception))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool TrySwitchTo(int bitsPerSecond)
    {
        try
        {
            _port.BaudRate = bitsPerSecond;
            return true;
        }
        catch (Exception exception) when (IsLineFailure(exception) || exception is ArgumentException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count) => _incoming.Take(buffer, offset, count);

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count) => _outgoing.Add(buffer, offset, count);

    /// <inheritdoc/>
    public void Wait(int milliseconds) => _incoming.AwaitBytes(milliseconds);

    /// <inheritdoc/>
    public void Dispose()
    {
        Lose("it was closed here");
        BeginClosing().Join(CloseMilliseconds);
    }

    private static bool IsLineFailure(Exception exception) =>
        exception is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException
            or OperationCanceledException;

    private void Start(Action loop, string role) =>
        new Thread(() => loop()) { IsBackground = true, Name = $"ScEdge {role} {Name}" }.Start();

    private void ReadLoop()
    {
        byte[] bytes = new byte[4096];
        try
        {
            while (_incoming.AwaitRoom())
            {
                int read = _stream.Read(bytes, 0, bytes.Length);
                if (read == 0)
                {
                    LoseDevice();
                    return;
                }

                for (int added = 0; added < read && _incoming.AwaitRoom();)
                {
                    added += _incoming.Add(bytes, added, read - added);
                }
            }
        }
        catch (Exception exception) when (IsLineFailure(exception))
        {
            LoseDevice();
        }
    }

    private void WriteLoop()
    {
        byte[] bytes = new byte[PortionBytes];
        try
        {
            while (_outgoing.AwaitBytes())
            {
                int count = _outgoing.Take(bytes, 0, bytes.Length);
                _stream.Write(bytes, 0, count);
            }
        }
        catch (TimeoutException)
        {
            Lose($"the device took no bytes for {_writeTimeoutMilliseconds} ms");
        }
        catch (Exception exception) when (IsLineFailure(exception))
        {
            LoseDevice();
        }
    }

    /// <summary>Lets a device go at once that went: its name may lead to another one before anybody disposes of this line.</summary>
    private void LoseDevice()
    {
        Lose(Gone);
        BeginClosing();
    }

    private Thread BeginClosing()
    {
        lock (_gate)
        {
            if (_closing is null)
            {
                _closing = new Thread(Close) { IsBackground = true, Name = $"ScEdge closing {Name}" };
                _closing.Start();
            }

            return _closing;
        }
    }

    private void Lose(string reason)
    {
        Interlocked.CompareExchange(ref _loss, reason, null);
        _incoming.Close();
        _outgoing.Close();
    }

    // The stream and not the port: the port would first wait for bytes to be sent, for ever where the device takes none.
    private void Close()
    {
        try
        {
            _stream.Dispose();
            _port.Dispose();
        }
        catch (Exception exception) when (IsLineFailure(exception))
        {
            // The device went while it was being closed.
        }

        _lock.Dispose();
    }
}
