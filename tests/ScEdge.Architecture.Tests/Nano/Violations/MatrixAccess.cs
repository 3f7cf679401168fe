namespace ScEdge.Architecture.Tests.Nano.Violations;

internal static class MatrixAccess
{
    public static int Corner()
    {
        var cells = new int[2, 2];
        cells[1, 1] = 5;
        return cells[1, 1];
    }
}
