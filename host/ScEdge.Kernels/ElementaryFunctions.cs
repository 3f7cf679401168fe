using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels;

/// <summary>
/// Exponential function and logarithm that give the same bits everywhere.
/// </summary>
/// <remarks>The functions of the C runtimes differ from system to system; these use IEEE operations only.</remarks>
public static class ElementaryFunctions
{
    // 1.5 * 2^23: adding it rounds to an integer and leaves that integer in the low bits.
    private const float Rounder = 12582912f;
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts, the first with few enough digits that multiples by integers are exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>Exponential function of numbers from -87 to 88; smaller ones are taken as -87.</summary>
    /// <remarks>
    /// x = n ln 2 + r with |r| at most ln(2) / 2; the Taylor polynomial of degree 7 in r (remainder below 6e-9), times
    /// 2^n by adding n to the exponent. The relative error is below 2e-7. Not-a-number stays not-a-number.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        Vector512<float> least = Vector512.Create(-87f);
        x = Vector512.ConditionalSelect(Vector512.LessThan(x, least), least, x);
        Vector512<float> rounder = Vector512.Create(Rounder);
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), rounder);
        Vector512<float> n = shifted - rounder;
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r);
        Vector512<float> sum = Vector512.Create(1f / 5040f);
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1f / 720f));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1f / 120f));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1f / 24f));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1f / 6f));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(0.5f));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<float>.One);
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<float>.One);
        return (sum.AsInt32() + Vector512.ShiftLeft(shifted.AsInt32(), 23)).AsSingle();
    }

    /// <summary>Natural logarithm of positive normal numbers.</summary>
    /// <remarks>
    /// x = 2^n m with m from sqrt(1/2) to sqrt(2); ln m = 2 (u + u^3/3 + ... + u^11/11) with u = (m - 1) / (m + 1). The error
    /// is below 2e-7 of the larger of 1 and |ln x|. Not-a-number stays not-a-number.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        // Subtracting the bits of sqrt(1/2) makes the exponent field count from there.
        Vector512<int> offset = Vector512.Create(0x3F3504F3);
        Vector512<int> exponent = Vector512.ShiftRightArithmetic(x.AsInt32() - offset, 23);
        Vector512<float> n = Vector512.ConvertToSingle(exponent);
        Vector512<float> m = (x.AsInt32() - Vector512.ShiftLeft(exponent, 23)).AsSingle();
        Vector512<float> u = (m - Vector512<float>.One) / (m + Vector512<float>.One);
        Vector512<float> square = u * u;
        Vector512<float> sum = Vector512.Create(2f / 11f);
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(2f / 9f));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(2f / 7f));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(2f / 5f));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(2f / 3f));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(2f));
        Vector512<float> low = Vector512.FusedMultiplyAdd(n, Vector512.Create(Ln2Low), sum * u);
        Vector512<float> result = Vector512.FusedMultiplyAdd(n, Vector512.Create(Ln2High), low);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x);
    }
}
