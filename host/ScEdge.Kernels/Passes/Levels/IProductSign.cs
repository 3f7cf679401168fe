namespace ScEdge.Kernels.Passes.Levels;

/// <summary>Whether products are added or subtracted.</summary>
internal interface IProductSign
{
    /// <summary>1 or -1.</summary>
    static abstract int Value { get; }

    /// <summary>Products are added.</summary>
    public readonly struct Plus : IProductSign
    {
        public static int Value => 1;
    }

    /// <summary>Products are subtracted.</summary>
    public readonly struct Minus : IProductSign
    {
        public static int Value => -1;
    }
}
