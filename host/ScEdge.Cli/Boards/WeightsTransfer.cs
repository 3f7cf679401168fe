using System.Globalization;
using System.IO;
using ScEdge.Input;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.State;

namespace ScEdge.Cli.Boards;

/// <summary>
/// Moves weight registers between a file and a board that is configured for the network.
/// </summary>
/// <remarks>A session that ends in the middle of a push is followed by one that goes on where the board has come to.</remarks>
/// <param name="board">The board.</param>
internal sealed class WeightsTransfer(BoardRequests board)
{
    /// <summary>Puts the registers of a file in the place of the board's, and checks that it holds them.</summary>
    public DeviceAnswer Push(WeightsFile file)
    {
        RequireFit(file);
        byte[] image = file.ToImage();
        using (TransferMeter meter = new("pushed"))
        {
            board.Do(client =>
            {
                client.PushState(StateImageKind.Weights, image, done => meter.Show(done, image.Length));
                return true;
            });
        }

        uint check = CheckOf(image);
        return Ask().Check == check
            ? Done("Pushed", file.Count, file.Path, check)
            : throw new InputException(
                $"The board on {board.Name} holds other registers than were pushed: another program uses it; end that and repeat the command.");
    }

    /// <summary>Writes the board's registers to a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="like">A file of the same network, whose names, shapes and descriptions are taken over; null for none.</param>
    public DeviceAnswer Pull(string path, WeightsFile? like)
    {
        if (like is not null)
        {
            RequireFit(like);
        }
        else
        {
            RequireRegisters();
        }

        byte[] image = PullImage();
        if (like is null)
        {
            WeightsFile.WritePlain(path, image);
        }
        else
        {
            like.WriteLike(path, image);
        }

        return Done("Pulled", image.Length / 2, path, CheckOf(image));
    }

    /// <summary>Compares the board's registers with those of a file.</summary>
    public DeviceAnswer Verify(WeightsFile file)
    {
        RequireFit(file);
        byte[] image = file.ToImage();
        uint check = CheckOf(image);
        if (Ask().Check == check)
        {
            return Done("Verified", file.Count, file.Path, check);
        }

        byte[] actual = PullImage();
        return new DeviceAnswer(
            new { Port = board.Name, File = file.Path, Same = false, Registers = file.Count, Check = Hex(CheckOf(actual)) }, static _ => { })
        {
            Failure = $"The board on {board.Name} does not hold what {file.Path} does: {file.Difference(actual)}; push the file to change that.",
        };
    }

    private DeviceAnswer Done(string verb, int registers, string path, uint check) => DeviceAnswer.Sentence(
        new { Port = board.Name, File = path, Same = true, Registers = registers, Check = Hex(check) },
        string.Create(
            CultureInfo.InvariantCulture,
            $"{verb} {registers:N0} registers, CRC-32 {Hex(check)}: {Path.GetFileName(path)} and the board are the same."));

    private byte[] PullImage()
    {
        using TransferMeter meter = new("pulled");
        return board.Do(client => client.PullState(StateImageKind.Weights, meter.Show));
    }

    private void RequireRegisters()
    {
        RegisterMode mode = board.Do(client => client.GetStatus()).Mode;
        if (mode != RegisterMode.Resident)
        {
            throw new InputException(mode == RegisterMode.None
                ? $"The board on {board.Name} is not configured for any network: "
                    + "train on it with train --port, or restore its checkpoint with device restore."
                : $"The board on {board.Name} holds no registers, for its network is trained in tiles: the run's folder on this computer has them.");
        }
    }

    private void RequireFit(WeightsFile file)
    {
        RequireRegisters();
        int registers = (int)Ask().Length / 2;
        if (registers != file.Count)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The board on {board.Name} is configured for a network of {registers:N0} parameters and {file.Path} holds {file.Count:N0}: "
                + $"give the file of that network, or train this one on the board."));
        }
    }

    /// <summary>Asks for length and CRC-32 of the board's weights without moving them.</summary>
    private PullStateResponse Ask() => board.Do(client =>
    {
        PullStateResponse answer = new();
        client.Connection.Ask(MessageCode.PullState, new PullStateRequest { Kind = StateImageKind.Weights }.Write, reader => answer.Read(reader));
        PullStateRequest end = new() { Kind = StateImageKind.Weights, Offset = answer.Length };
        client.Connection.Ask(MessageCode.PullState, end.Write, reader => answer.Read(reader));
        return answer;
    });

    private static uint CheckOf(byte[] image) => Crc32.Of(image, 0, image.Length);

    private static string Hex(uint check) => check.ToString("x8", CultureInfo.InvariantCulture);
}
