using System;
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
    /// The port's Read waits until all bytes that were asked for are there, so no more are asked for than have come. Its Write has no buffer behind
    /// the driver's and waits until all is handed over: at 921600 baud 11 ms for 1 KB.
    /// </remarks>
    public sealed class SerialLink : IByteLink
    {
        private const int WriteTimeoutMilliseconds = 500;

        private readonly SerialPort port;

        /// <summary>Opens the port of a board.</summary>
        public SerialLink(BoardDescription board)
        {
            // Pins and buffer must be set before the port is opened.
            Configuration.SetPinFunction(board.ReceivePin, board.ReceiveFunction);
            Configuration.SetPinFunction(board.TransmitPin, board.TransmitFunction);
            port = new SerialPort(board.PortName, (int)board.BaudRates[0], Parity.None, 8, StopBits.One);
            port.ReadBufferSize = board.PortBufferBytes;
            port.WriteTimeout = WriteTimeoutMilliseconds;
            try
            {
                port.Open();
            }
            catch (Exception problem)
            {
                throw new ArgumentException(board.PortName + " cannot be opened. " + board.PortAdvice + " " + problem.Message);
            }
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
