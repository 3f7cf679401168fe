namespace nanoFramework.Hardware.Esp32.Rmt
{
    public class RmtCommand
    {
        public RmtCommand(ushort duration1, bool level1, ushort duration2, bool level2) => throw null;
    }
}
