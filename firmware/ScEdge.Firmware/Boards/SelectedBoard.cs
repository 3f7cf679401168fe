namespace ScEdge.Firmware.Boards
{
    /// <summary>
    /// The board that this image is for: chosen by one symbol when the firmware is built.
    /// </summary>
    /// <remarks>An image holds no other board's description; off the chip all of them are compiled.</remarks>
    public static class SelectedBoard
    {
        /// <summary>Describes the board.</summary>
        public static BoardDescription Describe()
        {
#if BOARD_ESP32_S3
            return Esp32S3.Describe();
#elif BOARD_ESP32_C3
            return Esp32C3.Describe();
#elif BOARD_ESP32
            return ClassicEsp32.Describe();
#else
#error Define BOARD_ESP32, BOARD_ESP32_S3 or BOARD_ESP32_C3.
#endif
        }
    }
}
