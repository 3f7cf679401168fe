using System;
using System.Collections.Generic;
using System.Text;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Tests.Framing;

/// <summary>Pushes bytes in portions and writes down what the decoder found.</summary>
internal static class DecoderTrace
{
    public const int MaximumPayload = 300;

    public static string[] Of(ReadOnlySpan<byte> bytes, params int[] cuts)
    {
        FrameDecoder decoder = new(MaximumPayload);
        List<string> events = [];
        int start = 0;
        foreach (int cut in cuts)
        {
            Push(decoder, bytes[start..cut], events);
            start = cut;
        }

        Push(decoder, bytes[start..], events);
        decoder.Flush();
        Add(decoder, events);
        return events.ToArray();
    }

    public static void Push(FrameDecoder decoder, ReadOnlySpan<byte> bytes, List<string> events)
    {
        // The decoder gets an array of just these bytes: to read past them would throw.
        byte[] portion = bytes.ToArray();
        for (int offset = 0; offset < portion.Length;)
        {
            int taken = decoder.Push(portion, offset, portion.Length - offset);
            Assert.InRange(taken, 1, portion.Length - offset);
            offset += taken;
            Add(decoder, events);
        }
    }

    /// <summary>A frame on the wire.</summary>
    public static byte[] Frame(int channel, int session, int sequence, ReadOnlySpan<byte> payload)
    {
        byte[] body = new byte[FrameFormat.BodyLength(payload.Length)];
        payload.CopyTo(body.AsSpan(FrameFormat.HeaderLength));
        FrameFormat.Seal(body, channel, payload.Length, session, sequence);
        byte[] wire = new byte[FrameFormat.WireLength(payload.Length)];
        return wire[..FrameFormat.Encode(body, payload.Length, wire)];
    }

    private static void Add(FrameDecoder decoder, List<string> events)
    {
        switch (decoder.Event)
        {
            case DecoderEvent.Frame:
                ReadOnlySpan<byte> payload = decoder.Buffer.AsSpan(FrameDecoder.PayloadOffset, decoder.Length);
                events.Add($"frame {decoder.Channel} {decoder.Session} {decoder.Sequence} {Convert.ToHexString(payload)}");
                break;
            case DecoderEvent.Text:
                events.Add($"text {Encoding.ASCII.GetString(decoder.Buffer, 0, decoder.Length)}");
                break;
            case DecoderEvent.Damaged:
                events.Add("damaged");
                break;
            case DecoderEvent.Noise:
                events.Add($"noise {decoder.Length}");
                break;
        }
    }
}
