using System;
using System.Linq;
using ScEdge.Emulator.Line.Faults;

namespace ScEdge.Emulator.Tests.Line.Faults;

[Trait("Kind", "Unit")]
public sealed class FaultScriptTests
{
    [Theory]
    [InlineData("drop=0.01,flip=0.01@42", "drop=0.01,flip=0.01@42")]
    [InlineData("flip=1E-06,drop=1", "drop=1,flip=1E-06@0")]
    [InlineData("burst=0.5", "burst=0.5:16@0")]
    [InlineData("stall=0.1:50ms,burst=0.5:3@7", "burst=0.5:3,stall=0.1:50000us@7")]
    [InlineData("stall=0", "stall=0:100000us@0")]
    [InlineData("stall=0:2s,slow=20000@18446744073709551615", "stall=0:2000000us,slow=20000@18446744073709551615")]
    [InlineData("pattern=3KD2D", "pattern=KKKDDD@0")]
    [InlineData("lose=0,corrupt=0,truncate=0,reorder=0,duplicate=0", "duplicate=0,reorder=0,truncate=0,corrupt=0,lose=0@0")]
    [InlineData("reset=30s,drop=0.1@5", "drop=0.1,reset=30000000us@5")]
    public void Parse_Text_GivesItsCanonicalForm(string text, string canonical)
    {
        FaultScript script = FaultScript.Parse(text);
        Assert.Equal(canonical, script.ToString());
        Assert.Equal(canonical, FaultScript.Parse(canonical).ToString());
    }

    [Theory]
    [InlineData("", "The fault \"\" cannot be used: write NAME=VALUE with one of the names pattern, drop, duplicate,")]
    [InlineData("dorp=0.1", "The fault \"dorp=0.1\" cannot be used: write NAME=VALUE")]
    [InlineData("drop", "The fault \"drop\" cannot be used: write NAME=VALUE")]
    [InlineData("drop=1.5", "\"1.5\" must be a probability from 0 to 1.")]
    [InlineData("drop=NaN", "\"NaN\" must be a probability from 0 to 1.")]
    [InlineData("drop=0.1:3", "\"0.1:3\" must be a probability from 0 to 1.")]
    [InlineData("drop=0.1,drop=0.2", "drop stands there twice; give it once.")]
    [InlineData("drop=0.1@", "the seed \"\" must be a whole number")]
    [InlineData("drop=0.1@-1", "the seed \"-1\" must be a whole number")]
    [InlineData("drop=0.1@1@2", "give one seed, after a single @")]
    [InlineData("burst=0.1:0", "\"0\" must be a whole number of bytes from 1 to 65536.")]
    [InlineData("burst=0.1:1:2", "give a probability and one amount after a colon.")]
    [InlineData("stall=0.1:50", "\"50\" must be a time such as 500us, 50ms or 2s, at most an hour.")]
    [InlineData("stall=0.1:3601s", "\"3601s\" must be a time such as 500us, 50ms or 2s, at most an hour.")]
    [InlineData("slow=0", "\"0\" must be a whole number of bytes per second from 1 to")]
    [InlineData("reset=3", "\"3\" must be a time such as 500us, 50ms or 2s, at most an hour.")]
    [InlineData("pattern=", "\"\" must be made of K (keep) and D (drop), such as 9KD,")]
    [InlineData("pattern=KX", "\"KX\" must be made of K (keep) and D (drop)")]
    [InlineData("pattern=K3", "\"K3\" must be made of K (keep) and D (drop)")]
    [InlineData("pattern=99999999999K", "must be made of K (keep) and D (drop)")]
    public void Parse_BadText_SaysWhatIsWrong(string text, string sentence)
    {
        string message = Assert.Throws<FormatException>(() => FaultScript.Parse(text)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Drop, 1.01, 0, "")]
    [InlineData(FaultKind.Flip, double.NaN, 0, "")]
    [InlineData(FaultKind.Burst, 0.1, 0, "")]
    [InlineData(FaultKind.Stall, 0.1, -1, "")]
    [InlineData(FaultKind.Slow, 0, 0, "")]
    [InlineData(FaultKind.Pattern, 0, 0, "")]
    [InlineData(FaultKind.Pattern, 0, 0, "KX")]
    public void Constructor_ValueOutOfRange_IsRefused(FaultKind kind, double probability, long amount, string pattern)
    {
        FaultSetting setting = new(kind, probability, amount, pattern);
        Assert.Throws<ArgumentException>(() => new FaultScript([setting], 0));
    }

    [Fact]
    public void Constructor_KindTwice_IsRefused()
    {
        FaultSetting[] twice = [new(FaultKind.Drop, 0.1), new(FaultKind.Drop, 0.2)];
        Assert.Throws<ArgumentException>(() => new FaultScript(twice, 0));
        Assert.Empty(FaultScript.None.Settings);
        Assert.Equal(FaultKind.Drop, new FaultScript(twice.Take(1), 0).Settings[0].Kind);
    }
}
