namespace nanoFramework.Hardware.Esp32
{
    public class Configuration
    {
        internal Configuration() => throw null;

        public static void SetPinFunction(int pin, DeviceFunction value) => throw null;
    }
}
