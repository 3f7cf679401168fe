namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class OpenSwitch
{
    public static int Code(int value) => value switch
    {
        1 => 10,
        2 => 20,
    };
}
