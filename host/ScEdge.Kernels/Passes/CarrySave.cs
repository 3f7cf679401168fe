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
        ones = TTier.Xor(TTier.Xor(ones, a), b);
        TVector twosOfCd = TTier.Majority<TTier>(ones, c, d);
        ones = TTier.Xor(TTier.Xor(ones, c), d);
        TVector twosOfEf = TTier.Majority<TTier>(ones, e, f);
        ones = TTier.Xor(TTier.Xor(ones, e), f);
        TVector twosOfGh = TTier.Majority<TTier>(ones, g, h);
        _ones = TTier.Xor(TTier.Xor(ones, g), h);

        TVector twos = _twos;
        TVector foursOfAd = TTier.Majority<TTier>(twos, twosOfAb, twosOfCd);
        twos = TTier.Xor(TTier.Xor(twos, twosOfAb), twosOfCd);
        TVector foursOfEh = TTier.Majority<TTier>(twos, twosOfEf, twosOfGh);
        _twos = TTier.Xor(TTier.Xor(twos, twosOfEf), twosOfGh);

        TVector eights = TTier.Majority<TTier>(_fours, foursOfAd, foursOfEh);
        _fours = TTier.Xor(TTier.Xor(_fours, foursOfAd), foursOfEh);
        _eights = TTier.Add(_eights, TTier.CountBytes<TTier>(eights));
    }

    /// <summary>Takes the eights counted so far, added up over the bytes of each lane, and begins them anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector TakeEights()
    {
        TVector sum = LaneSum(_eights);
        _eights = default;
        return TTier.ShiftLeft(sum, 3);
    }

    /// <summary>Returns what is left beside the eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Rest()
    {
        TVector ones = LaneSum(TTier.CountBytes<TTier>(_ones));
        TVector twos = LaneSum(TTier.CountBytes<TTier>(_twos));
        TVector fours = LaneSum(TTier.CountBytes<TTier>(_fours));
        return TTier.Add(ones, TTier.Add(TTier.ShiftLeft(twos, 1), TTier.ShiftLeft(fours, 2)));
    }

    /// <summary>Adds the four bytes of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LaneSum(TVector bytes)
    {
        TVector mask = TTier.Broadcast(0x00FF00FF);
        TVector halves = TTier.Add(TTier.And(bytes, mask), TTier.And(TTier.ShiftRight(bytes, 8), mask));
        return TTier.And(TTier.Add(halves, TTier.ShiftRight(halves, 16)), TTier.Broadcast(0xFFFF));
    }
}
