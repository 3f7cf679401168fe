using System;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>
/// A short session on a faulty line with resets of either end: each end delivers numbered items to the other one.
/// </summary>
/// <remarks>
/// Memory that survives a reset is the test's: which item an end has delivered. On top of the link runs the simplest layer that can
/// resume: a session begins with the receiver's word which item it wants, and items follow from there.
/// </remarks>
internal sealed class FaultScript
{
    private const int Items = 24;
    private const int Patience = 12;
    private const long LimitMicroseconds = 1_000_000_000;

    private readonly LinkPair _pair;
    private readonly Random _random;
    private readonly Side _a = new();
    private readonly Side _b = new();
    private int _resetsLeft;
    private int _sessions;

    public FaultScript(int seed)
    {
        _random = new Random(seed);
        LineFaults faults = new()
        {
            Drop = Share(), Flip = Share(), Duplicate = Share(), Reorder = Share(), Truncate = Share(), Burst = Share(), Stall = Share() / 3,
            Replay = Share() * 2,
        };
        _resetsLeft = _random.Next(4) == 0 ? _random.Next(1, 4) : 0;
        LinkSettings small = new() { MaximumPayload = 64 << _random.Next(3), Window = 1 << _random.Next(6), LineBufferBytes = 1024 };
        _pair = new LinkPair(
            _random.Next(2) == 0 ? 115200 : 921600, _random.Next(20000), faults, seed, settingsB: small);
    }

    /// <summary>Sessions that A entered.</summary>
    public int Sessions => _sessions + _pair.A.Sessions;

    /// <summary>Resets of either end.</summary>
    public int Resets { get; private set; }

    /// <summary>How often a link gave up, and said why.</summary>
    public int Losses { get; private set; }

    /// <summary>Whether the layer above gave up after that many losses: an end with a clear error.</summary>
    public bool HasGivenUp => Losses == Patience;

    /// <summary>What the script took.</summary>
    public double VirtualSeconds => _pair.Clock.Microseconds * 1e-6;

    /// <summary>What went wrong, or null; a link that gave up has said why and was opened again, a limited number of times.</summary>
    public string? Run()
    {
        while ((_a.Delivered < Items || _b.Delivered < Items) && !HasGivenUp)
        {
            if (_pair.Clock.Microseconds > LimitMicroseconds)
            {
                return $"hangs: A has {_b.Delivered} acknowledged by B, B {_a.Delivered}, states {_pair.A.State} {_pair.B.State}";
            }

            _pair.Poll(1000);
            if (_resetsLeft > 0 && _random.Next(60) == 0)
            {
                _resetsLeft--;
                Resets++;
                if (_random.Next(2) == 0)
                {
                    _sessions += _pair.A.Sessions;
                    _pair.ResetA();
                    _a.Forget();
                }
                else
                {
                    _pair.ResetB();
                    _b.Forget();
                }
            }

            string? problem = Revive(_pair.A, true) ?? Revive(_pair.B, false) ?? _a.Run(_pair.A) ?? _b.Run(_pair.B);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    // Up to a tenth; now and then so much that links give up.
    private int Share() => _random.Next(3) == 0 ? _random.Next(_random.Next(20) == 0 ? 700 : 100) : 0;

    private string? Revive(ReliableLink link, bool opens)
    {
        if (link.State != LinkState.Lost)
        {
            return null;
        }

        if (link.Loss == LinkLoss.None)
        {
            return "the link is lost without a reason";
        }

        Losses++;
        if (opens)
        {
            link.Open();
        }
        else
        {
            link.Listen();
        }

        return null;
    }

    /// <summary>The layer above one end.</summary>
    private sealed class Side
    {
        private readonly byte[] _frame = new byte[60];
        private int _session;
        private int _wanted;
        private int _next;
        private bool _mayDeliver;
        private bool _owesWish;

        /// <summary>Items that this side has received in order; survives resets.</summary>
        public int Delivered => _wanted;

        public void Forget() => _session = 0;

        public string? Run(ReliableLink link)
        {
            if (link.State != LinkState.Open)
            {
                return null;
            }

            if (link.Sessions != _session)
            {
                _session = link.Sessions;
                _owesWish = true;
                _mayDeliver = false;
            }

            if (_owesWish && Send(link, 1, _wanted, 4))
            {
                _owesWish = false;
            }

            while (_mayDeliver && _next < Items && Send(link, 2, _next, 4 + (_next * 2)))
            {
                _next++;
            }

            foreach (byte[] frame in LinkPair.TakeAll(link))
            {
                string? problem = Take(frame);
                if (problem is not null)
                {
                    return problem;
                }
            }

            return null;
        }

        private bool Send(ReliableLink link, int kind, int number, int length)
        {
            Array.Fill(_frame, (byte)number);
            _frame[0] = (byte)kind;
            return link.TrySend(kind, _frame, 0, length);
        }

        private string? Take(byte[] frame)
        {
            int number = frame[1];
            if (Array.Exists(frame[1..], value => value != number))
            {
                return "a frame holds wrong bytes";
            }

            if (frame[0] == 1)
            {
                // One wish opens each session; a second one would be a frame of another session.
                bool isFirst = !_mayDeliver;
                _mayDeliver = true;
                _next = number;
                return isFirst ? null : "a second wish in one session";
            }

            if (frame.Length != 4 + (number * 2))
            {
                return "a frame has the wrong length";
            }

            if (number != _wanted)
            {
                return $"item {number} came where {_wanted} was due";
            }

            _wanted++;
            return null;
        }
    }
}
