using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Counts the ones of many words lane by lane: a tree of carry-save adders (R. Harley; J. Seal; see H. Warren, "Hacker's Delight", 2nd
/// edition, 2012, section 5-1), eight words a time.
/// </summary>
internal struct CarrySave<TTier, TVector>
    where TTier : struct, ILaneTier<TVector>
    where TVector : unmanaged
{
    /// <summary>Blocks of eight words after which the bytes must be emptied: 31 x 8 ones fit into a byte.</summary>
    public const int MostBlocks = 31;

    private TVector _ones;
    private TVector _twos;
    private TVector _fours;
    private TVector _eights;

    /// <summary>Adds eight words of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h)
    {
        TVector ones = _ones;
        TVector twosOfAb = TTier.Majority<TTier>(ones, a, b);
        ones = TTier.Parity<TTier>(ones, a, b);
        TVector twosOfCd = TTier.Majority<TTier>(ones, c, d);
        ones = TTier.Parity<TTier>(ones, c, d);
        TVector twosOfEf = TTier.Majority<TTier>(ones, e, f);
        ones = TTier.Parity<TTier>(ones, e, f);
        TVector twosOfGh = TTier.Majority<TTier>(ones, g, h);
        _ones = TTier.Parity<TTier>(ones, g, h);

        TVector twos = _twos;
        TVector foursOfAd = TTier.Majority<TTier>(twos, twosOfAb, twosOfCd);
        twos = TTier.Parity<TTier>(twos, twosOfAb, twosOfCd);
        TVector foursOfEh = TTier.Majority<TTier>(twos, twosOfEf, twosOfGh);
        _twos = TTier.Parity<TTier>(twos, twosOfEf, twosOfGh);

        TVector eights = TTier.Majority<TTier>(_fours, foursOfAd, foursOfEh);
        _fours = TTier.Parity<TTier>(_fours, foursOfAd, foursOfEh);
        _eights = TTier.Add(_eights, TTier.CountBytes<TTier>(eights));
    }

    /// <summary>Takes the eights counted so far, added up over the bytes of each lane, and begins them anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector TakeEights()
    {
        TVector sum = TTier.AddBytes<TTier>(_eights);
        _eights = default;
        return TTier.ShiftLeft(sum, 3);
    }

    /// <summary>Returns what is left beside the eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Rest()
    {
        TVector fours = TTier.CountBytes<TTier>(_fours);
        TVector twos = TTier.Add(TTier.CountBytes<TTier>(_twos), TTier.Add(fours, fours));
        return TTier.AddBytes<TTier>(TTier.Add(TTier.CountBytes<TTier>(_ones), TTier.Add(twos, twos)));
    }
}
