using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Tests;

/// <summary>What tests do with lines on which time passes. The patience only ends a test that would hang.</summary>
internal static class Lines
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static byte[] Rising(int count) => Enumerable.Range(0, count).Select(i => (byte)(i * 7)).ToArray();

    /// <summary>Works until a condition holds.</summary>
    public static void Until(Func<bool> condition, Action? work = null)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "The condition did not come about.");
            work?.Invoke();
            Thread.Sleep(1);
        }
    }

    /// <summary>Runs something that might hang.</summary>
    public static void MustEnd(Action action)
    {
        Thread thread = new(() => action()) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(Patience), "The call did not return.");
    }

    /// <summary>Reads so many bytes.</summary>
    public static byte[] Receive(this IByteLink link, int count)
    {
        byte[] bytes = new byte[count];
        int read = 0;
        Until(() => (read += link.Read(bytes, read, count - read)) == count);
        return bytes;
    }

    public static void Send(this IByteLink link, params byte[] bytes)
    {
        int sent = 0;
        Until(() => (sent += link.Write(bytes, sent, bytes.Length - sent)) == bytes.Length);
    }

    /// <summary>Sends from one end of a line to the other, both ends used in turn.</summary>
    public static byte[] Carry(IByteLink from, IByteLink to, byte[] bytes)
    {
        byte[] received = new byte[bytes.Length];
        int sent = 0;
        int read = 0;
        Until(() =>
        {
            sent += from.Write(bytes, sent, bytes.Length - sent);
            read += to.Read(received, read, bytes.Length - read);
            return read == bytes.Length;
        });
        return received;
    }
}
