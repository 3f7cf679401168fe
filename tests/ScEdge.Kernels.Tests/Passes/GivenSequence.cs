using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Tests.Passes;

/// <summary>Streams under a sequence of numbers that a test gives.</summary>
internal sealed class GivenSequence(ushort[] numbers) : IStreamMaker
{
    public ushort[] Numbers => numbers;

    public int Length => numbers.Length;

    public void Begin(uint serial, OperationCounts counts)
    {
    }

    public void Draw(int index, uint probability, uint[] words, int offset, OperationCounts counts)
    {
        for (int t = 0; t < numbers.Length; t++)
        {
            if (numbers[t] < probability)
            {
                words[offset + (t / 32)] |= 1u << (t % 32);
            }
        }
    }
}
