using System;
using BenchmarkDotNet.Attributes;
using ScEdge.Protocol.Framing;

namespace ScEdge.Benchmarks;

/// <summary>
/// Frames of the protocol, written and found again on a clean line: one mebibyte of payload per operation.
/// </summary>
public class FramingBenchmarks
{
    private const int TotalBytes = 1 << 20;
    private const int PortionBytes = 4096;
    private const int Channel = 1;
    private const int Session = 0x3412;

    private readonly FrameDecoder _decoder = new(FrameFormat.LargestPayload);
    private byte[] _body = [];
    private byte[] _wire = [];
    private byte[] _line = [];

    /// <summary>Payload of a frame in bytes.</summary>
    [Params(16, 1024)]
    public int Payload { get; set; }

    private int Frames => TotalBytes / Payload;

    /// <summary>Makes a payload of random bytes and the line to decode.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _body = new byte[FrameFormat.BodyLength(Payload)];
        _wire = new byte[FrameFormat.WireLength(Payload)];
        new Random(1).NextBytes(_body);
        _line = new byte[Frames * _wire.Length];
        int end = 0;
        for (int frame = 0; frame < Frames; frame++)
        {
            int length = Write(frame);
            _wire.AsSpan(0, length).CopyTo(_line.AsSpan(end));
            end += length;
        }

        Array.Resize(ref _line, end);
    }

    /// <summary>The check of the frames alone, byte by byte through its table: the larger part of both ways, and the measure of both.</summary>
    [Benchmark(Baseline = true)]
    public uint Check()
    {
        uint check = 0;
        for (int frame = 0; frame < Frames; frame++)
        {
            check ^= Crc32.Of(_body, 0, FrameFormat.HeaderLength + Payload);
        }

        return check;
    }

    /// <summary>Header, check, byte stuffing.</summary>
    [Benchmark]
    public int Encode()
    {
        int bytes = 0;
        for (int frame = 0; frame < Frames; frame++)
        {
            bytes += Write(frame);
        }

        return bytes;
    }

    /// <summary>The way back, in portions as a line gives them.</summary>
    [Benchmark]
    public int Decode()
    {
        int frames = 0;
        for (int portion = 0; portion < _line.Length; portion += PortionBytes)
        {
            int end = Math.Min(portion + PortionBytes, _line.Length);
            for (int at = portion; at < end;)
            {
                at += _decoder.Push(_line, at, end - at);
                frames += _decoder.Event == DecoderEvent.Frame ? 1 : 0;
            }
        }

        return frames == Frames ? frames : throw new InvalidOperationException($"{frames} of {Frames} frames were found.");
    }

    private int Write(int frame)
    {
        FrameFormat.Seal(_body, Channel, Payload, Session, frame & 0xFFFF);
        return FrameFormat.Encode(_body, Payload, _wire);
    }
}
