namespace ScEdge.Kernels.Passes.Levels;

/// <summary>A number of a plane that has ones.</summary>
/// <param name="bits">Its place in the plane above its level less one.</param>
internal readonly struct ListedNumber(uint bits)
{
    /// <summary>Bits of the level, below the place.</summary>
    public const int LevelBits = 8;

    /// <summary>Lists a number.</summary>
    /// <param name="place">Place in the plane.</param>
    /// <param name="level">Level less one.</param>
    public ListedNumber(int place, byte level)
        : this(((uint)place << LevelBits) | level)
    {
    }

    /// <summary>Place in the plane.</summary>
    public nint Place => (nint)(bits >> LevelBits);

    /// <summary>Level less one.</summary>
    public nint Level => (nint)(bits & ((1 << LevelBits) - 1));
}
