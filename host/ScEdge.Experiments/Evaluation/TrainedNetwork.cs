using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// A trained network with its parameters in registers, as a board reads with it.
/// </summary>
/// <param name="Path">File of the parameters.</param>
/// <param name="Model">Architecture.</param>
/// <param name="Normalization">What turns pixels into inputs.</param>
/// <param name="Registers">Registers of the model's parameters, in order: counters as a run wrote them, or values rounded to 16 bits.</param>
/// <param name="WeightBits">Bits of a register, sign included.</param>
public sealed record TrainedNetwork(
    string Path, ModelDescription Model, InputNormalization Normalization, IReadOnlyList<RegisterTensor> Registers, int WeightBits)
{
    private const int FullWidth = 16;

    /// <summary>Loads a file, or what a run's folder holds: its counters, else its values.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="InputException">There is none, or it is not one that a run wrote.</exception>
    public static TrainedNetwork Load(string path)
    {
        string file = FileOf(path);
        using WorkerTeam team = new(1);
        Network network = ParameterFiles.Read(file, (model, normalization) => new Network(model, normalization, team, batchCapacity: 1));
        SafetensorsFile tensors = SafetensorsFile.Read(file);
        string[] names = [.. network.Parameters.Select(static parameter => parameter.Name)];
        if (!names.All(name => tensors.Find(name)!.Holds<short>()))
        {
            return new TrainedNetwork(file, network.Model, network.Normalization, ValueRegisters.Of(network.Parameters, file), FullWidth);
        }

        RegisterScale[] scales = [.. names.Select(name => RegisterScale.Of(tensors, name, file))];
        return new TrainedNetwork(
            file,
            network.Model,
            network.Normalization,
            [.. names.Zip(scales, (name, scale) => new RegisterTensor([.. tensors.Find(name)!.Values<short>()], scale.FractionBits))],
            scales.Max(static scale => scale.WeightBits) ?? FullWidth);
    }

    private static string FileOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        string? file = new[] { ParameterFiles.RegistersName, ParameterFiles.ParametersName }
            .Select(name => System.IO.Path.Combine(path, name)).FirstOrDefault(File.Exists);
        return file ?? throw new InputException(
            $"The folder {path} holds no trained parameters: give the folder of a finished run, or resume and finish this one.");
    }
}
