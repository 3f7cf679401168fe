using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;

namespace ScEdge.Boards;

/// <summary>
/// The check by which a board knows its configuration, computed here from the requests that make it (hw-docs/protocol.md).
/// </summary>
internal sealed class ConfigurationCheck
{
    private readonly MessageWriter _writer = new(MessageLimits.SmallestPayload);
    private uint _check = Crc32.Empty;

    /// <summary>Gets the check of the requests so far.</summary>
    public uint Value => _check;

    /// <summary>Adds a request.</summary>
    /// <returns>Its code.</returns>
    public MessageCode Add(MessageCode code, Message request)
    {
        _writer.Begin(code, isAnswer: false, number: 0, MessageLimits.SmallestPayload);
        request.Write(_writer);

        // The header of an entry has the length of the fields in the place of the number.
        LittleEndian.WriteUInt16(_writer.Buffer, 2, _writer.Length - MessageLimits.HeaderLength);
        _check = Crc32.Continue(_check, _writer.Buffer, 0, _writer.Length);
        return code;
    }
}
