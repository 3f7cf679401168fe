namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class CheckedSum
{
    public static int Add(int left, int right) => checked(left + right);
}
