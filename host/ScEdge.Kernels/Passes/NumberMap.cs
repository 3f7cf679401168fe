using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The numbers of a padded map: where their streams are, and which of them are not zero.
/// </summary>
internal sealed unsafe class NumberMap
{
    // Presence is read by so many numbers at once.
    private const int Step = 16;

    // Fewer zeros than one number in so many are not worth leaving out.
    private const int FewZeros = 8;

    private static readonly WordBuffer NoOnes = new(PassSettings.LongestLength / 32);

    private readonly WindowShape _shape;
    private readonly WordBuffer _numbers;
    private readonly WordBuffer _present;

    public NumberMap(WindowShape shape)
    {
        _shape = shape;
        Height = shape.Height + (2 * shape.Padding);
        Width = shape.Width + (2 * shape.Padding);
        int places = shape.Channels * Height * Width;
        _numbers = new WordBuffer(places * (sizeof(PlacedNumber) / sizeof(uint)));
        _present = new WordBuffer(places + Step);
        new Span<PlacedNumber>(Numbers, places).Fill(new PlacedNumber { Words = NoOnes.Words });
    }

    /// <summary>Rows of the padded map.</summary>
    public int Height { get; }

    /// <summary>Columns of the padded map.</summary>
    public int Width { get; }

    /// <summary>Whether there is hardly a zero: then leaving them out does not pay.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The numbers by place, [channel][row][column]; those of the padding have no ones.</summary>
    public PlacedNumber* Numbers => (PlacedNumber*)_numbers.Words;

    /// <summary>All ones by place where a number is not zero.</summary>
    public uint* Present => _present.Words;

    /// <summary>Takes a map.</summary>
    /// <param name="inputs">The map, for signs and zeros.</param>
    /// <param name="words">Words of its streams, number by number.</param>
    /// <param name="stride">Words of a stream.</param>
    public void Place(ReadOnlySpan<int> inputs, WordBuffer words, int stride)
    {
        int index = 0;
        int zeros = inputs.Length;
        nint noOnes = (nint)NoOnes.Words;
        for (int channel = 0; channel < _shape.Channels; channel++)
        {
            for (int y = 0; y < _shape.Height; y++)
            {
                nint place = ((((nint)channel * Height) + y + _shape.Padding) * Width) + _shape.Padding;
                for (int x = 0; x < _shape.Width; x++, index++, place++)
                {
                    // Without a branch: a zero has no ones, whatever its stream.
                    int value = inputs[index];
                    nint present = (value | -value) >> 31;
                    nint stream = (nint)(words.Words + ((nint)index * stride));
                    Numbers[place].Words = (uint*)(((stream ^ noOnes) & present) ^ noOnes);
                    Numbers[place].Sign = (uint)(value >> 31);
                    _present.Words[place] = (uint)present;
                    zeros += (int)present;
                }
            }
        }

        IsFull = zeros < inputs.Length / FewZeros;
    }
}
