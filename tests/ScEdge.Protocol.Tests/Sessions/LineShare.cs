using System;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>What share of a line payload can take, from the frames of hw-docs/protocol.md.</summary>
internal static class LineShare
{
    /// <summary>Bytes of the line beside a short payload: header, check, one code byte of COBS, the zeros around it.</summary>
    public const int LeastFraming = 8 + 4 + 1 + 2;

    /// <summary>Payload of an acknowledgement.</summary>
    public const int Acknowledgement = 10;

    private const int Window = 8;

    /// <summary>The largest share: no frame is repeated, and COBS needs no second code byte.</summary>
    /// <param name="data">Bytes that count, in a frame.</param>
    /// <param name="fields">Bytes of the payload that do not.</param>
    public static double Most(int data, int fields) => (double)data / (fields + data + LeastFraming);

    /// <summary>The most frame times that loss costs, per frame: five standard deviations above the mean.</summary>
    /// <remarks>
    /// A frame is sent again because it was lost or because its acknowledgement was: 2 N p at most. One that is lost twice in a row, N p^2, holds up
    /// the window: eight frame times at most.
    /// </remarks>
    /// <param name="frames">N, frames of the transfer.</param>
    /// <param name="lost">p, share of frames lost, each way.</param>
    public static double Loss(int frames, double lost) =>
        (Bound(2 * frames * lost) + (Window * Bound(frames * lost * lost))) / frames;

    private static double Bound(double mean) => mean + (5 * Math.Sqrt(mean));
}
