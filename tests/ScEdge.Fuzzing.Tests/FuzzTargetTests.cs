using System;
using System.Linq;
using ScEdge.Fuzzing.Seeds;
using ScEdge.Fuzzing.Targets;
using ScEdge.Protocol.Messages;

namespace ScEdge.Fuzzing.Tests;

/// <summary>The targets of the fuzzer on inputs changed at random; hw-docs/reliability.md tells of the long runs with coverage.</summary>
public sealed class FuzzTargetTests
{
    [Theory]
    [Trait("Kind", "Property")]
    [InlineData("decoder", 6000)]
    [InlineData("link", 1500)]
    [InlineData("board", 3000)]
    [InlineData("host", 1500)]
    public void Run_ChangedInputs_KeepsItsPromises(string target, int count)
    {
        Action<byte[]> run = FuzzTargets.ByName[target];
        Mutator mutator = new(5, [.. FuzzSeeds.Of(target)]);
        for (int i = 0; i < count; i++)
        {
            byte[] input = mutator.Next();
            Exception? broken = Record.Exception(() => run(input));
            Assert.True(broken is null, $"input {i}, {Convert.ToHexString(input)}: {broken}");
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Seeds_RequestsOfBoard_AreCarriedOut()
    {
        foreach (byte[] seed in FuzzSeeds.Of("board"))
        {
            BoardDialogue dialogue = new();
            for (int at = 0; at < seed.Length; at += BoardTarget.HeaderBytes + seed[at])
            {
                MessageCode code = (MessageCode)(seed[at + 1] | (seed[at + 2] << 8));
                MessageReader answer = dialogue.Ask(code, seed.AsSpan(at + BoardTarget.HeaderBytes, seed[at]));
                ErrorResponse error = new();
                string words = answer.Code == MessageCode.Error && error.Read(answer) ? error.Words : "";
                Assert.True(answer.Code == code, $"{code}: {words}");
                dialogue.RestartIfDue();
            }
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Work_HonestBoard_Ends()
    {
        for (byte work = 0; work < 12; work++)
        {
            Exception? failed = Record.Exception(() => HostTarget.Work([work]));
            Assert.True(failed is null, $"work {work}: {failed}");
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Run_EmptyAndShortInputs_KeepTheirPromises()
    {
        foreach (Action<byte[]> run in FuzzTargets.ByName.Values)
        {
            for (int length = 0; length < 20; length++)
            {
                run([.. Enumerable.Repeat((byte)0xFF, length)]);
                run(new byte[length]);
            }
        }

        Assert.Equal(4, FuzzTargets.ByName.Count);
    }
}
