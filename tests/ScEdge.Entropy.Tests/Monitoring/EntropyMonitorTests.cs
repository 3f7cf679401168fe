using ScEdge.Entropy.Health;
using ScEdge.Entropy.Monitoring;
using ScEdge.Entropy.Sources;

namespace ScEdge.Entropy.Tests.Monitoring;

[Trait("Kind", "Unit")]
public sealed class EntropyMonitorTests
{
    private readonly ScriptedSource best = new(EntropyQuality.True, 1);
    private readonly ScriptedSource second = new(EntropyQuality.Pseudo, 2);

    [Fact]
    public void NextWord_HealthySource_GivesItsWordsAfterTheStartup()
    {
        EntropyMonitor monitor = Make(FailurePolicy.FallBack);
        ReplaySource expected = new(1, 0);
        for (int i = 0; i < EntropyMonitor.StartupWords; i++)
        {
            expected.NextWord();
        }

        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(expected.NextWord(), monitor.NextWord());
        }

        Assert.Equal(0, monitor.InForce);
        Assert.Equal(EntropyQuality.True, monitor.Quality);
        Assert.Equal(-1, monitor.LastFailed);
    }

    [Fact]
    public void NextWord_SourceSticks_FallsBackWithoutGivingTheBadWord()
    {
        EntropyMonitor monitor = Make(FailurePolicy.FallBack);
        best.Spoil = _ => 0;
        Assert.NotEqual(0U, monitor.NextWord());
        Assert.Equal(1, monitor.InForce);
        Assert.Equal(EntropyQuality.Pseudo, monitor.Quality);
        Assert.Equal(0, monitor.LastFailed);
        Assert.Equal(HealthAlarm.RepetitionCount, monitor.LastAlarm);
    }

    [Fact]
    public void NextWord_SourceReportsFailure_FallsBack()
    {
        EntropyMonitor monitor = Make(FailurePolicy.FallBack);
        best.Quality = EntropyQuality.Failing;
        monitor.NextWord();
        Assert.Equal(1, monitor.InForce);
        Assert.Equal(HealthAlarm.Reported, monitor.LastAlarm);
    }

    [Fact]
    public void NextWord_SourceFailsUnderStop_GivesNothingMore()
    {
        EntropyMonitor monitor = Make(FailurePolicy.Stop);
        best.Spoil = _ => 0x55555555;
        monitor.NextWord();
        Assert.Equal(0U, monitor.NextWord());
        Assert.Equal(-1, monitor.InForce);
        Assert.Equal(EntropyQuality.Failing, monitor.Quality);
        Assert.Equal(0U, monitor.MinEntropy);
        Assert.Equal(HealthAlarm.RepeatedWord, monitor.LastAlarm);
        best.Spoil = word => word;
        Assert.Equal(0U, monitor.NextWord());
    }

    [Fact]
    public void NextWord_AllSourcesFail_GivesNothingMore()
    {
        EntropyMonitor monitor = Make(FailurePolicy.FallBack);
        best.Spoil = _ => uint.MaxValue;
        second.Spoil = _ => uint.MaxValue;
        Assert.Equal(0U, monitor.NextWord());
        Assert.Equal(EntropyQuality.Failing, monitor.Quality);
        Assert.Equal(1, monitor.LastFailed);
    }

    [Fact]
    public void StartAgain_SourceIsRepaired_ComesIntoForce()
    {
        EntropyMonitor monitor = Make(FailurePolicy.FallBack);
        best.Quality = EntropyQuality.Failing;
        monitor.NextWord();
        best.Quality = EntropyQuality.True;
        monitor.NextWord();
        Assert.Equal(1, monitor.InForce);
        monitor.StartAgain();
        Assert.Equal(0, monitor.InForce);
        Assert.Equal(EntropyQuality.True, monitor.Quality);
    }

    [Fact]
    public void Constructor_BestSourceBadFromTheStart_TakesTheNext()
    {
        best.Spoil = word => word & 0xF0F0F0F0;
        EntropyMonitor monitor = Make(FailurePolicy.Stop);
        Assert.Equal(1, monitor.InForce);
        Assert.Equal(HealthAlarm.AdaptiveProportion, monitor.LastAlarm);
    }

    [Fact]
    public void Constructor_NoSource_SaysSo()
    {
        EntropyMonitor monitor = new([], FailurePolicy.FallBack, 20);
        Assert.Equal(-1, monitor.InForce);
        Assert.Equal(EntropyQuality.Failing, monitor.Quality);
    }

    private EntropyMonitor Make(FailurePolicy policy) => new([best, second], policy, 20);
}
