using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>How many bytes a row of a table has that is looked up by vectors.</summary>
internal interface ITableSize
{
    /// <summary>Bytes, or zero where it is looked up byte by byte.</summary>
    static abstract int Length { get; }

    /// <summary>Returns the size for rows of a length on a tier; vectors need AVX-512 VBMI.</summary>
    public static int For(VectorTier tier, int length) =>
        tier != VectorTier.Bits512 || !Avx512Vbmi.IsSupported ? 0
        : length <= 64 ? 64
        : length <= 128 ? 128
        : 256;

    /// <summary>No vectors.</summary>
    public readonly struct Plain : ITableSize
    {
        public static int Length => 0;
    }

    /// <summary>Up to 64 bytes.</summary>
    public readonly struct Of64 : ITableSize
    {
        public static int Length => 64;
    }

    /// <summary>Up to 128 bytes.</summary>
    public readonly struct Of128 : ITableSize
    {
        public static int Length => 128;
    }

    /// <summary>Up to 256 bytes.</summary>
    public readonly struct Of256 : ITableSize
    {
        public static int Length => 256;
    }
}
