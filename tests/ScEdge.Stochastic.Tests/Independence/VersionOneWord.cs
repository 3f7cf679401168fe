namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>The random word of stream format 1, two multiplications, kept to show that the tests would have refused it.</summary>
internal static class VersionOneWord
{
    public static uint Word(uint keyLow, uint keyHigh, uint counter)
    {
        uint word = counter + keyLow;
        word ^= word >> 16;
        word *= 0x7FEB352Du;
        word ^= keyHigh;
        word ^= word >> 15;
        word *= 0x846CA68Bu;
        return word ^ (word >> 16);
    }

    /// <summary>Compares as the cells that are all alike do, without stopping early.</summary>
    public static uint Draw(uint probability, ulong key, uint counter)
    {
        uint ones = 0;
        uint undecided = uint.MaxValue;
        for (int digit = 15; digit >= 0; digit--)
        {
            uint word = Word((uint)key, (uint)(key >> 32), counter++);
            uint digits = 0u - ((probability >> digit) & 1);
            ones |= undecided & digits & ~word;
            undecided &= ~(word ^ digits);
        }

        return ones;
    }
}
