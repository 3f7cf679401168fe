using ScEdge.Device.Cells;
using ScEdge.Entropy.Calibration;

namespace ScEdge.Device.Tests;

[Trait("Kind", "Unit")]
public sealed class CalibrationTableCodecTests
{
    private static readonly int[] Millivolts = [3690, 3780, 3880, 3950, 4060, 4100, 4160, 4210, 4280];

    [Fact]
    public void Decode_EncodedTable_IsTheSame()
    {
        byte[] bytes = CalibrationTableCodec.Encode(new CalibrationTable(Millivolts, 2000), 513);
        CalibrationTable table = CalibrationTableCodec.Decode(bytes, 513);
        Assert.Equal(CalibrationTableCodec.Length, bytes.Length);
        Assert.Equal(2000, table.Tolerance);
        for (int node = 0; node < CalibrationTable.NodeCount; node++)
        {
            Assert.Equal(Millivolts[node], table.MillivoltsOfNode(node));
        }
    }

    [Fact]
    public void Decode_AnyBitFlipped_IsNoTable()
    {
        byte[] bytes = CalibrationTableCodec.Encode(new CalibrationTable(Millivolts, 2048), 0);
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(CalibrationTableCodec.Decode(bytes, 0));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Decode_OtherCellOrNothing_IsNoTable()
    {
        byte[] bytes = CalibrationTableCodec.Encode(new CalibrationTable(Millivolts, 2048), 3);
        Assert.Null(CalibrationTableCodec.Decode(bytes, 4));
        Assert.Null(CalibrationTableCodec.Decode(null, 3));
        Assert.Null(CalibrationTableCodec.Decode([], 3));
    }
}
