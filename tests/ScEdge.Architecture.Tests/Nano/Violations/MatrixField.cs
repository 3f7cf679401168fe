namespace ScEdge.Architecture.Tests.Nano.Violations;

internal sealed class MatrixField
{
    public int[,]? Cells;
}
