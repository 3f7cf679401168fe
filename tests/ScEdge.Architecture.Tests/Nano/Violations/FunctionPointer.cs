namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static unsafe class FunctionPointer
{
    public static int Call(delegate*<int, int> function) => function(3);
}
