using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using ScEdge.Boards;
using ScEdge.Boards.Reading;
using ScEdge.Experiments.Evaluation;
using ScEdge.Input;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Boards;

/// <summary>
/// The weight registers of a network as a run writes them to registers.safetensors, held against the tensors of a board by name.
/// </summary>
internal sealed class WeightsFile
{
    private readonly SafetensorsFile _file;

    private WeightsFile(string path, SafetensorsFile file)
    {
        Path = path;
        _file = file;
    }

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets the number of its tensors.</summary>
    public int TensorCount => _file.Tensors.Count;

    /// <summary>Reads a file, or that of a run's folder.</summary>
    /// <exception cref="InputException">There is none, or it holds no registers.</exception>
    public static WeightsFile Read(string path)
    {
        string file = Directory.Exists(path) ? System.IO.Path.Combine(path, ParameterFiles.RegistersName) : path;
        SafetensorsFile tensors = SafetensorsFile.Read(file);
        return tensors.Tensors.Count > 0 && tensors.Tensors.All(tensor => tensor.Holds<short>())
            ? new WeightsFile(file, tensors)
            : throw new InputException(
                $"{file} holds no integer registers: give {ParameterFiles.RegistersName} of a run with a stochastic optimiser, or the run's folder.");
    }

    /// <summary>Returns the network that the file describes, as a board reads with it; null where it describes none.</summary>
    public ReadingNetwork? Network() => ParameterFiles.DescribesNetwork(_file) ? BoardNetworks.Of(TrainedNetwork.Load(Path)) : null;

    /// <summary>Says what keeps the registers from being those of a board's tensors: a clause for each; empty if nothing does.</summary>
    /// <exception cref="InputException">The file does not say the scale of a tensor.</exception>
    public IReadOnlyList<string> Misfits(IReadOnlyList<BoardTensor> tensors) => [.. tensors.Select(Misfit).OfType<string>()];

    /// <summary>Returns the registers of tensors that fit, as a board has them: tensor after tensor.</summary>
    public byte[] ToImage(IReadOnlyList<BoardTensor> tensors) =>
        [.. tensors.SelectMany(tensor => MemoryMarshal.AsBytes(_file.Find(tensor.Name)!.Values<short>()).ToArray())];

    /// <summary>Says where another image of tensors that fit differs: a clause for each tensor that does.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyList<BoardTensor> tensors, byte[] image)
    {
        List<string> differences = [];
        ReadOnlySpan<short> rest = MemoryMarshal.Cast<byte, short>(image);
        foreach (BoardTensor tensor in tensors)
        {
            ReadOnlySpan<short> own = _file.Find(tensor.Name)!.Values<short>();
            int different = 0;
            int first = -1;
            for (int i = 0; i < own.Length; i++)
            {
                if (own[i] != rest[i])
                {
                    first = first < 0 ? i : first;
                    different++;
                }
            }

            if (different > 0)
            {
                differences.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{tensor.Name} in {different:N0} of {own.Length:N0} registers, first in number {first}"));
            }

            rest = rest[own.Length..];
        }

        return differences;
    }

    /// <summary>Writes a board's registers under the names that the board gives them, with what a like file tells beside; null for none.</summary>
    public static void Write(string path, IReadOnlyList<BoardTensor> tensors, byte[] image, WeightsFile? like)
    {
        SafetensorsFile file = new();
        foreach ((string key, string value) in like?._file.Metadata ?? [])
        {
            file.Metadata[key] = value;
        }

        Dictionary<string, short[]> registers = [];
        ReadOnlySpan<short> rest = MemoryMarshal.Cast<byte, short>(image);
        foreach (BoardTensor tensor in tensors)
        {
            registers.Add(tensor.Name, rest[..tensor.Count].ToArray());
            rest = rest[tensor.Count..];
            new RegisterScale(tensor.WeightBits, tensor.FractionBits).Write(file, tensor.Name);
        }

        IEnumerable<string> order = like?._file.Tensors.Select(static tensor => tensor.Name) ?? tensors.Select(static tensor => tensor.Name);
        foreach (BoardTensor tensor in order.SelectMany(name => tensors.Where(tensor => tensor.Name == name)))
        {
            file.Add<short>(tensor.Name, [.. tensor.Shape], registers[tensor.Name]);
        }

        file.Write(path);
    }

    private string? Misfit(BoardTensor tensor)
    {
        if (_file.Find(tensor.Name) is not { } own)
        {
            return $"{tensor.Name} is not in the file";
        }

        if (!own.Shape.SequenceEqual(tensor.Shape))
        {
            return $"{tensor.Name} is {Text(own.Shape)} in the file and {Text(tensor.Shape)} on the board";
        }

        RegisterScale scale = RegisterScale.Of(_file, tensor.Name, Path);
        if (scale.WeightBits is { } bits && bits != tensor.WeightBits)
        {
            return $"{tensor.Name} has {bits} bits in the file and {tensor.WeightBits} on the board";
        }

        return scale.FractionBits == tensor.FractionBits
            ? null
            : $"{tensor.Name} has {scale.FractionBits} fraction bits in the file and {tensor.FractionBits} on the board";
    }

    private static string Text(IEnumerable<int> shape) => $"[{string.Join(", ", shape)}]";
}
