using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Tests;

/// <summary>A board that takes raw images on its line reads them with the network that a host had stored.</summary>
[Trait("Kind", "Unit")]
public sealed class DemonstrationTests
{
    private readonly TestHost _host = new();
    private readonly RawLine _line = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public void Poll_RawImages_SaysTheClassesThatTheProtocolGives()
    {
        int[] scores = Store();
        Demonstration board = new(new BoardSettings { HeapBytes = 100_000 }, _line, _clock, _host.Storage);
        Assert.True(board.HasNetwork);
        Send(board, TinyNetwork.Image);
        Assert.Equal(Text(scores), _line.Text);
    }

    [Fact]
    public void Poll_PauseWithinAnImage_BeginsAnew()
    {
        int[] scores = Store();
        Demonstration board = new(new BoardSettings { HeapBytes = 100_000 }, _line, _clock, _host.Storage);
        Send(board, TinyNetwork.Image[..20]);
        _clock.Microseconds += 600_000;
        Send(board, TinyNetwork.Image);
        Assert.Equal(Text(scores), _line.Text);
    }

    [Fact]
    public void Demonstration_NothingStored_SaysSo()
    {
        Demonstration board = new(new BoardSettings(), _line, _clock, new MemoryStorage());
        Send(board, new byte[100]);
        Assert.False(board.HasNetwork);
        Assert.StartsWith("no network is stored", _line.Text, StringComparison.Ordinal);
    }

    /// <summary>What the line says from its start to an image of these scores.</summary>
    private static string Text(int[] scores)
    {
        int[] ordered = [.. scores.OrderDescending()];
        return $"ready for images\r\nclass {Array.IndexOf(scores, ordered[0])}, ahead by {ordered[0] - ordered[1]}, 0 ms\r\n";
    }

    /// <summary>Stores a network and returns what it makes of the image with the first serial number.</summary>
    private int[] Store()
    {
        TinyNetwork.PutRegisters(_host, RegisterMode.Reading);
        TinyNetwork.Describe(_host);
        TinyNetwork.Apply(_host);
        _host.Do(MessageCode.SaveCheckpoint);
        return TinyNetwork.Read(_host, 0);
    }

    private void Send(Demonstration board, byte[] bytes)
    {
        Array.ForEach(bytes, _line.Arrived.Enqueue);
        for (int i = 0; i < 1000; i++)
        {
            board.Poll();
        }
    }

    private sealed class ManualClock : IClock
    {
        public long Microseconds { get; set; } = 1_000_000;
    }

    private sealed class RawLine : IByteLink
    {
        private readonly StringBuilder _text = new();

        public Queue<byte> Arrived { get; } = new();

        public string Text => _text.ToString();

        public int Read(byte[] buffer, int offset, int count)
        {
            int taken = Math.Min(count, Arrived.Count);
            for (int i = 0; i < taken; i++)
            {
                buffer[offset + i] = Arrived.Dequeue();
            }

            return taken;
        }

        public int Write(byte[] buffer, int offset, int count)
        {
            _text.Append(Encoding.ASCII.GetString(buffer, offset, count));
            return count;
        }
    }
}
