using System;
using System.Buffers.Binary;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// Takes the packets of the nanoFramework debugger out of the bytes of a line, which is theirs where a board has only one.
/// </summary>
/// <remarks>
/// A header of 32 bytes: a signature, u32 checks of header and data, u32 command, u16 number, u16 number that is answered, u32 flags, u32 size of the
/// data, little-endian (nanoFramework/nf-interpreter, src/CLR/WireProtocol/WireProtocol.h).
/// </remarks>
/// <param name="onOther">Takes all other bytes.</param>
/// <param name="onPacket">Takes the words for a packet.</param>
internal sealed class DebuggerPacketFilter(Action<byte[], int, int> onOther, Action<string> onPacket)
{
    private const int HeaderLength = 32;
    private const int SignatureLength = 8;
    private const int MostData = 1 << 16;
    private const uint Reply = 2;

    private static readonly string[] Commands =
    [
        "ping", "message", "read memory", "write memory", "check memory", "erase memory", "execute", "reboot", "memory map",
    ];

    private readonly byte[] _header = new byte[HeaderLength];
    private int _count;
    private int _data;

    private static ReadOnlySpan<byte> PacketSignature => "NFPKTV1\0"u8;

    private static ReadOnlySpan<byte> DebuggerSignature => "NFDBGV1\0"u8;

    /// <summary>Takes bytes in the order of the line.</summary>
    public void Push(byte[] buffer, int offset, int count)
    {
        for (int end = offset + count; offset < end;)
        {
            if (_data > 0)
            {
                int taken = Math.Min(_data, end - offset);
                _data -= taken;
                offset += taken;
            }
            else if (_count > 0)
            {
                Hold(buffer[offset++]);
            }
            else
            {
                int others = buffer.AsSpan(offset, end - offset).IndexOf(PacketSignature[0]);
                others = others < 0 ? end - offset : others;
                onOther(buffer, offset, others);
                offset += others;
                _count = offset < end ? 1 : 0;
                _header[0] = PacketSignature[0];
                offset += _count;
            }
        }
    }

    /// <summary>Gives back what might have become a packet, and ends a packet that was begun, after the line was quiet.</summary>
    public void Flush()
    {
        (int held, _count, _data) = (_count, 0, 0);
        onOther(_header, 0, held);
    }

    /// <summary>Forgets what was begun: the bytes that follow do not follow those that were pushed.</summary>
    public void Reset() => (_count, _data) = (0, 0);

    private void Hold(byte value)
    {
        if (_count < SignatureLength && !IsSignature(value))
        {
            // The first letter stands nowhere else in a signature: another one may begin only here.
            Flush();
            Push([value], 0, 1);
            return;
        }

        _header[_count++] = value;
        if (_count == HeaderLength)
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(28));
            if (size > MostData)
            {
                Flush();
                return;
            }

            (_count, _data) = (0, (int)size);
            onPacket($"nanoFramework debugger: {Name()}, {size} bytes");
        }
    }

    private bool IsSignature(byte value)
    {
        _header[_count] = value;
        ReadOnlySpan<byte> held = _header.AsSpan(0, _count + 1);
        return PacketSignature.StartsWith(held) || DebuggerSignature.StartsWith(held);
    }

    private string Name()
    {
        uint command = BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(16));
        bool isReply = (BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(24)) & Reply) != 0;
        return (command < Commands.Length ? Commands[command] : $"command 0x{command:X8}") + (isReply ? " reply" : "");
    }
}
