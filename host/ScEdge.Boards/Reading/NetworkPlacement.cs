using System;
using ScEdge.Boards.Connections;
using ScEdge.Input;
using ScEdge.Protocol.Messages;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Has a board ready to read with a network: with its registers where they fit, otherwise with weights that pass through the board.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="settings">How it is to read.</param>
/// <param name="requireFree">Throws if what a board holds must not be replaced.</param>
public sealed class NetworkPlacement(ReadingNetwork network, ReadingSettings settings, Action<BoardClient> requireFree)
{
    private readonly NetworkSetup _setup = new(network);
    private BoardRefusalException? _refusal;

    /// <summary>Puts the network in force, in every session in the same way; registers that the board holds already stay.</summary>
    /// <param name="client">Board.</param>
    /// <exception cref="BoardRefusalException">It fits in no way, or not beside the registers of a training.</exception>
    /// <exception cref="InputException">
    /// It does not fit and the firmware is too old to stream its weights, or the board holds what must stay.
    /// </exception>
    public PreparedNetwork Prepare(BoardClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return _refusal is null && OnRegisters(client) is { } resident ? resident : Streamed(client);
    }

    private PreparedNetwork? OnRegisters(BoardClient client)
    {
        bool isOn = _setup.IsOn(client);
        if (!isOn)
        {
            requireFree(client);
        }

        try
        {
            if (!isOn)
            {
                _setup.PutRegisters(client);
            }

            return new PreparedNetwork(_setup.Describe(client, settings));
        }
        catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.OutOfMemory && client.GetStatus().Mode != RegisterMode.Resident)
        {
            _refusal = refusal;
            return null;
        }
    }

    private PreparedNetwork Streamed(BoardClient client)
    {
        requireFree(client);
        return StreamedSetup.CanStream(client) ? StreamedSetup.Describe(client, network, settings) : throw new InputException(
            $"{_refusal!.Message} Nor can its firmware read with weights that this computer streams: update it.", _refusal);
    }
}
