namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Tells frames that pass for the first time from repeated ones, in one direction.
/// </summary>
internal sealed class SequenceWindow
{
    private const int Width = 64;

    private int _session = -1;
    private int _highest;
    private ulong _seen;

    /// <summary>Notes a frame; whether it is new in its session.</summary>
    public bool IsNew(int session, int sequence)
    {
        if (session != _session)
        {
            (_session, _highest, _seen) = (session, sequence, 1);
            return true;
        }

        int ahead = (short)(sequence - _highest);
        if (ahead > 0)
        {
            _seen = ahead < Width ? (_seen << ahead) | 1 : 1;
            _highest = sequence;
            return true;
        }

        ulong bit = ahead > -Width ? 1UL << -ahead : 0;
        bool isNew = bit != 0 && (_seen & bit) == 0;
        _seen |= bit;
        return isNew;
    }
}
