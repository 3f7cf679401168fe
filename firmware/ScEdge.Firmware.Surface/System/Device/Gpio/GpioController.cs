namespace System.Device.Gpio
{
    public class GpioController
    {
        public GpioController() => throw null;

        public GpioPin OpenPin(int pinNumber, PinMode mode) => throw null;
    }
}
