using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>Bits of every kind of cell, and the answers behind them.</summary>
internal static class CellFile
{
    public const string Name = "cells.jsonl";

    private const uint Bank = 3;
    private static readonly int[] Lengths = [40, 32, 7];
    private static readonly uint[] Probabilities = [0, 1, 9, 700, 6554, 21845, 32768, 39321, 60000, 65535, 65536];
    private static readonly int[] SomeClasses = [0, 13, 31];
    private static readonly ulong Key = CounterGenerator.Key(1, 2, 3);

    public static string Text() => VectorText.JsonLines<CellCase>(
    [
        Case("alike", new()),
        Case("alike, quantised drive", new() { DriveBits = 5 }),
        Case("alike, offset", new() { DriveOffset = -0.2 }),
        Case("alike, cycle to cycle and read disturb", new() { CycleToCycle = 0.4, ReadDisturb = 0.002 }),
        Case("device to device", new() { DeviceToDevice = 0.3, DeviceToDeviceSeed = 11 }),
        Case("device to device, serial write", new() { DeviceToDevice = 0.3, DeviceToDeviceSeed = 11, SerialWrite = true }),
        Case("stuck", new() { StuckSet = 0.1, StuckSetSeed = 12, StuckReset = 0.2, StuckResetSeed = 13 }),
        Case("stuck, serial write", new() { StuckSet = 0.3, StuckSetSeed = 12, StuckReset = 0.4, StuckResetSeed = 13, SerialWrite = true }),
        Case("residual filament", new() { ResidualFilament = 0.7 }),
        Case("residual filament, serial write", new() { ResidualFilament = 0.7, SerialWrite = true }),
        Case("all but memory", All()),
        Case("all", All(0.5)),
        Case("alike, missed reads", new() { ReadMiss = 0.03, ReadDisturb = 0.002 }),
        Case("alike, drift in step 0", new() { DriveDrift = 0.4, DriveDriftSeed = 14 }),
        Case("drop along the line", new() { LineDrop = 0.5 }),
        Case("alike, droop", new() { SetDroop = 0.64 }),
        Case("droop of a drive that is off, drop along the line", new() { SetDroop = 1.3, DriveOffset = 0.2, LineDrop = 0.5 }),
    ]);

    private static CellBankSettings All(double residual = 0) => new()
    {
        DeviceToDevice = 0.25, DeviceToDeviceSeed = 21, CycleToCycle = 0.35, DriveBits = 6, DriveOffset = 0.1, StuckSet = 0.05, StuckSetSeed = 22,
        StuckReset = 0.06, StuckResetSeed = 23, ReadDisturb = 0.001, ResidualFilament = residual,
    };

    private static CellCase Case(string name, CellBankSettings cells)
    {
        cells.Lanes = 3;
        cells.CellsPerLane = 40;
        CellBank bank = new(cells, Bank);
        int[] classes = bank.Classes is { } all ? [.. all.Skip(cells.CellsPerLane).Take(cells.CellsPerLane).Select(value => (int)value)] : [];
        IEnumerable<CellAnswer> answers =
            from probability in Probabilities
            where bank.Response is not null && probability != 0
            from cellClass in classes.Length == 0 ? SomeClasses[..1] : SomeClasses
            let driven = bank.Quantizer?.Quantize(probability) ?? probability
            select new CellAnswer(probability, cellClass, bank.Response!.Probability(driven, cellClass));
        IEnumerable<CellNumber> numbers = [.. Numbers(bank), Nested(bank, 1, 50000, 20000), Nested(bank, 2, 40000, 39000)];
        return new CellCase(name, cells, Bank, classes, [.. answers], [.. numbers]);
    }

    private static IEnumerable<CellNumber> Numbers(CellBank bank)
    {
        int place = 0;
        foreach (uint probability in Probabilities)
        {
            int length = Lengths[place % Lengths.Length];
            int lane = place % bank.Lanes;
            uint counter = (uint)(place * 32);
            OperationCounts counts = new();
            uint[] words = new uint[(length + 31) / 32];
            int ones = 0;
            for (int word = 0; word < words.Length; word++)
            {
                uint ofWord = counter + (16 * (uint)word);
                words[word] = bank.DrawWord(lane, word, probability, Mask(length, word), (uint)Key, (uint)(Key >> 32), ofWord, counts);
                ones += System.Numerics.BitOperations.PopCount(words[word]);
            }

            yield return new CellNumber(lane, counter, length, probability, VectorText.Bits(words, length), ones, counts.RandomWords);
            place++;
        }
    }

    private static CellNumber Nested(CellBank bank, int lane, uint outer, uint inner)
    {
        const int Length = 40;
        const uint Counter = 100_000;
        OperationCounts counts = new();
        uint[] outerWords = new uint[2];
        uint[] innerWords = new uint[2];
        for (int word = 0; word < 2; word++)
        {
            uint ofWord = Counter + (16 * (uint)word);
            outerWords[word] = bank.DrawNestedWord(
                lane, word, outer, inner, Mask(Length, word), (uint)Key, (uint)(Key >> 32), ofWord, counts, out innerWords[word]);
        }

        string bits = VectorText.Bits(outerWords, Length);
        return new CellNumber(
            lane, Counter, Length, outer, bits, bits.Count(bit => bit == '1'), counts.RandomWords, inner, VectorText.Bits(innerWords, Length));
    }

    private static uint Mask(int length, int word) => length - (32 * word) >= 32 ? uint.MaxValue : (1u << (length - (32 * word))) - 1;
}
