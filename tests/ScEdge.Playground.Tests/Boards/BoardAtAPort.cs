using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using ScEdge.Device;
using ScEdge.Device.Platform;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Links;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Playground.Tests.Boards;

/// <summary>The board of shared on a thread of its own, at the other end of bytes that somebody carries.</summary>
internal sealed class BoardAtAPort : IByteLink, IClock, IDisposable
{
    private readonly ConcurrentQueue<byte> _toBoard = new();
    private readonly ConcurrentQueue<byte> _fromBoard = new();
    private readonly Thread _thread;
    private volatile bool _isDisposed;

    public BoardAtAPort()
    {
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public long Microseconds => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);

    /// <summary>Carries bytes to the board.</summary>
    public void Send(byte[] bytes)
    {
        foreach (byte one in bytes)
        {
            _toBoard.Enqueue(one);
        }
    }

    /// <summary>Takes the bytes that the board sent.</summary>
    public byte[] Take()
    {
        List<byte> bytes = [];
        while (_fromBoard.TryDequeue(out byte one))
        {
            bytes.Add(one);
        }

        return [.. bytes];
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = 0;
        while (taken < count && _toBoard.TryDequeue(out byte one))
        {
            buffer[offset + taken++] = one;
        }

        return taken;
    }

    public int Write(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _fromBoard.Enqueue(buffer[offset + i]);
        }

        return count;
    }

    public void Dispose()
    {
        _isDisposed = true;
        _thread.Join();
    }

    private void Run()
    {
        Board board = new(new BoardSettings { HeapBytes = 4_000_000 }, this, this, [new SteadyEntropy()], null!, null!, epoch: 77);
        while (!_isDisposed)
        {
            board.Poll();
            if (board.Link.Received is null && _toBoard.IsEmpty)
            {
                Thread.Sleep(1);
            }
        }
    }

    private sealed class SteadyEntropy : IEntropySource
    {
        private uint _counter;

        public EntropyQuality Quality => EntropyQuality.Replay;

        public uint MinEntropy => 0;

        public uint NextWord() => CounterGenerator.Word(1, 2, _counter++);
    }
}
