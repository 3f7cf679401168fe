namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class UnsignedToDouble
{
    public static double Convert(uint value) => value;
}
