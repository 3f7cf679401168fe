using nanoFramework.Hardware.Esp32.Rmt;

namespace ScEdge.Firmware.FrontEnd
{
    /// <summary>
    /// Connects the line for an exact time: the multiplexer's inhibit pin, low for the length of a pulse, driven by the remote control
    /// peripheral in ticks of 12.5 ns.
    /// </summary>
    public sealed class PulseGate
    {
        /// <summary>Longest pulse; ns.</summary>
        public const int LongestNanoseconds = 409587;

        private readonly TransmitterChannel channel;

        /// <summary>Takes the pin; it rests high.</summary>
        public PulseGate(int pin)
        {
            TransmitChannelSettings settings = new TransmitChannelSettings(pin);
            settings.ClockDivider = 1;
            settings.EnableCarrierWave = false;
            settings.EnableIdleLevelOutput = true;
            settings.IdleLevel = true;
            channel = new TransmitterChannel(settings);
        }

        /// <summary>Makes the command for a width, to be kept: every new one costs memory.</summary>
        /// <param name="nanoseconds">13..409587, rounded to the nearest tick.</param>
        public static RmtCommand CommandFor(int nanoseconds)
        {
            return new RmtCommand((ushort)(((nanoseconds * 2) + 12) / 25), false, 1, true);
        }

        /// <summary>Connects for the time of a command and waits until it has passed.</summary>
        public void Pulse(RmtCommand command)
        {
            Begin(command);
            WaitUntilClosed();
        }

        /// <summary>Connects for the time of a command without waiting.</summary>
        public void Begin(RmtCommand command)
        {
            channel.ClearCommands();
            channel.AddCommand(command);
            channel.Send(false);
        }

        /// <summary>Waits until the line is disconnected.</summary>
        public void WaitUntilClosed()
        {
            while (!channel.IsChannelIdle)
            {
            }
        }
    }
}
