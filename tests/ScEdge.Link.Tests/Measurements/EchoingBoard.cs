using System;
using System.Threading;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Tests.Measurements;

/// <summary>A board that sends back, from a thread of its own, what it receives; or only receives.</summary>
internal sealed class EchoingBoard : IDisposable
{
    private readonly IWaitableLink _link;
    private readonly bool _echoes;
    private readonly Thread _thread;
    private long _received;
    private volatile bool _ends;

    public EchoingBoard(IWaitableLink link, bool echoes)
    {
        _link = link;
        _echoes = echoes;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public long Received => Interlocked.Read(ref _received);

    public void Dispose()
    {
        _ends = true;
        _thread.Join();
    }

    private void Run()
    {
        byte[] buffer = new byte[4096];
        while (!_ends)
        {
            int read = _link.Read(buffer, 0, buffer.Length);
            if (read == 0)
            {
                _link.Wait(20);
                continue;
            }

            Interlocked.Add(ref _received, read);
            for (int sent = 0; _echoes && sent < read;)
            {
                sent += _link.Write(buffer, sent, read - sent);
            }
        }
    }
}
