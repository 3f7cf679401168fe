namespace nanoFramework.Hardware.Esp32
{
    public class HighResTimer
    {
        internal HighResTimer() => throw null;

        public static ulong GetCurrent() => throw null;
    }
}
