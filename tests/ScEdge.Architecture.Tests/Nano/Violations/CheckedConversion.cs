namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class CheckedConversion
{
    public static byte Narrow(int value) => checked((byte)value);
}
