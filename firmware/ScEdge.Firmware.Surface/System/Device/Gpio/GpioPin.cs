namespace System.Device.Gpio
{
    public class GpioPin
    {
        internal GpioPin() => throw null;

        public void Write(PinValue value) => throw null;
    }
}
