using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Reading;
using ScEdge.Input;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Cli.Boards;

/// <summary>
/// Moves weight registers between a file and a board that is configured for the network, tensor by tensor of the same name, shape, width
/// and scale.
/// </summary>
/// <remarks>A session that ends in the middle of a push is followed by one that goes on where the board has come to.</remarks>
/// <param name="board">The board.</param>
internal sealed class WeightsTransfer(BoardRequests board)
{
    private const int MostClauses = 3;

    /// <summary>
    /// Puts the registers of a file in the place of the board's, checks that it holds them, and lets it read with the network of the file. A
    /// board that holds none, or only reads with those of another network, is configured to read with them.
    /// </summary>
    public DeviceAnswer Push(WeightsFile file)
    {
        ReadingNetwork? network = file.Network();
        bool configures = network is not null && MustConfigure(network);
        if (configures)
        {
            using TransferMeter meter = new("pushed");
            int bytes = 2 * network!.Tensors.Sum(static tensor => tensor.Count);
            try
            {
                board.Do(client =>
                {
                    new NetworkSetup(network).PutRegisters(client, done => meter.Show(done, bytes));
                    return true;
                });
            }
            catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.OutOfMemory)
            {
                throw new InputException(
                    $"{refusal.Message} classify and eval read with such a network all the same, its weights streamed: give them --parameters.",
                    refusal);
            }
        }

        IReadOnlyList<BoardTensor> tensors = Tensors();
        RequireFit(file, tensors);
        byte[] image = file.ToImage(tensors);
        if (!configures)
        {
            using TransferMeter meter = new("pushed");
            board.Do(client =>
            {
                client.PushState(StateImageKind.Weights, image, done => meter.Show(done, image.Length));
                return true;
            });
        }

        return BoardCheck() == CheckOf(image)
            ? Done(
                configures ? "Configured the board and pushed" : "Pushed", tensors, file.TensorCount, file.Path, image, Reads(network, tensors),
                configures)
            : throw new InputException(
                $"The board on {board.Name} holds other registers than were pushed: another program uses it; end that and repeat the command.");
    }

    /// <summary>Describes the network to a board that holds all of its registers.</summary>
    /// <returns>How the board reads now, or why it does not, as a sentence; null where the file describes no network.</returns>
    private string? Reads(ReadingNetwork? network, IReadOnlyList<BoardTensor> tensors)
    {
        if (network is null || tensors.Count < network.Tensors.Count)
        {
            return null;
        }

        try
        {
            ReadingSettings settings = BoardNetworks.Settings(BoardNetworks.DefaultLength, BoardNetworks.DefaultSource, seed: 1);
            NetworkResponse reading = board.Do(client => new NetworkSetup(network).Describe(client, settings));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"It reads images of {reading.Width} x {reading.Height} pixels with them, in streams of {reading.Length} bits: see classify.");
        }
        catch (BoardRefusalException refusal) when (refusal.Error is ErrorCode.OutOfMemory or ErrorCode.UnknownMessage)
        {
            return $"It cannot read with them. {refusal.Message}";
        }
    }

    /// <summary>Returns whether the board holds no registers, or those of another network that it only reads with.</summary>
    private bool MustConfigure(ReadingNetwork network)
    {
        RegisterMode mode = board.Do(client => client.GetStatus()).Mode;
        return mode == RegisterMode.None || (mode == RegisterMode.Reading && !network.IsOn(board.Do(client => client.GetTensors())));
    }

    /// <summary>Writes the board's registers to a file, under the names and with the shapes and scales that the board has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="like">A file of the same network, whose description and order are taken over; null for none.</param>
    public DeviceAnswer Pull(string path, WeightsFile? like)
    {
        IReadOnlyList<BoardTensor> tensors = Tensors();
        if (like is not null)
        {
            RequireFit(like, tensors);
        }

        byte[] image = PullImage(tensors);
        WeightsFile.Write(path, tensors, image, like);
        return Done("Pulled", tensors, like?.TensorCount ?? tensors.Count, path, image);
    }

    /// <summary>Compares the board's tensors and registers with those of a file.</summary>
    public DeviceAnswer Verify(WeightsFile file)
    {
        IReadOnlyList<BoardTensor> tensors = Tensors();
        IReadOnlyList<string> misfits = file.Misfits(tensors);
        if (misfits.Count > 0)
        {
            return Different(file, tensors, misfits, BoardCheck(), "give the file of the network that the board is configured for");
        }

        byte[] image = file.ToImage(tensors);
        if (BoardCheck() == CheckOf(image))
        {
            return Done("Verified", tensors, file.TensorCount, file.Path, image);
        }

        byte[] actual = PullImage(tensors);
        return Different(file, tensors, file.Differences(tensors, actual), CheckOf(actual), "push the file to change that");
    }

    private DeviceAnswer Different(
        WeightsFile file,
        IReadOnlyList<BoardTensor> tensors,
        IReadOnlyList<string> clauses,
        uint check,
        string advice) => new(
        new
        {
            Port = board.Name,
            File = file.Path,
            Same = false,
            Tensors = tensors.Count,
            Registers = tensors.Sum(static tensor => tensor.Count),
            Check = Hex(check),
            Differences = clauses,
        },
        static _ => { })
    {
        Failure = $"The board on {board.Name} does not hold what {file.Path} does: {Text(clauses)}; {advice}.",
    };

    private DeviceAnswer Done(
        string verb,
        IReadOnlyList<BoardTensor> tensors,
        int known,
        string path,
        byte[] image,
        string? reads = null,
        bool isConfigured = false)
    {
        string part = tensors.Count < known ? $" of {tensors.Count} of its {known} tensors" : "";
        string sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"{verb} {image.Length / 2:N0} registers{part}, CRC-32 {Hex(CheckOf(image))}: {Path.GetFileName(path)} and the board are the same.");
        return DeviceAnswer.Sentence(
            new
            {
                Port = board.Name,
                File = path,
                Configured = isConfigured,
                Same = true,
                Tensors = tensors.Count,
                Registers = image.Length / 2,
                Check = Hex(CheckOf(image)),
            },
            reads is null ? sentence : $"{sentence}\n{reads}");
    }

    private byte[] PullImage(IReadOnlyList<BoardTensor> tensors)
    {
        using TransferMeter meter = new("pulled");
        return board.Do(client => client.PullState(StateImageKind.Weights, 2 * tensors.Sum(static tensor => tensor.Count), meter.Show));
    }

    /// <summary>Asks for the tensors whose registers the board has.</summary>
    private IReadOnlyList<BoardTensor> Tensors()
    {
        RegisterMode mode = board.Do(client => client.GetStatus()).Mode;
        if (mode is not (RegisterMode.Resident or RegisterMode.Reading))
        {
            throw new InputException(mode == RegisterMode.None
                ? $"The board on {board.Name} is not configured for any network: push the parameters of a run that describes its "
                    + "network, train on it with train --port, or restore its checkpoint with device restore."
                : $"The board on {board.Name} holds no registers, for its network is trained in tiles: the run's folder on this computer has them.");
        }

        try
        {
            IReadOnlyList<BoardTensor> tensors = board.Do(client => client.GetTensors());
            return tensors.All(static tensor => tensor.Name.Length > 0) && tensors.DistinctBy(static tensor => tensor.Name).Count() == tensors.Count
                ? tensors
                : throw new InputException(
                    $"The board on {board.Name} was configured by a program that did not name its tensors: train on it with this one.");
        }
        catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.UnknownMessage)
        {
            throw new InputException($"The board on {board.Name} cannot tell whose registers it has: update its firmware.", refusal);
        }
    }

    private void RequireFit(WeightsFile file, IReadOnlyList<BoardTensor> tensors)
    {
        IReadOnlyList<string> misfits = file.Misfits(tensors);
        if (misfits.Count > 0)
        {
            throw new InputException(
                $"The registers of {file.Path} are not those of the board on {board.Name}: {Text(misfits)}; give the file of the network "
                + "that the board is configured for, or train this one on the board.");
        }
    }

    private static string Text(IReadOnlyList<string> clauses) => string.Join("; ", clauses.Take(MostClauses))
        + (clauses.Count > MostClauses ? $"; and {clauses.Count - MostClauses} more" : "");

    private uint BoardCheck() => board.Do(client => client.GetStateCheck(StateImageKind.Weights));

    private static uint CheckOf(byte[] image) => Crc32.Of(image, 0, image.Length);

    private static string Hex(uint check) => check.ToString("x8", CultureInfo.InvariantCulture);
}
