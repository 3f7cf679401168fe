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

        /// <summary>Speeds that the host may switch to, first the one after a reset and without a host; baud.</summary>
        public uint[] BaudRates = { 921600, 460800, 115200 };

        /// <summary>Largest payload of a frame; bytes.</summary>
        public int LinkPayloadBytes = 512;

        /// <summary>Frames under way in each direction: a power of two.</summary>
        public int LinkWindow = 4;

        /// <summary>
        /// Receive buffer of the serial port, which the runtime keeps twice in the native heap; bytes. What arrives beyond it is lost without a sign.
        /// There is no buffer to send from.
        /// </summary>
        public int PortBufferBytes = 2048;

        /// <summary>What to do where the port cannot be opened, in a sentence.</summary>
        public string PortAdvice = "";

        /// <summary>Whether the CBRAM front end is fitted; a board without it must not drive its pins.</summary>
        public bool HasCells;

        /// <summary>Whether the board takes raw images on its line in place of the protocol, with the network that is stored.</summary>
        public bool IsDemonstration;

        /// <summary>Pins of the CBRAM front end.</summary>
        public FrontEndPins FrontEnd;
    }
}
