using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;
using ScEdge.Entropy.Cells;
using ScEdge.Firmware.Boards;

namespace ScEdge.Firmware.FrontEnd
{
    /// <summary>
    /// The CBRAM front end of hw-docs/cbram-front-end.md: eight cells behind a multiplexer, a converter at either end of the line.
    /// </summary>
    /// <remarks>
    /// Output A feeds the cells through the multiplexer, output B holds the far end behind the sense resistor: A above B is SET and read, B
    /// above A is RESET, so a single supply drives both polarities. The current is the voltage over the sense resistor.
    /// </remarks>
    public sealed class SpiFrontEnd : IAnalogueFrontEnd
    {
        /// <summary>Supply and reference of both converters; mV.</summary>
        public const int ReferenceMillivolts = 3300;

        private const int Bus = 1;
        private const int Cells = 8;

        // A reading takes its sample in the first half of a transfer of 36 us; one that was held up is not believed.
        private const int ReadNanoseconds = 250000;
        private const ulong LatestMicroseconds = 200;

        private readonly Mcp4922 drive;
        private readonly Mcp3202 sense;
        private readonly PulseGate gate;
        private readonly GpioPin address0;
        private readonly GpioPin address1;
        private readonly GpioPin address2;
        private readonly RmtCommand readCommand = PulseGate.CommandFor(ReadNanoseconds);
        private RmtCommand pulseCommand;
        private int pulseNanoseconds;

        /// <summary>Takes the pins; the line rests at zero.</summary>
        public SpiFrontEnd(FrontEndPins pins)
        {
            gate = new PulseGate(pins.Inhibit);
            Configuration.SetPinFunction(pins.DataOut, DeviceFunction.SPI1_MOSI);
            Configuration.SetPinFunction(pins.DataIn, DeviceFunction.SPI1_MISO);
            Configuration.SetPinFunction(pins.Clock, DeviceFunction.SPI1_CLOCK);
            drive = new Mcp4922(Bus, pins.SelectDac);
            sense = new Mcp3202(Bus, pins.SelectAdc);
            GpioController controller = new GpioController();
            address0 = controller.OpenPin(pins.Address0, PinMode.Output);
            address1 = controller.OpenPin(pins.Address1, PinMode.Output);
            address2 = controller.OpenPin(pins.Address2, PinMode.Output);
            Drive(0);
        }

        /// <summary>Makes the settings that fit the resistors: one count is 81 nA.</summary>
        /// <remarks>
        /// At 100 mV over 20 kohm and the cell, 40 counts are 11 kohm and 20 counts 42 kohm. A cell of 1 Mohm gives one count, so none is
        /// told from a missing one. To be set anew for devices of other resistances.
        /// </remarks>
        public static CellDriveSettings DriveSettings()
        {
            CellDriveSettings settings = new CellDriveSettings();
            settings.ReadMillivolts = 100;
            settings.SetCounts = 40;
            settings.ResetCounts = 20;
            settings.OpenCounts = -1;
            settings.ReadsPerValue = 1;
            return settings;
        }

        /// <inheritdoc/>
        public int CellCount
        {
            get { return Cells; }
        }

        /// <inheritdoc/>
        public void Select(int cell)
        {
            address0.Write((cell & 1) == 0 ? PinValue.Low : PinValue.High);
            address1.Write((cell & 2) == 0 ? PinValue.Low : PinValue.High);
            address2.Write((cell & 4) == 0 ? PinValue.Low : PinValue.High);
        }

        /// <inheritdoc/>
        public void Pulse(int millivolts, int widthNanoseconds)
        {
            if (widthNanoseconds != pulseNanoseconds)
            {
                pulseCommand = PulseGate.CommandFor(widthNanoseconds);
                pulseNanoseconds = widthNanoseconds;
            }

            Drive(millivolts);
            gate.Pulse(pulseCommand);
            Drive(0);
        }

        /// <inheritdoc/>
        public int ReadCurrentCounts(int millivolts)
        {
            Drive(millivolts);
            int counts;
            ulong taken;
            do
            {
                // The gate must be closed before anything else is driven, else the next pulse would be longer than it says.
                ulong begun = HighResTimer.GetCurrent();
                gate.Begin(readCommand);
                counts = sense.Read(0);
                taken = HighResTimer.GetCurrent() - begun;
                gate.WaitUntilClosed();
            }
            while (taken > LatestMicroseconds);

            Drive(0);
            return counts;
        }

        private void Drive(int millivolts)
        {
            int magnitude = millivolts < 0 ? -millivolts : millivolts;
            int value = ((magnitude * (Mcp4922.FullScale + 1)) + (ReferenceMillivolts / 2)) / ReferenceMillivolts;
            value = value > Mcp4922.FullScale ? Mcp4922.FullScale : value;
            drive.Write(0, millivolts < 0 ? 0 : value);
            drive.Write(1, millivolts < 0 ? value : 0);
        }
    }
}
