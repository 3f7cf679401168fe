using System;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Frames as one reads them: hw-docs/protocol.md.
/// </summary>
internal static class FrameText
{
    private const int AckType = 3;
    private const int AckLength = 10;

    private static readonly string[] ControlNames = ["?", "OPEN", "CONFIRM", "ACK", "CLOSE"];

    /// <summary>Describes the frame that a decoder holds.</summary>
    /// <param name="frame">The decoder.</param>
    /// <param name="reader">Reads the message; afterwards at its fields.</param>
    public static string Of(FrameDecoder frame, MessageReader reader)
    {
        if (frame.Channel == 0)
        {
            return Control(frame);
        }

        string place = $"#{frame.Sequence}";
        return reader.Begin(frame.Buffer, FrameDecoder.PayloadOffset, frame.Length)
            ? $"{place} {Name(reader)}, {frame.Length} bytes"
            : $"{place} channel {frame.Channel}, {frame.Length} bytes";
    }

    private static string Name(MessageReader reader)
    {
        string name = Enum.IsDefined(reader.Code) ? reader.Code.ToString() : $"message 0x{(int)reader.Code:X4}";
        return reader.Code is MessageCode.TelemetryEvent or MessageCode.LogEvent
            ? name
            : $"{name} {(reader.IsAnswer ? "answer" : "request")} {reader.Number}";
    }

    private static string Control(FrameDecoder frame)
    {
        int type = frame.Length > 0 ? frame.Buffer[FrameDecoder.PayloadOffset] : 0;
        string name = type < ControlNames.Length ? ControlNames[type] : $"control {type}";
        return type == AckType && frame.Length >= AckLength
            ? $"{name} next {LittleEndian.ReadUInt16(frame.Buffer, FrameDecoder.PayloadOffset + 2)}, "
                + $"room up to {LittleEndian.ReadUInt16(frame.Buffer, FrameDecoder.PayloadOffset + 4)}"
            : name;
    }
}
