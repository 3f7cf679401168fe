namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class VolatileField
{
    public static volatile int State;
}
