namespace System.IO.Ports
{
    public sealed class SerialPort
    {
        public SerialPort(string portName, int baudRate, Parity parity, int dataBits, StopBits stopBits) => throw null;

        public int BytesToRead => throw null;

        public int BaudRate
        {
            get => throw null;
            set => throw null;
        }

        public int ReadBufferSize
        {
            get => throw null;
            set => throw null;
        }

        public int WriteBufferSize
        {
            get => throw null;
            set => throw null;
        }

        public int WriteTimeout
        {
            get => throw null;
            set => throw null;
        }

        public void Open() => throw null;

        public int Read(byte[] buffer, int offset, int count) => throw null;

        public void Write(byte[] buffer, int offset, int count) => throw null;
    }
}
