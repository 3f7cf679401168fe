using System;
using System.Linq;
using ScEdge.Protocol.Framing;
using static ScEdge.Protocol.Tests.Messages.SampleMessage;

namespace ScEdge.Protocol.Tests.Messages;

/// <summary>
/// The bytes of every message: fields of another order, width or number are another protocol, which both ends may agree on all the same.
/// </summary>
[Trait("Kind", "Golden")]
public sealed class MessageLayoutTests
{
    /// <summary>Every message type with the length of its sample and the CRC-32 of its bytes. A change here is a new protocol version.</summary>
    public static TheoryData<string, int, uint> Layouts { get; } = new()
    {
        { "AddLayerRequest", 11, 0xE79CFBB5 },
        { "AddStreamedLayerRequest", 23, 0xC96AE1D0 },
        { "AddTensorRequest", 66, 0xBE1432D8 },
        { "AddTensorResponse", 5, 0x59785BE6 },
        { "ApplyConfigurationResponse", 26, 0x921DA5B0 },
        { "ApplyNetworkRequest", 37, 0xEE9D6A6F },
        { "BeginConfigurationRequest", 39, 0xF4EC853F },
        { "BeginNetworkRequest", 26, 0x4A1CC839 },
        { "BeginPushRequest", 13, 0x6AAFFB4D },
        { "BeginPushResponse", 8, 0xF3035FAF },
        { "BeginStepRequest", 210, 0x70F4C687 },
        { "BeginTilePhaseRequest", 17, 0xE74AE7D0 },
        { "BeginTilePhaseResponse", 10, 0x0C942972 },
        { "BeginTileStepRequest", 49, 0x1D62E0AA },
        { "BeginTileStepResponse", 76, 0xABD67F17 },
        { "CalibrateCellsRequest", 6, 0xF182F069 },
        { "CommitPushResponse", 8, 0xF3035FAF },
        { "EndTilePhaseRequest", 12, 0xE60E23CD },
        { "EndTilePhaseResponse", 12, 0xE60E23CD },
        { "ErrorResponse", 38, 0x9D2CBEBD },
        { "GetCapabilitiesRequest", 6, 0xF182F069 },
        { "GetCapabilitiesResponse", 97, 0x255A1F82 },
        { "GetCellRequest", 5, 0x59785BE6 },
        { "GetCellResponse", 50, 0x347929A4 },
        { "GetEntropySampleRequest", 7, 0xE69DB481 },
        { "GetEntropySampleResponse", 39, 0xB57A1A23 },
        { "GetLayerCountsRequest", 5, 0x59785BE6 },
        { "GetLayerCountsResponse", 136, 0xFCC9B0E7 },
        { "GetPhaseCountsRequest", 6, 0xF182F069 },
        { "GetPhaseCountsResponse", 132, 0x9E1E4EB8 },
        { "GetReadingRequest", 5, 0x59785BE6 },
        { "GetStatusResponse", 42, 0xA4C9DBFF },
        { "GetTensorRequest", 5, 0x59785BE6 },
        { "GetTensorResponse", 65, 0x19A562FD },
        { "HoldImageResponse", 6, 0xF182F069 },
        { "LogEvent", 28, 0xB101D6BB },
        { "NetworkResponse", 31, 0xAE31404C },
        { "PullStateRequest", 11, 0x64DFB8BC },
        { "PullStateResponse", 53, 0x2B3A35CE },
        { "PullUpdatesRequest", 11, 0x64DFB8BC },
        { "PullUpdatesResponse", 45, 0x436322D3 },
        { "PushChunkRequest", 41, 0x4998AB88 },
        { "PushChunkResponse", 8, 0xF3035FAF },
        { "PutGradientsRequest", 41, 0x4998AB88 },
        { "PutGradientsResponse", 8, 0xF3035FAF },
        { "PutPixelsRequest", 39, 0xB44E52B6 },
        { "PutPixelsResponse", 6, 0x9B32D09B },
        { "ReadImageRequest", 47, 0x8F8EBAC4 },
        { "ReadImageResponse", 62, 0x82330C62 },
        { "RestoreCheckpointResponse", 20, 0x5E6CCC5E },
        { "RunSelfTestResponse", 12, 0x01242472 },
        { "RunTileRequest", 43, 0x477EB9E9 },
        { "RunTileResponse", 111, 0xB727172A },
        { "SaveCheckpointResponse", 12, 0x122C283A },
        { "SetLogLevelRequest", 5, 0xCEAA826E },
        { "SetOperationCostsRequest", 132, 0x9E1E4EB8 },
        { "StepAccount", 204, 0x54BA000E },
        { "StreamWeightsRequest", 41, 0x4998AB88 },
        { "StreamWeightsResponse", 8, 0xF3035FAF },
        { "SubscribeRequest", 8, 0xF3035FAF },
        { "SwitchBaudRateRequest", 8, 0xF3035FAF },
        { "SwitchBaudRateResponse", 8, 0xF3035FAF },
        { "TelemetryEvent", 68, 0xDCE24141 },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Write_Sample_GivesTheRecordedBytes(string name, int length, uint check)
    {
        byte[] bytes = Written(Filled(Types.Single(type => type.Name == name)));
        Assert.Equal((length, check.ToString("X8")), (bytes.Length, Crc32.Of(bytes, 0, bytes.Length).ToString("X8")));
    }

    [Fact]
    public void Layouts_Names_AreAllMessages() => Assert.Equal(
        Types.Select(type => type.Name).Order(StringComparer.Ordinal),
        Layouts.Select(row => (string)row[0]));
}
