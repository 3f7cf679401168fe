using System;
using System.Threading;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Links;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Something at the other end of a line in memory that answers every request as a test wants it.
/// </summary>
internal sealed class ScriptedBoard : IDisposable
{
    private readonly SystemClock _clock = new();
    private readonly MemoryLinkPair _pair = new();
    private readonly Action<MessageReader, MessageWriter, int> _answer;
    private readonly Thread _thread;
    private volatile bool _isDisposed;

    /// <param name="answer">Writes the answer to a request, header included, of so many bytes at most.</param>
    public ScriptedBoard(Action<MessageReader, MessageWriter, int> answer)
    {
        _answer = answer;
        Requests = new BoardRequests(new BoardConnection(_pair.First, _clock, new LinkSettings(), epoch: 3, console: null, TimeSpan.FromSeconds(60)));
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public BoardRequests Requests { get; }

    public void Dispose()
    {
        Requests.Dispose();
        _isDisposed = true;
        _thread.Join();
    }

    private void Run()
    {
        ReliableLink link = new(new LinkSettings(), _pair.Second, _clock, 9, null);
        MessageReader request = new();
        MessageWriter writer = new(1024);
        link.Listen();
        while (!_isDisposed)
        {
            link.Poll();
            if (link.Received is { } frame)
            {
                request.Begin(frame.Body, FrameFormat.HeaderLength, frame.Length);
                _answer(request, writer, link.MaximumPayload);
                link.Release();
                link.TrySend(MessageLimits.RequestChannel, writer.Buffer, 0, writer.Length);
            }
            else
            {
                _pair.Second.Wait(1);
            }
        }
    }
}
