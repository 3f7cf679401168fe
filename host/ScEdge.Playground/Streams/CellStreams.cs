using System;
using ScEdge.Cbram;
using ScEdge.Cbram.Cells;
using ScEdge.Cbram.Presets;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>
/// Streams from CBRAM cells. Correlated ones are one pulse read twice; a negative correlation reads 1 - q and inverts it.
/// </summary>
internal static class CellStreams
{
    /// <summary>Makes the streams of some settings.</summary>
    public static StreamTriple Of(StreamSettings settings)
    {
        OperationCounts counts = new();
        CellBankSettings cells = Cells(settings);
        CellBank first = new(cells, StreamTriple.StreamA);
        CellBank second = new(cells, cells.Lanes, StreamTriple.StreamB, first);
        uint p = (uint)settings.P;
        uint q = (uint)settings.Q;
        Bitstream a = new(settings.Length, StreamEncoding.Unipolar);
        Bitstream b = new(settings.Length, StreamEncoding.Unipolar);
        ulong choice = CounterGenerator.Key(settings.Seed, StreamTriple.StreamChoice, 0);
        uint share = ComparatorStreams.Share(settings.Correlation);
        for (int i = 0; i < a.Words.Length; i++)
        {
            uint mask = Mask(settings.Length, i);
            a.Words[i] = settings.Correlation == 0
                ? Draw(first, settings, StreamTriple.StreamA, i, p, counts)
                : DrawNested(first, settings, i, p, settings.Correlation > 0 ? q : StreamSettings.One - q, counts, out b.Words[i]);
            uint twin = settings.Correlation < 0 ? ~b.Words[i] & mask : b.Words[i];
            uint shared = BernoulliWord.Draw(share, mask, (uint)choice, (uint)(choice >> 32), Counter(i), new OperationCounts());
            uint own = shared == mask ? 0 : Draw(second, settings, StreamTriple.StreamB, i, q, counts);
            b.Words[i] = (twin & shared) | (own & ~shared);
        }

        Count(first, settings, p, a.CountOnes(), counts);
        Count(second, settings, q, b.CountOnes(), counts);
        return new StreamTriple(a, b, Select(settings), counts);
    }

    /// <summary>Makes the fair stream of a multiplexer from cells without imperfections.</summary>
    public static Bitstream Select(StreamSettings settings)
    {
        Bitstream select = new(settings.Length, StreamEncoding.Unipolar);
        ulong key = CounterGenerator.Key(settings.Seed, StreamTriple.StreamSelect, 0);
        for (int i = 0; i < select.Words.Length; i++)
        {
            select.Words[i] = BernoulliWord.Draw(
                BernoulliWord.One / 2, Mask(settings.Length, i), (uint)key, (uint)(key >> 32), Counter(i), new OperationCounts());
        }

        return select;
    }

    /// <summary>Returns the bits of a word that a stream has.</summary>
    public static uint Mask(int length, int word) => length - (32 * word) >= 32 ? uint.MaxValue : (1u << (length - (32 * word))) - 1;

    /// <summary>Returns the first counter of a word.</summary>
    public static uint Counter(int word) => (uint)(word * BernoulliWord.CounterStride);

    /// <summary>A lane has as many cells as a group write can pulse; longer streams take further lanes.</summary>
    private static CellBankSettings Cells(StreamSettings settings)
    {
        const int MostCells = 4096;
        int cells = Math.Min(settings.Length, MostCells);
        CbramPreset preset = PresetCatalog.Find(settings.Preset);
        Nonidealities effects = preset.Endurance is null ? settings.Effects with { WearVolts = 0 } : settings.Effects;
        if (effects.DeviceToDevice > 0 || effects.TableSpread > 0)
        {
            // A cell has one class: by itself or by its place.
            effects = effects with { LineDropVolts = 0 };
        }

        if (!preset.Law.IsPlain)
        {
            effects = effects with { SetDroopVolts = 0 };
        }

        CellBankSettings bank = CellBankDesign.Settings(preset, effects, settings.Length / cells, cells, serialWrite: false, settings.Seed);
        return bank;
    }

    private static uint Draw(CellBank bank, StreamSettings settings, uint stream, int word, uint probability, OperationCounts counts)
    {
        ulong key = CounterGenerator.Key(settings.Seed, stream, 0);
        int words = (bank.CellsPerLane + 31) / 32;
        return bank.DrawWord(
            word / words, word % words, probability, Mask(settings.Length, word), (uint)key, (uint)(key >> 32), Counter(word), counts);
    }

    private static uint DrawNested(CellBank bank, StreamSettings settings, int word, uint p, uint twin, OperationCounts counts, out uint twinBits)
    {
        ulong key = CounterGenerator.Key(settings.Seed, StreamTriple.StreamA, 0);
        int words = (bank.CellsPerLane + 31) / 32;
        uint outer = bank.DrawNestedWord(
            word / words, word % words, Math.Max(p, twin), Math.Min(p, twin), Mask(settings.Length, word), (uint)key, (uint)(key >> 32),
            Counter(word), counts, out uint inner);
        twinBits = twin > p ? outer : inner;
        return twin > p ? inner : outer;
    }

    private static void Count(CellBank bank, StreamSettings settings, uint probability, int ones, OperationCounts counts)
    {
        OperationCounts number = new();
        bank.CountNumber(probability, settings.Length, ones, number);
        counts.Add(number);
    }
}
