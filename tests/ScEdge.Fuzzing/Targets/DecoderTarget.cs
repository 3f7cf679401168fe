using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Fuzzing.Targets;

/// <summary>
/// Any bytes of a line: the decoder does not throw, finds the same however they are portioned, allocates nothing, and finds the next good frame.
/// </summary>
internal static class DecoderTarget
{
    private const int MaximumPayload = 300;

    private static readonly byte[] GoodFrame = Wire.Frame(3, 0x1234, 0x4321, [1, 0, 2, 0xFF]);

    public static void Run(byte[] input)
    {
        int portion = input.Length == 0 ? 1 : 2 + (input[0] % 40);
        FrameDecoder[] decoders = [AfterGoodFrame(), AfterGoodFrame(), AfterGoodFrame()];
        long before = GC.GetAllocatedBytesForCurrentThread();
        ulong whole = Push(decoders[0], input, Math.Max(1, input.Length));
        ulong single = Push(decoders[1], input, 1);
        ulong portions = Push(decoders[2], input, portion);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        PromiseBrokenException.Unless(allocated == 0, "the decoder allocated memory");
        PromiseBrokenException.Unless(whole == single && whole == portions, "what is found depends on the portions");
        foreach (FrameDecoder decoder in decoders)
        {
            PushGoodFrame(decoder);
        }
    }

    /// <summary>A decoder in use: its tables are made.</summary>
    private static FrameDecoder AfterGoodFrame()
    {
        FrameDecoder decoder = new(MaximumPayload);
        PushGoodFrame(decoder);
        return decoder;
    }

    private static void PushGoodFrame(FrameDecoder decoder)
    {
        Push(decoder, GoodFrame, GoodFrame.Length);
        PromiseBrokenException.Unless(
            decoder.Event == DecoderEvent.Frame && decoder.Session == 0x1234 && decoder.Sequence == 0x4321 && decoder.Length == 4,
            "the next good frame is not found");
    }

    /// <returns>A hash of all that was found.</returns>
    private static ulong Push(FrameDecoder decoder, byte[] input, int portion)
    {
        ulong hash = 14695981039346656037;
        for (int start = 0; start < input.Length; start += portion)
        {
            int end = Math.Min(start + portion, input.Length);
            for (int offset = start; offset < end;)
            {
                int taken = decoder.Push(input, offset, end - offset);
                if (taken < 1 || taken > end - offset)
                {
                    throw new PromiseBrokenException("the decoder took no bytes, or more than there were");
                }

                offset += taken;
                hash = Fold(hash, decoder);
            }
        }

        return hash;
    }

    private static ulong Fold(ulong hash, FrameDecoder decoder)
    {
        if (decoder.Event == DecoderEvent.None)
        {
            return hash;
        }

        // FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo, 1991.
        const ulong Prime = 1099511628211;
        hash = (hash ^ (ulong)decoder.Event) * Prime;
        bool isFrame = decoder.Event == DecoderEvent.Frame;
        int first = isFrame ? 1 : 0;
        int end = isFrame ? FrameDecoder.PayloadOffset + decoder.Length : decoder.Event == DecoderEvent.Damaged ? 0 : decoder.Length;
        for (int i = first; i < end; i++)
        {
            hash = (hash ^ decoder.Buffer[i]) * Prime;
        }

        return hash;
    }
}
