#if BOARD_ESP32 || !NANOFRAMEWORK_1_0
using nanoFramework.Hardware.Esp32;

namespace ScEdge.Firmware.Boards
{
    /// <summary>
    /// ESP32 DevKit with a second USB-UART: its own USB bridge (COM1) belongs to the debugger, so the link runs on COM2.
    /// </summary>
    public static class ClassicEsp32
    {
        /// <summary>Describes the board.</summary>
        public static BoardDescription Describe()
        {
            BoardDescription board = new BoardDescription();
            board.Name = "ESP32 DevKit";
            board.PortName = "COM2";
            board.ReceiveFunction = DeviceFunction.COM2_RX;
            board.TransmitFunction = DeviceFunction.COM2_TX;
            board.ReceivePin = 32;
            board.TransmitPin = 33;
            board.HasCells = false;

            FrontEndPins pins = new FrontEndPins();
            pins.DataOut = 23;
            pins.DataIn = 19;
            pins.Clock = 18;
            pins.SelectDac = 21;
            pins.SelectAdc = 22;
            pins.Address0 = 25;
            pins.Address1 = 26;
            pins.Address2 = 27;
            pins.Inhibit = 13;
            board.FrontEnd = pins;
            return board;
        }
    }
}
#endif
