using System;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels;

/// <summary>
/// The choice of <see cref="VectorTier"/>: the widest that the processor has, unless the environment asks for less.
/// </summary>
/// <remarks>
/// The variable <see cref="Variable"/> names the most that the stochastic kernels may use: <c>scalar</c>, <c>128</c>,
/// <c>256</c> or <c>512</c>. It changes times, never a bit or a count. The FP32 layers follow the processor alone; the runtime's own
/// switches (DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0, DOTNET_EnableHWIntrinsic=0) narrow both.
/// </remarks>
public static class KernelTier
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "SCEDGE_KERNELS";

    /// <summary>The widest tier of this processor.</summary>
    public static VectorTier Hardware =>
        Avx512BW.IsSupported && Avx512DQ.IsSupported ? VectorTier.Bits512
        : Avx2.IsSupported ? VectorTier.Bits256
        : Vector128.IsHardwareAccelerated ? VectorTier.Bits128
        : VectorTier.Scalar;

    /// <summary>The tier in use.</summary>
    public static VectorTier Current { get; } = Choose(Environment.GetEnvironmentVariable(Variable), Hardware);

    /// <summary>Returns whether a value of the variable can be understood; none at all can.</summary>
    /// <param name="setting">Value, or null.</param>
    public static bool IsValid(string? setting) => string.IsNullOrEmpty(setting) || Limit(setting) is not null;

    /// <summary>Returns the tier that a value of the variable and a processor give together.</summary>
    /// <param name="setting">Value, or null; one that cannot be understood limits nothing.</param>
    /// <param name="hardware">Widest tier of the processor.</param>
    public static VectorTier Choose(string? setting, VectorTier hardware) =>
        Limit(setting) is { } limit && limit < hardware ? limit : hardware;

    private static VectorTier? Limit(string? setting)
    {
        foreach (VectorTier tier in Enum.GetValues<VectorTier>())
        {
            string name = tier == VectorTier.Scalar ? "scalar" : ((int)tier).ToString(CultureInfo.InvariantCulture);
            if (name == setting)
            {
                return tier;
            }
        }

        return null;
    }
}

/// <summary>
/// The instructions for which the stochastic kernels have code of their own.
/// </summary>
public enum VectorTier
{
    /// <summary>None: the scalar code of the shared library, which defines every bit.</summary>
    Scalar = 0,

    /// <summary>Vectors of 128 bits as every processor has them: SSE and its successors, AdvSimd.</summary>
    Bits128 = 128,

    /// <summary>AVX2: vectors of 256 bits.</summary>
    Bits256 = 256,

    /// <summary>AVX-512 (F, BW, DQ): vectors of 512 bits.</summary>
    Bits512 = 512,
}
