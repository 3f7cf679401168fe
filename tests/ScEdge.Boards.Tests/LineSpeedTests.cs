using System;
using ScEdge.Emulator.Boards;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Boards.Tests;

/// <summary>A host finds the speed of a board and raises it as far as the line goes; what goes wrong ends where the next greeting begins.</summary>
[Trait("Kind", "Unit")]
public sealed class LineSpeedTests
{
    private const long Second = 1_000_000;

    // Of a board that hears nothing valid any more, until it goes back to its first speed.
    private const long Silence = 10 * Second;

    [Theory]
    [InlineData(921600, 921600, 0)]
    [InlineData(115200, 921600, 1)] // Greeted at 921600 first.
    [InlineData(460800, 921600, 2)] // And at 115200.
    public void Connect_BoardAtAnySpeed_IsFoundAndRaised(int start, int fastest, int greetings)
    {
        VirtualBoard board = NewBoard(start, int.MaxValue, 921600);
        board.Client.Connection.Connect();

        // A greeting takes a second, the test at 921600 baud some 12 KB one way.
        Assert.InRange(board.Clock.Microseconds, greetings * Second, (greetings + 1) * Second);
        Assert.Equal((fastest, fastest), (board.HostSpeed, board.Board.BitsPerSecond));
        Assert.Equal(RegisterMode.None, board.Client.GetStatus().Mode);
    }

    [Theory]
    [InlineData(921600, 460800)]
    [InlineData(460800, 115200)]
    public void Connect_FasterSpeedsLoseBytes_EndsAtTheFastestThatDoesNot(int losesFrom, int expected)
    {
        VirtualBoard board = NewBoard(115200, losesFrom, 921600, 460800);
        board.Client.Connection.Connect();
        Assert.Equal((expected, expected), (board.HostSpeed, board.Board.BitsPerSecond));

        // Each speed that fails takes no more than the board's silence and the greetings after it.
        int failed = expected == 460800 ? 1 : 2;
        Assert.InRange(board.Clock.Microseconds, Second, (failed * (Silence + (3 * Second))) + (3 * Second));
        board.Client.GetStatus();
    }

    [Fact]
    public void Connect_BoardThatStartedAnew_IsRaisedAgain()
    {
        VirtualBoard board = NewBoard(115200, int.MaxValue, 921600);
        board.Client.Connection.Connect();
        board.Board.CyclePower();
        Assert.Equal(115200, board.Board.BitsPerSecond);
        board.Client.Connection.Repeat(static _ => { }, () => board.Client.GetStatus(), "");
        Assert.Equal((921600, 921600), (board.HostSpeed, board.Board.BitsPerSecond));
        Assert.InRange(board.Clock.Microseconds, 0, Silence + (6 * Second));
    }

    [Fact]
    public void Connect_NextHost_FindsTheBoardThatTheLastOneLeft()
    {
        VirtualBoard board = NewBoard(115200, int.MaxValue, 921600);
        board.Client.Connection.Connect();

        // A host that is killed says nothing.
        board.TrySwitchTo(115200);
        for (long end = board.Clock.Microseconds + Silence + Second; board.Clock.Microseconds < end;)
        {
            board.Wait(20);
            board.Read(new byte[4096], 0, 4096);
        }

        Assert.Equal(115200, board.Board.BitsPerSecond);
    }

    [Fact]
    public void Connect_SpeedThatIsFixed_IsNotRaised()
    {
        VirtualBoard board = new(new EmulatorSettings { BitsPerSecond = 115200, OtherSpeeds = [921600] });
        board.Client.Connection.Connect();
        board.Client.GetStatus();
        Assert.Equal((115200, 115200), (board.HostSpeed, board.Board.BitsPerSecond));
    }

    [Fact]
    public void Connect_NoBoardAtAnySpeed_IsSaidInASentence()
    {
        VirtualBoard board = NewBoard(9600, int.MaxValue);
        InputException none = Assert.Throws<InputException>(() => board.Client.Connection.Connect());
        Assert.Contains("does not answer", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_LineThatCannotBeOpened_SaysWhyWhenTheTimeIsOver()
    {
        VirtualBoard board = new(new EmulatorSettings { BitsPerSecond = 9600 }, 921600) { Hindrance = "virtual is in use by process 7: end it." };
        InputException none = Assert.Throws<InputException>(() => board.Client.Connection.Connect());
        Assert.Equal("The board on virtual did not come back within 60 s: virtual is in use by process 7: end it.", none.Message);
        Assert.InRange(board.Clock.Microseconds, 60 * Second, 61 * Second);
    }

    private static VirtualBoard NewBoard(int start, int losesFrom, params int[] others) =>
        new(new EmulatorSettings { BitsPerSecond = start, OtherSpeeds = others }, 921600, 115200, 460800) { LosesFrom = losesFrom };
}
