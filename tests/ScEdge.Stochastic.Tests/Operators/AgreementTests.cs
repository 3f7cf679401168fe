using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

/// <summary>Streams that do not fit together are refused by every operator of two streams, with a sentence.</summary>
[Trait("Kind", "Unit")]
public sealed class AgreementTests
{
    private static readonly Dictionary<string, (StreamEncoding Encoding, Func<Bitstream, Bitstream, Bitstream> Apply)> Operators = new()
    {
        ["and"] = (StreamEncoding.Unipolar, AndMultiplier.Multiply),
        ["xnor"] = (StreamEncoding.Bipolar, XnorMultiplier.Multiply),
        ["sign"] = (StreamEncoding.SignMagnitude, SignMagnitudeMultiplier.Multiply),
        ["or"] = (StreamEncoding.Unipolar, OrAdder.Add),
        ["xor"] = (StreamEncoding.Unipolar, XorSubtractor.AbsoluteDifference),
        ["divide"] = (StreamEncoding.Unipolar, (a, b) => CordivDivider.Divide(a, b, false)),
        ["toggle"] = (StreamEncoding.Bipolar, (a, b) => ToggleFlipFlopAdder.Add(a, b, false)),
        ["mux"] = (StreamEncoding.Bipolar, (a, b) => MuxAdder.Add(a, b, new Bitstream(a.Length, StreamEncoding.Unipolar))),
    };

    public static TheoryData<string> Names => [.. Operators.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_OtherEncodingOrLength_Throws(string name)
    {
        (StreamEncoding encoding, Func<Bitstream, Bitstream, Bitstream> apply) = Operators[name];
        var right = new Bitstream(40, encoding);
        apply(right, right);
        foreach (StreamEncoding other in Enum.GetValues<StreamEncoding>().Where(other => other != encoding))
        {
            AssertSentence(() => apply(right, new Bitstream(40, other)));
            AssertSentence(() => apply(new Bitstream(40, other), right));
        }

        AssertSentence(() => apply(right, new Bitstream(41, encoding)));
        AssertSentence(() => apply(new Bitstream(72, encoding), right));
    }

    [Theory]
    [InlineData("or")]
    [InlineData("xor")]
    [InlineData("toggle")]
    [InlineData("mux")]
    public void Apply_SumOfOtherScale_Throws(string name)
    {
        (StreamEncoding encoding, Func<Bitstream, Bitstream, Bitstream> apply) = Operators[name];
        AssertSentence(() => apply(new Bitstream(40, encoding), new Bitstream(40, encoding, 1, false)));
    }

    [Fact]
    public void Apply_SumOfOppositeSigns_Throws()
    {
        var positive = new Bitstream(40, StreamEncoding.SignMagnitude);
        var negative = new Bitstream(40, StreamEncoding.SignMagnitude, 0, true);
        ToggleFlipFlopAdder.Add(negative, negative, false);
        AssertSentence(() => ToggleFlipFlopAdder.Add(positive, negative, false));
    }

    [Fact]
    public void Apply_SelectStreamThatIsNotAProbability_Throws()
    {
        var a = new Bitstream(40, StreamEncoding.Bipolar);
        AssertSentence(() => MuxAdder.Add(a, a, new Bitstream(40, StreamEncoding.Bipolar)));
        AssertSentence(() => MuxAdder.Add(a, a, new Bitstream(40, StreamEncoding.Unipolar, 1, false)));
        AssertSentence(() => MuxAdder.Add(a, a, new Bitstream(39, StreamEncoding.Unipolar)));
    }

    [Fact]
    public void Measure_OtherLength_Throws()
    {
        AssertSentence(() => StochasticCrossCorrelation.Of(new Bitstream(8, StreamEncoding.Unipolar), new Bitstream(9, StreamEncoding.Unipolar)));
    }

    private static void AssertSentence(Func<object> action)
    {
        string message = Assert.Throws<ArgumentException>(action).Message;
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.True(char.IsUpper(message[0]) || char.IsDigit(message[0]), message);
    }
}
