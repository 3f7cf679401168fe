using System;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Links;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Fuzzing.Targets;

/// <summary>
/// Valid frames with any content, in the tag of the session or another: the link does not throw, and a host that asks anew gets a session in
/// which frames pass.
/// </summary>
/// <remarks>An input is a row of: channel, a byte whose bit 0 asks for the tag of the session, sequence (2), length, payload.</remarks>
internal static class LinkTarget
{
    private const int HeaderBytes = 5;
    private const long StepMicroseconds = 20_000;

    // An end that was misled notices by silence or by time-outs; 60 s are more than both.
    private const int PollLimit = 3000;

    private static readonly LinkSettings Small = new() { MaximumPayload = 64, Window = 4, LineBufferBytes = 1024 };
    private static readonly byte[] Item = [1, 2, 3];

    public static void Run(byte[] input)
    {
        VirtualClock clock = new();
        MemoryLinkPair pair = new(8192);
        ReliableLink host = new(Small, pair.First, clock, 0x11110001, null);
        ReliableLink board = new(Small, pair.Second, clock, 0x22220002, null);
        board.Listen();
        host.Open();
        Connect(host, board, clock);
        Inject(input, pair.First, board, clock);
        host.Open();
        Connect(host, board, clock);
    }

    private static void Inject(byte[] input, IPortLink line, ReliableLink board, VirtualClock clock)
    {
        for (int at = 0; at + HeaderBytes <= input.Length;)
        {
            int length = Math.Min(Math.Min((int)input[at + 4], Small.MaximumPayload), input.Length - at - HeaderBytes);
            int session = (input[at + 1] & 1) != 0 ? (0x11110001 + 0x22220002) & 0xFFFF : input[at + 1];
            byte[] frame = Wire.Frame(input[at], session, input[at + 2] | (input[at + 3] << 8), input.AsSpan(at + HeaderBytes, length));
            line.Write(frame, 0, frame.Length);
            at += HeaderBytes + length;
            clock.Advance(StepMicroseconds);
            Poll(board);
        }
    }

    /// <summary>Polls until a frame has passed each way.</summary>
    private static void Connect(ReliableLink host, ReliableLink board, VirtualClock clock)
    {
        for (int i = 0; i < PollLimit; i++)
        {
            clock.Advance(StepMicroseconds);
            if (host.State is LinkState.Lost or LinkState.Listening)
            {
                host.Open();
            }

            // Sent in every poll, so that both hear in the same one once frames pass.
            host.TrySend(1, Item, 0, Item.Length);
            board.TrySend(1, Item, 0, Item.Length);
            if (Poll(host) & Poll(board))
            {
                return;
            }
        }

        throw new PromiseBrokenException($"no session comes about: host {host.State}, board {board.State}");
    }

    private static bool Poll(ReliableLink link)
    {
        link.Receive();
        bool hasItem = false;
        while (link.Received is { } slot)
        {
            hasItem |= slot.Length == Item.Length;
            link.Release();
        }

        link.Send();
        if (link.State == LinkState.Lost)
        {
            link.Listen();
        }

        return hasItem;
    }
}
