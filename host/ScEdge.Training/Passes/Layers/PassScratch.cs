using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// Memory that the circuits of one thread work in, one after the other.
/// </summary>
internal sealed class PassScratch
{
    /// <summary>Images of a block: a dense layer's weights stay in the cache while all of them meet one group of outputs.</summary>
    public const int BlockLength = 8;

    /// <summary>Weights that are drawn at once.</summary>
    public const int WeightsAtOnce = 256;

    private readonly byte[] _weightLevels = new byte[WeightsAtOnce];
    private readonly sbyte[] _weightSigns = new sbyte[WeightsAtOnce];

    public PassScratch(IReadOnlyList<WindowShape> shapes, PassSettings settings, bool backward)
    {
        int forwardWords = (settings.ForwardLength + 31) / 32;
        int backwardWords = (settings.BackwardLength + 31) / 32;
        int gradientWords = (settings.GradientLength + 31) / 32;
        int largestInput = shapes.Max(static shape => shape.InputCount);
        int largestOutput = shapes.Max(static shape => shape.OutputCount);
        int largestDense = shapes.Where(static shape => shape.Positions == 1).Select(static shape => shape.InputCount).DefaultIfEmpty().Max();
        for (int i = 0; i < BlockLength; i++)
        {
            int length = (i == 0 ? largestInput : largestDense) * Math.Max(forwardWords, gradientWords);
            Words[i] = new WordBuffer(i == 0 && backward ? Math.Max(length, largestOutput * backwardWords) : length);
        }

        int largest = Math.Max(largestInput, largestOutput);
        ErrorWords = new WordBuffer(backward ? largestOutput * gradientWords : 0);
        WeightWords = new WordBuffer(WeightsAtOnce * Math.Max(forwardWords, backwardWords));
        Probabilities = new uint[Math.Max(largest, WeightsAtOnce)];
        One = new uint[gradientWords];
        if (settings.Encoding == PassEncoding.Bipolar)
        {
            Plus = new int[Probabilities.Length];
            Array.Fill(Plus, 1);
            Ones = new int[Probabilities.Length];
            ErrorOnes = new int[backward ? largestOutput : 0];
        }

        Numbers = new ushort[Math.Max(settings.ForwardLength, Math.Max(settings.BackwardLength, settings.GradientLength))];
        Map = new DrawnLevels(largest);
        Errors = new DrawnLevels(largestOutput);
    }

    /// <summary>Streams of the maps of a block; the first has room for any map, the others for inputs of dense layers.</summary>
    public WordBuffer[] Words { get; } = new WordBuffer[BlockLength];

    /// <summary>Streams of errors beside those of a map.</summary>
    public WordBuffer ErrorWords { get; }

    /// <summary>Streams of the weights that are drawn at once.</summary>
    public WordBuffer WeightWords { get; }

    /// <summary>Weights that are drawn at once.</summary>
    public int[] Weights { get; } = new int[WeightsAtOnce];

    /// <summary>Levels of weights that are drawn at once.</summary>
    public LevelSpan WeightLevels => new(_weightLevels, _weightSigns);

    /// <summary>Probabilities of a tensor.</summary>
    public uint[] Probabilities { get; }

    /// <summary>The stream that the errors of biases pass through.</summary>
    public uint[] One { get; }

    /// <summary>Signs of bipolar streams: none is negative, none is left out. Empty in sign-magnitude coding.</summary>
    public int[] Plus { get; } = [];

    /// <summary>Ones of the bipolar streams of a map or of weights. Empty in sign-magnitude coding.</summary>
    public int[] Ones { get; } = [];

    /// <summary>Ones of bipolar errors beside those of a map. Empty in sign-magnitude coding.</summary>
    public int[] ErrorOnes { get; } = [];

    /// <summary>A shared sequence.</summary>
    public ushort[] Numbers { get; }

    /// <summary>Levels of a map.</summary>
    public DrawnLevels Map { get; }

    /// <summary>Levels of errors beside those of a map.</summary>
    public DrawnLevels Errors { get; }

    /// <summary>Counts of all pairs of streams of two sequences.</summary>
    public LevelTable Table { get; } = new();

    /// <summary>Counts that nobody asks for.</summary>
    public OperationCounts Discarded { get; } = new();
}
