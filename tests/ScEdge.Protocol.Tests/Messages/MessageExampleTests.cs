using System;
using System.Linq;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.State;

namespace ScEdge.Protocol.Tests.Messages;

/// <summary>The worked examples of hw-docs/protocol.md.</summary>
[Trait("Kind", "Golden")]
public sealed class MessageExampleTests
{
    [Fact]
    public void Write_PushChunkOfTheDocument_GivesItsBytes()
    {
        MessageWriter writer = new(64);
        writer.Begin(PushChunkRequest.Code, false, 0x0102, 64);
        new PushChunkRequest { Offset = 1000, Data = [9, 0xAA, 0xBB], DataOffset = 1, DataLength = 2 }.Write(writer);
        Assert.Equal("21000201E8030000AABB", Written(writer));
        writer.Begin(PushChunkResponse.Code, true, 0x0102, 64);
        new PushChunkResponse { Received = 1002 }.Write(writer);
        Assert.Equal("21800201EA030000", Written(writer));
    }

    [Fact]
    public void Write_ErrorOfTheDocument_GivesItsBytes()
    {
        MessageWriter writer = new(64);
        writer.Begin(ErrorResponse.Code, true, 3, 64);
        new ErrorResponse { Request = 0x7123, Error = ErrorCode.UnknownMessage, Words = "?" }.Write(writer);
        Assert.Equal("FFBF0300237101" + new string('0', 32) + "013F", Written(writer));
    }

    [Fact]
    public void MessageCode_Values_AreUniqueAndLeaveRoomForTheAnswerBit()
    {
        MessageCode[] codes = Enum.GetValues<MessageCode>();
        Assert.Equal(codes.Length, codes.Select(code => (int)code).Distinct().Count());
        Assert.All(codes, code => Assert.InRange((int)code, 1, MessageLimits.AnswerBit - 1));
    }

    [Fact]
    public void Write_BeyondTheRoom_FailsAndKeepsTheBuffer()
    {
        MessageWriter writer = new(64);
        writer.Begin(MessageCode.PullState, true, 1, 10);
        writer.WriteUInt32(1);
        Assert.Equal(2, writer.Room);
        Assert.Equal(-1, writer.Reserve(3));
        Assert.True(writer.HasFailed);
        writer.WriteByte(1);
        Assert.Equal(8, writer.Length);
    }

    private static string Written(MessageWriter writer) => Convert.ToHexString(writer.Buffer.Take(writer.Length).ToArray());
}
