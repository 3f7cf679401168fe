#if BOARD_ESP32_S3 || !NANOFRAMEWORK_1_0
using nanoFramework.Hardware.Esp32;

namespace ScEdge.Firmware.Boards
{
    /// <summary>
    /// ESP32-S3 DevKit: the debugger runs over native USB, which leaves the USB bridge (COM1) to the link.
    /// </summary>
    public static class Esp32S3
    {
        /// <summary>Describes the board.</summary>
        public static BoardDescription Describe()
        {
            BoardDescription board = new BoardDescription();
            board.Name = "ESP32-S3 DevKit";
            board.PortName = "COM1";
            board.ReceiveFunction = DeviceFunction.COM1_RX;
            board.TransmitFunction = DeviceFunction.COM1_TX;
            board.ReceivePin = 44;
            board.TransmitPin = 43;
            board.PortAdvice = "Without a host on native USB the runtime keeps this port for its debugger: connect native USB, then reset.";
            board.HasCells = false;

            FrontEndPins pins = new FrontEndPins();
            pins.DataOut = 11;
            pins.DataIn = 13;
            pins.Clock = 12;
            pins.SelectDac = 10;
            pins.SelectAdc = 9;
            pins.Address0 = 4;
            pins.Address1 = 5;
            pins.Address2 = 6;
            pins.Inhibit = 7;
            board.FrontEnd = pins;
            return board;
        }
    }
}
#endif
