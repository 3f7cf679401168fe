using System.IO.Ports;
using nanoFramework.Hardware.Esp32;
using ScEdge.Firmware.Boards;
using ScEdge.Protocol.Links;

namespace ScEdge.Firmware.Adapters
{
    /// <summary>
    /// The board's serial port as a line that never waits to read.
    /// </summary>
    /// <remarks>
    /// The port's Read waits until all bytes that were asked for are there, so no more are asked for than have come. Its Write hands over to
    /// the driver's buffer and waits while that is full: at 921600 baud 22 ms for 2 KB.
    /// </remarks>
    public sealed class SerialLink : IByteLink
    {
        private const int WriteTimeoutMilliseconds = 500;

        private readonly SerialPort port;

        /// <summary>Opens the port of a board.</summary>
        public SerialLink(BoardDescription board)
        {
            // Pins and buffers must be set before the port is opened.
            Configuration.SetPinFunction(board.ReceivePin, board.ReceiveFunction);
            Configuration.SetPinFunction(board.TransmitPin, board.TransmitFunction);
            port = new SerialPort(board.PortName, board.BaudRate, Parity.None, 8, StopBits.One);
            port.ReadBufferSize = board.PortBufferBytes;
            port.WriteTimeout = WriteTimeoutMilliseconds;
            port.Open();
        }

        /// <summary>Switches the speed of the line; baud.</summary>
        public void SetBaudRate(int baudRate)
        {
            port.BaudRate = baudRate;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            int available = port.BytesToRead;
            if (available <= 0)
            {
                return 0;
            }

            return port.Read(buffer, offset, available < count ? available : count);
        }

        /// <inheritdoc/>
        public int Write(byte[] buffer, int offset, int count)
        {
            port.Write(buffer, offset, count);
            return count;
        }
    }
}
