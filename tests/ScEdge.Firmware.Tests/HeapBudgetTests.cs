using ScEdge.Device;
using ScEdge.Device.Platform;
using ScEdge.Device.Tests;
using ScEdge.Entropy.Sources;
using ScEdge.Firmware.Boards;
using ScEdge.Firmware.Parts;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Firmware.Tests;

/// <summary>What the firmware sets aside for the device, against the chip's object sizes.</summary>
[Trait("Kind", "Unit")]
public sealed class HeapBudgetTests
{
    [Fact]
    public void Device_AsTheFirmwareMakesIt_FitsInItsShare()
    {
        BoardDescription board = SelectedBoard.Describe();
        BoardSettings settings = new()
        {
            Name = board.Name,
            BaudRates = board.BaudRates,
            Link = new LinkSettings
            {
                MaximumPayload = board.LinkPayloadBytes, Window = board.LinkWindow, LineBufferBytes = board.PortBufferBytes,
            },
        };
        Nothing nothing = new();
        HeapCount count = new();
        count.Skip(nothing);
        count.Add(new Board(settings, nothing, nothing, [nothing], null, nothing, 1));
        Assert.InRange(count.Bytes, 20_000, HeapBudget.DeviceBytes);
    }

    /// <summary>Line, clock, entropy and storage, none of which belong to the device.</summary>
    private sealed class Nothing : IByteLink, IClock, IEntropySource, IBoardStorage
    {
        public long Microseconds => 0;

        public EntropyQuality Quality => EntropyQuality.Replay;

        public uint MinEntropy => 0;

        public int Read(byte[] buffer, int offset, int count) => 0;

        public int Write(byte[] buffer, int offset, int count) => count;

        public uint NextWord() => 0;

        public int StoredLength() => 0;

        public bool Read(int position, byte[] buffer, int offset, int count) => false;

        public bool Begin(int length) => false;

        public bool Append(byte[] buffer, int offset, int count) => false;

        public bool Commit() => false;
    }
}
