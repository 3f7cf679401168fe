namespace ScEdge.Kernels.Passes;

/// <summary>How many vectors of one stream a block of eight takes.</summary>
internal interface IBlockSize
{
    static abstract int Vectors { get; }

    /// <summary>Eight streams of a vector each.</summary>
    public readonly struct Of1 : IBlockSize
    {
        public static int Vectors => 1;
    }

    /// <summary>Four streams of two vectors.</summary>
    public readonly struct Of2 : IBlockSize
    {
        public static int Vectors => 2;
    }

    /// <summary>Two streams of four vectors.</summary>
    public readonly struct Of4 : IBlockSize
    {
        public static int Vectors => 4;
    }

    /// <summary>One stream of eight vectors or more.</summary>
    public readonly struct Of8 : IBlockSize
    {
        public static int Vectors => 8;
    }
}
