using nanoFramework.Hardware.Esp32;

namespace ScEdge.Firmware.Boards
{
    /// <summary>
    /// What distinguishes one board from another: names, pins, line, memory.
    /// </summary>
    public sealed class BoardDescription
    {
        /// <summary>Name for people.</summary>
        public string Name;

        /// <summary>Serial port of the link.</summary>
        public string PortName;

        /// <summary>Function of the receiving pin.</summary>
        public DeviceFunction ReceiveFunction;

        /// <summary>Function of the transmitting pin.</summary>
        public DeviceFunction TransmitFunction;

        /// <summary>Receiving pin.</summary>
        public int ReceivePin;

        /// <summary>Transmitting pin.</summary>
        public int TransmitPin;

        /// <summary>Speed of the line after a reset; baud.</summary>
        public int BaudRate = 921600;

        /// <summary>Speeds that the host may switch to; baud.</summary>
        public uint[] BaudRates = { 115200, 921600 };

        /// <summary>Largest payload of a frame; bytes.</summary>
        public int LinkPayloadBytes = 512;

        /// <summary>Frames under way in each direction: a power of two.</summary>
        public int LinkWindow = 4;

        /// <summary>Buffer of the serial port in each direction; bytes. What arrives beyond it is lost without a sign.</summary>
        public int PortBufferBytes = 2048;

        /// <summary>Managed heap that registers and images may take; bytes.</summary>
        public int HeapBytes;

        /// <summary>Whether the CBRAM front end is fitted; a board without it must not drive its pins.</summary>
        public bool HasCells;

        /// <summary>Pins of the CBRAM front end.</summary>
        public FrontEndPins FrontEnd;
    }
}
