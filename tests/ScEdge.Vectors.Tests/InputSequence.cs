namespace ScEdge.Vectors.Tests;

/// <summary>Inputs of cases, from a generator that has nothing to do with the one under test: they stay when that changes.</summary>
/// <remarks>Multiplicative congruence modulo 2^31 - 1, factor 48271 (S. Park, K. Miller, CACM 31, 1192, 1988; revised 1993).</remarks>
internal sealed class InputSequence(int seed)
{
    private long state = seed;

    public int Below(int bound)
    {
        state = state * 48271 % int.MaxValue;
        return (int)(state % bound);
    }

    /// <summary>Numbers of both signs up to a magnitude, over many octaves.</summary>
    public short[] Signed(int count, int limit)
    {
        short[] values = new short[count];
        for (int i = 0; i < count; i++)
        {
            int magnitude = Below(limit + 1) >> Below(7);
            values[i] = (short)(Below(2) == 0 ? magnitude : -magnitude);
        }

        return values;
    }
}
