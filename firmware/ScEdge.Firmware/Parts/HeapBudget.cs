namespace ScEdge.Firmware.Parts
{
    /// <summary>
    /// How much of the managed heap registers and images may take: what is free, less what the device and its work take.
    /// </summary>
    /// <remarks>
    /// The runtimes of one chip reserve different heaps (with PSRAM, with Bluetooth), and every version of the firmware leaves another rest of
    /// it. So it is measured at every start, not declared.
    /// </remarks>
    public static class HeapBudget
    {
        /// <summary>The device with its link, before a configuration; bytes. A test counts it by the chip's object sizes.</summary>
        public const int DeviceBytes = 26000;

        /// <summary>Stack, strings of events and errors, and what a file takes while it is open; bytes.</summary>
        public const int ReserveBytes = 6000;

        /// <summary>Returns the budget of a device that is yet to be made; bytes.</summary>
        public static int Measure()
        {
            uint free = nanoFramework.Runtime.Native.GC.Run(true);
            return free > DeviceBytes + ReserveBytes ? (int)free - DeviceBytes - ReserveBytes : 0;
        }
    }
}
