#if BOARD_ESP32_C3 || !NANOFRAMEWORK_1_0
using nanoFramework.Hardware.Esp32;

namespace ScEdge.Firmware.Boards
{
    /// <summary>
    /// ESP32-C3 DevKit: the debugger runs over native USB, which leaves the USB bridge (COM1) to the link.
    /// </summary>
    public static class Esp32C3
    {
        /// <summary>Describes the board.</summary>
        public static BoardDescription Describe()
        {
            BoardDescription board = new BoardDescription();
            board.Name = "ESP32-C3 DevKit";
            board.PortName = "COM1";
            board.ReceiveFunction = DeviceFunction.COM1_RX;
            board.TransmitFunction = DeviceFunction.COM1_TX;
            board.ReceivePin = 20;
            board.TransmitPin = 21;
            board.PortAdvice = "Without a host on native USB the runtime keeps this port for its debugger: connect native USB, then reset.";
            board.HasCells = false;

            FrontEndPins pins = new FrontEndPins();
            pins.DataOut = 7;
            pins.DataIn = 5;
            pins.Clock = 6;
            pins.SelectDac = 10;

            // GPIO2 must be high when the chip starts (a strapping pin), as a select line is that rests.
            pins.SelectAdc = 2;
            pins.Address0 = 0;
            pins.Address1 = 1;
            pins.Address2 = 3;
            pins.Inhibit = 4;
            board.FrontEnd = pins;
            return board;
        }
    }
}
#endif
