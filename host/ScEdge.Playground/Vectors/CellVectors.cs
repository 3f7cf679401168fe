using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Playground.Vectors;

/// <summary>Banks of cells: their classes, what they make of probabilities, and numbers drawn from them one after the other.</summary>
internal static class CellVectors
{
    private static readonly ulong Key = CounterGenerator.Key(1, 2, 3);

    /// <summary>Returns what is wrong with a bank, or null.</summary>
    public static string? Difference(string line)
    {
        CellCase one = JsonSerializer.Deserialize(line, VectorJson.Default.CellCase)!;
        CellBank bank = new(one.Cells, one.Bank);
        return ClassDifference(one, bank)
            ?? one.Answers.Select(answer => AnswerDifference(bank, answer)).FirstOrDefault(static difference => difference is not null)
            ?? one.Numbers.Select(number => NumberDifference(bank, number)).FirstOrDefault(static difference => difference is not null);
    }

    private static string? ClassDifference(CellCase one, CellBank bank)
    {
        IEnumerable<int> classes = bank.Classes is { } all
            ? all.Skip(one.Cells.CellsPerLane).Take(one.Cells.CellsPerLane).Select(static value => (int)value)
            : [];
        return classes.SequenceEqual(one.ClassesOfLaneOne) ? null : $"other classes in {one.Name}";
    }

    private static string? AnswerDifference(CellBank bank, CellAnswer answer)
    {
        uint driven = bank.Quantizer is null ? answer.Probability : bank.Quantizer.Quantize(answer.Probability);
        uint switching = bank.Response.Probability(driven, answer.CellClass);
        return switching == answer.Switching ? null : $"{switching} instead of {answer.Switching} for {answer.Probability}";
    }

    private static string? NumberDifference(CellBank bank, CellNumber number)
    {
        OperationCounts counts = new();
        uint[] bits = new uint[(number.Length + 31) / 32];
        uint[] inner = new uint[bits.Length];
        for (int word = 0; word < bits.Length; word++)
        {
            int left = number.Length - (32 * word);
            uint mask = left >= 32 ? uint.MaxValue : (1u << left) - 1;
            uint counter = number.Counter + (uint)(BernoulliWord.CounterStride * word);
            bits[word] = number.InnerProbability is { } first
                ? bank.DrawNestedWord(
                    number.Lane, word, number.Probability, first, mask, (uint)Key, (uint)(Key >> 32), counter, counts, out inner[word])
                : bank.DrawWord(number.Lane, word, number.Probability, mask, (uint)Key, (uint)(Key >> 32), counter, counts);
        }

        string text = Text(bits, number.Length);
        return text == number.Bits && counts.RandomWords == number.RandomWords
            && (number.InnerBits is null || Text(inner, number.Length) == number.InnerBits)
            ? null
            : $"{text} after {counts.RandomWords} words instead of {number.Bits} after {number.RandomWords}";
    }

    private static string Text(uint[] words, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(t => (char)('0' + ((words[t / 32] >> (t % 32)) & 1))));
}
