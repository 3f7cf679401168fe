namespace ScEdge.Architecture.Tests.Nano.Violations;

internal sealed class DecimalField
{
    public decimal Price;
}
