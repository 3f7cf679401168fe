using ScEdge.Cli.Monitoring;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class MonitorResetTests
{
    private static readonly GetStatusResponse Trained = new() { Mode = RegisterMode.Resident, StepsDone = 1200 };
    private static readonly GetStatusResponse Fresh = new();

    [Fact]
    public void Press_WithoutASession_IsNotKept()
    {
        MonitorReset reset = new(isAskedAtStart: false);

        Assert.Contains("there is no session", reset.Press(isListening: false, hasSession: false), System.StringComparison.Ordinal);
        Assert.Contains("only listens", reset.Press(isListening: true, hasSession: false), System.StringComparison.Ordinal);
        Assert.False(reset.IsAsked);
    }

    [Fact]
    public void Press_WithASessionThatThenEnds_IsForgotten()
    {
        MonitorReset reset = new(isAskedAtStart: false);

        Assert.Null(reset.Press(isListening: false, hasSession: true));
        Assert.True(reset.Forget());

        Assert.False(reset.IsAsked);
    }

    [Fact]
    public void Decide_RegistersOnTheBoard_AreAskedForOnceMore()
    {
        MonitorReset reset = new(isAskedAtStart: false);
        reset.Press(isListening: false, hasSession: true);
        Assert.Contains("holds registers after 1,200 steps", reset.Decide(Trained), System.StringComparison.Ordinal);
        Assert.False(reset.IsAsked);

        reset.Press(isListening: false, hasSession: true);
        Assert.Null(reset.Decide(Trained));

        // The next one is asked for anew, also after a key that was none.
        reset.Press(isListening: false, hasSession: true);
        Assert.NotNull(reset.Decide(Trained));
        reset.Forget();
        reset.Press(isListening: false, hasSession: true);
        Assert.NotNull(reset.Decide(Trained));
    }

    [Fact]
    public void Decide_NothingToLoseOrAskedOnTheCommandLine_Resets()
    {
        MonitorReset key = new(isAskedAtStart: false);
        key.Press(isListening: false, hasSession: true);
        Assert.Null(key.Decide(Fresh));

        MonitorReset start = new(isAskedAtStart: true);
        Assert.True(start.IsAsked);
        Assert.Null(start.Decide(Trained));
        Assert.False(start.IsAsked);
    }
}
