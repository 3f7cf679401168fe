#nullable disable
namespace ScEdge.Architecture.Tests.Nano.Violations;

/// <summary>Not a violation: what shared code commonly does, all of it allowed.</summary>
internal sealed class CleanType
{
    private static readonly byte[] Table = { 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4 };

    private readonly uint[][] rows;

    public CleanType(int count)
    {
        rows = new uint[count][];
        for (int i = 0; i < count; i++)
        {
            rows[i] = new uint[i + 1];
        }
    }

    private interface IWidth
    {
        int Width { get; }
    }

    public int Size { get; set; }

    public double Share(uint value, ref int used)
    {
        used++;
        return (double)(long)value / (Table[value & 15] + rows.Length);
    }
}
