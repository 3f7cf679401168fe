using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using ScEdge.Input;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Boards;

/// <summary>
/// The weight registers of a network as a run writes them to registers.safetensors, and as a board has them: one image, tensor after tensor.
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

    /// <summary>Gets the number of registers.</summary>
    public int Count => _file.Tensors.Sum(tensor => tensor.Count);

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

    /// <summary>Returns the registers as a board has them.</summary>
    public byte[] ToImage()
    {
        byte[] image = new byte[2 * Count];
        int at = 0;
        foreach (SafetensorsTensor tensor in _file.Tensors)
        {
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(tensor.Values<short>());
            bytes.CopyTo(image.AsSpan(at));
            at += bytes.Length;
        }

        return image;
    }

    /// <summary>Writes a board's registers with the names, shapes and descriptions of this file.</summary>
    public void WriteLike(string path, byte[] image)
    {
        SafetensorsFile copy = new();
        foreach ((string key, string value) in _file.Metadata)
        {
            copy.Metadata[key] = value;
        }

        int at = 0;
        foreach (SafetensorsTensor tensor in _file.Tensors)
        {
            copy.Add<short>(tensor.Name, [.. tensor.Shape], MemoryMarshal.Cast<byte, short>(image.AsSpan(at, 2 * tensor.Count)));
            at += 2 * tensor.Count;
        }

        copy.Write(path);
    }

    /// <summary>Writes a board's registers under one name, where nothing is known of their tensors.</summary>
    public static void WritePlain(string path, byte[] image)
    {
        SafetensorsFile file = new();
        file.Add<short>("weights", [image.Length / 2], MemoryMarshal.Cast<byte, short>(image));
        file.Write(path);
    }

    /// <summary>Says how another image differs: how many registers, and the first of them.</summary>
    public string Difference(byte[] image)
    {
        byte[] own = ToImage();
        int[] different = [.. Enumerable.Range(0, Count).Where(i => own[2 * i] != image[2 * i] || own[(2 * i) + 1] != image[(2 * i) + 1])];
        return string.Create(
            CultureInfo.InvariantCulture, $"{different.Length:N0} of {Count:N0} registers differ, the first is {NameOf(different[0])}");
    }

    private string NameOf(int register)
    {
        foreach (SafetensorsTensor tensor in _file.Tensors)
        {
            if (register < tensor.Count)
            {
                return string.Create(CultureInfo.InvariantCulture, $"number {register} of {tensor.Name}");
            }

            register -= tensor.Count;
        }

        return "beyond the last tensor";
    }
}
