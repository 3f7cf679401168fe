namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class NullableParameter
{
    public static bool IsGiven(int? value) => value != null;
}
