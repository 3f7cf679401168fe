using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Fuzzing.Targets;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Fuzzing.Seeds;

/// <summary>Inputs to begin with: what a well-behaved other end sends.</summary>
internal static class FuzzSeeds
{
    public static IEnumerable<byte[]> Of(string target) => target switch
    {
        "decoder" => Decoder(),
        "link" => Link(),
        "board" => Board(),
        _ => Host(),
    };

    private static IEnumerable<byte[]> Decoder()
    {
        byte[] small = Wire.Frame(1, 2, 3, [9, 0, 8]);
        byte[] long254 = Wire.Frame(2, 0xFFFF, 0x8000, Pattern(254));
        yield return small;
        yield return [.. "boot\r\n"u8, .. small, .. "ready\n> "u8, .. small];
        yield return [.. small[..^4], .. small, .. long254, 0, 0, 0xFF, 0xFE, 2, 10];
        yield return [.. Wire.Frame(0, 0, 0, []), .. Wire.Frame(1, 1, 1, Pattern(300)), .. Wire.Frame(1, 1, 1, Pattern(301))];
        yield return [.. Encoding.ASCII.GetBytes(new string('a', 140)), .. small];
    }

    private static IEnumerable<byte[]> Link()
    {
        byte[] open = Control(ControlType.Open, 0x33330003, 0x22220002);
        byte[] confirm = Control(ControlType.Confirm, 0x11110001, 0x22220002);
        byte[] acknowledge = [0, 1, 0, 0, 10, (byte)ControlType.Acknowledge, 1, 1, 0, 5, 0, 0, 0, 0, 0];
        byte[] data = [1, 1, 1, 0, 4, 1, 2, 3, 4];
        byte[] close = [0, 1, 0, 0, 2, (byte)ControlType.Close, 0];
        yield return [.. data, .. acknowledge];
        yield return [.. confirm, .. data, .. close, .. open];
        yield return [.. open, .. Control(ControlType.Open, 0x33330003, 0), .. confirm, .. acknowledge, .. data, .. data];
    }

    private static IEnumerable<byte[]> Board()
    {
        yield return BoardSeeds.Service();

        // Those behind it are none that a board has.
        foreach (StreamSource source in Enum.GetValues<StreamSource>().Where(static source => source <= StreamSource.Counter))
        {
            yield return ReadingSeeds.Read(source);
            yield return ReadingSeeds.Stream(source);
        }

        foreach (OptimizerKind kind in Enum.GetValues<OptimizerKind>())
        {
            yield return BoardSeeds.Step(kind);
            yield return BoardSeeds.Images(kind);
            yield return BoardSeeds.Restart(kind);
            yield return BoardSeeds.Tiled(kind, 1000);
            yield return BoardSeeds.Tiled(kind, 10);
        }
    }

    /// <summary>Every work with an honest board, and with one lie after some honest answers.</summary>
    private static IEnumerable<byte[]> Host()
    {
        byte[][] lies = [[1, 3, 0xFF], [2, 6], [3, 0, 4, 0xFF, 0xFF, 0xFF, 0x7F], [4, 0xFF], [4, 0], [5, 1, 0x90], [6], [7]];
        for (byte work = 0; work < 12; work++)
        {
            yield return [work];
            for (int i = 0; i < lies.Length; i++)
            {
                yield return [work, .. new byte[(3 * i) + (work % 5)], .. lies[i]];
            }
        }
    }

    private static byte[] Control(ControlType type, uint epoch, uint heard)
    {
        byte[] frame = new byte[5 + OpenMessage.Length];
        frame[4] = OpenMessage.Length;
        new OpenMessage { Epoch = epoch, HeardEpoch = heard, MaximumPayload = 64, Window = 4, LineBufferBytes = 1024 }.Write(frame, 5, type);
        return frame;
    }

    private static byte[] Pattern(int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)((i * 7) | 1);
        }

        return bytes;
    }
}
