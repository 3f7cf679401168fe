using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Device.Platform
{
    /// <summary>
    /// What distinguishes one board from another.
    /// </summary>
    public sealed class BoardSettings
    {
        /// <summary>Name for people.</summary>
        public string Name = "ScEdge board";

        /// <summary>Version of the firmware: major x 2^16 + minor x 2^8 + patch.</summary>
        public uint FirmwareVersion = 0x000100;

        /// <summary>Memory for configurations and images; bytes.</summary>
        public int HeapBytes = 90000;

        /// <summary>Parameters between two looks at the line while a step runs.</summary>
        public int RangeLength = 256;

        /// <summary>Most parameters of a tile; a multiple of 32.</summary>
        public int TileLength = 256;

        /// <summary>Speeds of the line, at most eight; the board starts with the first.</summary>
        public uint[] BaudRates = { 115200, 921600 };

        /// <summary>Why the board started.</summary>
        public ResetCause ResetCause;

        /// <summary>Whether a network that only reads is taken up from the storage at the start; a host can restore it in any case.</summary>
        public bool TakesUpCheckpoint = true;

        /// <summary>Sizes and times of the link.</summary>
        public LinkSettings Link = new LinkSettings();
    }
}
