using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Link.Links;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Boards.Connections;

/// <summary>
/// The speed of a serial line: found by greeting the board at one after the other, then raised as far as board and line go.
/// </summary>
/// <remarks>
/// A board without a session is at the first speed that it tells, and goes back there when nothing valid has come for ten seconds
/// (<see cref="LinkSettings.SilenceMicroseconds"/>). So whatever goes wrong at a higher speed ends where the next greeting begins.
/// </remarks>
/// <param name="line">The line.</param>
/// <param name="speeds">Speeds at which a board is greeted, the most likely first; baud.</param>
/// <param name="clock">Running clock.</param>
public sealed class LineSpeed(ISpeedLink line, IReadOnlyList<int> speeds, IClock clock)
{
    /// <summary>Speeds of the boards there are, that of the firmware after a start first; baud.</summary>
    public static readonly IReadOnlyList<int> Usual = [921600, 115200, 460800];

    // Four greetings: at 0, 100, 300 and 700 ms.
    private const long GreetingMicroseconds = 1_000_000;

    // The acknowledgement that the board waits for must have left: 14 bytes, and what an adapter holds back.
    private const long SettlingMicroseconds = 50_000;

    // One small frame each way; the longest delay of a line is far below.
    private const long FirstAnswerMicroseconds = 1_000_000;

    // 24 frames of 512 bytes: a byte lost in 10,000 harms one of them.
    private const int TestFrames = 24;
    private const int LargestTestFrame = 512;

    // One frame may meet with what happens at every speed.
    private const int MostHarmed = 1;

    private static readonly GetCapabilitiesRequest Question = new()
    {
        LowestVersion = GetCapabilitiesRequest.Version, HighestVersion = GetCapabilitiesRequest.Version,
    };

    private readonly HashSet<int> _failed = [];
    private int _greeted;
    private long _greetedSince;

    /// <summary>Gets the speed of the line; baud.</summary>
    public int BitsPerSecond { get; private set; } = speeds[0];

    /// <summary>Goes back to the speed at which boards start.</summary>
    internal void BeginGreeting()
    {
        _greeted = 0;
        _greetedSince = clock.Microseconds;
        SwitchTo(speeds[0]);
    }

    /// <summary>Goes on to the next speed where a board has been greeted long enough.</summary>
    internal void Greet(ReliableLink link)
    {
        if (speeds.Count == 1 || clock.Microseconds - _greetedSince < GreetingMicroseconds)
        {
            return;
        }

        _greeted = (_greeted + 1) % speeds.Count;
        _greetedSince = clock.Microseconds;
        SwitchTo(speeds[_greeted]);

        // Begins with quick greetings again.
        link.Close();
        link.Open();
    }

    /// <summary>Raises the speed in a session that was just opened; closes it where that failed, and does not try that speed again.</summary>
    /// <exception cref="BoardLostException">The session ended.</exception>
    internal void Raise(BoardConnection connection)
    {
        GetCapabilitiesResponse board = new();
        bool isAnswered = false;
        connection.Ask(MessageCode.GetCapabilities, Question.Write, reader => isAnswered = board.Read(reader));
        if (!isAnswered)
        {
            throw connection.Contradiction(MessageCode.GetCapabilities);
        }

        int best = board.BaudRates.Take(board.BaudRateCount).Select(static rate => (int)rate)
            .Where(rate => rate > BitsPerSecond && !_failed.Contains(rate)).DefaultIfEmpty().Max();
        if (best == 0)
        {
            return;
        }

        // Until the test has passed: a session that is lost meanwhile must not bring the next one to the same place.
        _failed.Add(best);
        connection.Ask(MessageCode.SwitchBaudRate, new SwitchBaudRateRequest { BaudRate = (uint)best }.Write);
        Settle(connection);
        if (SwitchTo(best) && Works(connection))
        {
            _failed.Remove(best);
            return;
        }

        connection.Link.Close();
        connection.Link.Poll();
    }

    private static void WriteTest(MessageWriter writer)
    {
        Question.Write(writer);

        // Bytes behind the fields of a request mean nothing: they only have to arrive.
        int length = Math.Min(writer.Room, LargestTestFrame);
        int at = writer.Reserve(length);
        for (int i = 0; i < length; i++)
        {
            writer.Buffer[at + i] = (byte)(i * 151);
        }
    }

    private static bool Works(BoardConnection connection)
    {
        connection.Post(MessageCode.GetStatus, null, null);
        if (!connection.DrainWithin(FirstAnswerMicroseconds))
        {
            return false;
        }

        LinkCounters counters = connection.Link.Counters;
        long before = counters.FramesDamaged + counters.FramesRepeated;
        for (int i = 0; i < TestFrames; i++)
        {
            connection.Post(MessageCode.GetCapabilities, WriteTest, null);
        }

        connection.Drain();
        return counters.FramesDamaged + counters.FramesRepeated - before <= MostHarmed;
    }

    private void Settle(BoardConnection connection)
    {
        for (long start = clock.Microseconds; clock.Microseconds - start < SettlingMicroseconds;)
        {
            connection.Pump();
        }
    }

    private bool SwitchTo(int bitsPerSecond)
    {
        BitsPerSecond = bitsPerSecond;
        return line.TrySwitchTo(bitsPerSecond);
    }
}
