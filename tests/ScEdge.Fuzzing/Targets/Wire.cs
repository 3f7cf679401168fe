using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Fuzzing.Targets;

/// <summary>Frames as they stand on the wire.</summary>
internal static class Wire
{
    public static byte[] Frame(int channel, int session, int sequence, ReadOnlySpan<byte> payload)
    {
        byte[] body = new byte[FrameFormat.BodyLength(payload.Length)];
        payload.CopyTo(body.AsSpan(FrameFormat.HeaderLength));
        FrameFormat.Seal(body, channel, payload.Length, session, sequence);
        byte[] wire = new byte[FrameFormat.WireLength(payload.Length)];
        return wire[..FrameFormat.Encode(body, payload.Length, wire)];
    }
}
