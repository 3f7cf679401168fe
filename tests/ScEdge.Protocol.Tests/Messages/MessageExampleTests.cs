using System;
using System.Linq;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Cells;
using ScEdge.Protocol.Messages.Networks;
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
        writer.Begin(PushChunkRequest.Code, true, 0x0102, 64);
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
    public void Write_CellsOfTheDocument_GiveTheirBytes()
    {
        MessageWriter writer = new(64);
        writer.Begin(GetCellRequest.Code, false, 0x0102, 64);
        new GetCellRequest { Cell = 3 }.Write(writer);
        Assert.Equal("6000020103", Written(writer));

        GetCellResponse cell = new()
        {
            Cells = 8, Cell = 3, State = CellState.Serving, IsStored = true, Calibrations = 1, Tolerance = 2048, SetWidthNanoseconds = 10_000,
            SetPulses = 157_626, ResetPulses = 86_252, Judgements = 321,
        };
        int[] millivolts = [365, 412, 478, 525, 566, 605, 648, 702, 744];
        millivolts.CopyTo(cell.Millivolts, 0);
        writer.Begin(GetCellRequest.Code, true, 0x0102, 64);
        cell.Write(writer);
        Assert.Equal(
            "6080020108030200000101000000000810270000BA670200EC50010041010000"
            + "6D019C01DE010D0236025D028802BE02E802",
            Written(writer));

        writer.Begin(CalibrateCellsRequest.Code, false, 0x0103, 64);
        new CalibrateCellsRequest { First = 0, Count = 8 }.Write(writer);
        Assert.Equal("610003010008", Written(writer));
    }

    [Fact]
    public void Write_NetworkAndImageOfTheDocument_GiveTheirBytes()
    {
        MessageWriter writer = new(128);
        writer.Begin(BeginNetworkRequest.Code, false, 0x0102, 128);
        new BeginNetworkRequest { Channels = 1, Height = 28, Width = 28, Scale = 0.0127236, Shift = -0.4242 }.Write(writer);
        Assert.Equal("7000020101001C001C009F5D19AFD40E8A3F12A5BDC11726DBBF", Written(writer));

        writer.Begin(AddLayerRequest.Code, false, 0x0103, 128);
        new AddLayerRequest { Kind = LayerKind.Convolution, Weights = 0, Bias = 1, Outputs = 8, KernelSize = 5 }.Write(writer);
        Assert.Equal("7100030102000108000500", Written(writer));

        writer.Begin(ReadImageRequest.Code, false, 0x0104, 128);
        new ReadImageRequest { Serial = 7, Offset = 782, Data = [0, 255], DataLength = 2 }.Write(writer);
        Assert.Equal("7500040107000000000000000E0300FF", Written(writer));

        byte[] scores = [.. ((int[])[-20, 5, 7, 90, -11, 49, 0, 12, -3, 8]).SelectMany(BitConverter.GetBytes)];
        writer.Begin(ReadImageRequest.Code, true, 0x0104, 128);
        new ReadImageResponse
        {
            Serial = 7, Class = 3, Lead = 41, Exponent = -3, Bits = 12_345, DeviceMicroseconds = 98_000, Data = scores, DataLength = 40,
        }.Write(writer);
        Assert.Equal(
            "75800401070000000329000000FDFFFFFF3930000000000000D07E0100"
            + "ECFFFFFF05000000070000005A000000F5FFFFFF31000000000000000C000000FDFFFFFF08000000",
            Written(writer));
    }

    [Fact]
    public void Write_StreamedWeightsOfTheDocument_GiveTheirBytes()
    {
        MessageWriter writer = new(128);
        writer.Begin(AddStreamedLayerRequest.Code, false, 0x0102, 128);
        new AddStreamedLayerRequest
        {
            Kind = LayerKind.Convolution, Outputs = 6, KernelSize = 5, Padding = 2, WeightFractionBits = 15, BiasFractionBits = 16,
            WeightMaximum = 21_504,
        }.Write(writer);
        Assert.Equal("780002010206000502000000000F000000100000000054", Written(writer));

        writer.Begin(MessageCode.HoldImage, false, 0x0103, 128);
        new ReadImageRequest { Serial = 7, Offset = 782, Data = [0, 255], DataLength = 2 }.Write(writer);
        Assert.Equal("7900030107000000000000000E0300FF", Written(writer));
        writer.Begin(MessageCode.HoldImage, true, 0x0103, 128);
        new HoldImageResponse { Held = 1, Room = 2 }.Write(writer);
        Assert.Equal("798003010102", Written(writer));

        writer.Begin(StreamWeightsRequest.Code, false, 0x0104, 128);
        new StreamWeightsRequest { Offset = 12, Data = [0xAA, 0xBB], DataLength = 2 }.Write(writer);
        Assert.Equal("7A0004010C000000AABB", Written(writer));
        writer.Begin(StreamWeightsRequest.Code, true, 0x0104, 128);
        new StreamWeightsResponse { Received = 14 }.Write(writer);
        Assert.Equal("7A8004010E000000", Written(writer));

        writer.Begin(GetReadingRequest.Code, false, 0x0105, 128);
        new GetReadingRequest { Image = 1 }.Write(writer);
        Assert.Equal("7B00050101", Written(writer));
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
        writer.UInt32(1);
        Assert.Equal(2, writer.Room);
        Assert.Equal(-1, writer.Reserve(3));
        Assert.True(writer.HasFailed);
        writer.Byte(1);
        Assert.Equal(8, writer.Length);
    }

    private static string Written(MessageWriter writer) => Convert.ToHexString(writer.Buffer.Take(writer.Length).ToArray());
}
