namespace ScEdge.Architecture.Tests.Nano.Violations;

internal sealed class GenericClass<T>
{
    public static int Zero() => 0;
}
