namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class GenericMethod
{
    public static T Same<T>(T value) => value;
}
