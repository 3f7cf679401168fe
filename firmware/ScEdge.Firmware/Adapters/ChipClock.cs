using nanoFramework.Hardware.Esp32;
using ScEdge.Protocol.Links;

namespace ScEdge.Firmware.Adapters
{
    /// <summary>
    /// The chip's microsecond timer, from the reset on.
    /// </summary>
    public sealed class ChipClock : IClock
    {
        /// <inheritdoc/>
        public long Microseconds
        {
            get { return (long)HighResTimer.GetCurrent(); }
        }
    }
}
