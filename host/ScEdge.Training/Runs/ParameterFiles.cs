using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Input;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Runs;

/// <summary>
/// Trained parameters as files, and back into a network.
/// </summary>
/// <remarks>
/// Every file carries the network's description, the input normalisation (input = pixel x scale + shift, pixels 0..255)
/// and the data set's name as metadata, so that it can be evaluated without the run it came from. A registers file holds
/// the signed 16-bit counters, with the width and the fraction bits of each tensor's; the value of a counter is counter x 2^-fraction_bits
/// (<see cref="RegisterScale"/>). Tensors are found by name, in any order; every one must have the shape of the network's and finite values.
/// </remarks>
public static class ParameterFiles
{
    /// <summary>Name of the file with the trained values.</summary>
    public const string ParametersName = "parameters.safetensors";

    /// <summary>Name of the file with the integer counters.</summary>
    public const string RegistersName = "registers.safetensors";

    private const string ModelKey = "scedge.model";
    private const string ModelNameKey = "scedge.model_name";
    private const string DatasetKey = "scedge.dataset";
    private const string ScaleKey = "scedge.input_scale";
    private const string ShiftKey = "scedge.input_shift";

    /// <summary>Writes parameters.safetensors and .npz and, where they exist, registers and baselines.</summary>
    public static void Write(string folder, SeedTraining training)
    {
        TrainingLeg main = training.Stochastic ?? training.Fp32!;
        WriteValues(Path.Combine(folder, ParametersName), training, main);
        NpzFile numpy = new();
        foreach (Parameter parameter in main.Network.Parameters)
        {
            numpy.Add<float>(parameter.Name, parameter.Shape, parameter.Values);
        }

        numpy.Write(Path.Combine(folder, "parameters.npz"));
        if (training.StochasticRule is not { } rule)
        {
            return;
        }

        WriteRegisters(Path.Combine(folder, RegistersName), training, rule);
        if (training.Fp32 is { } baseline)
        {
            WriteValues(Path.Combine(folder, "baseline.safetensors"), training, baseline);
        }

        if (training.Fixed is { } fixedPoint)
        {
            WriteValues(Path.Combine(folder, "fixed.safetensors"), training, fixedPoint);
        }
    }

    /// <summary>Returns whether a file carries the description of its network.</summary>
    public static bool DescribesNetwork(SafetensorsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Metadata.ContainsKey(ModelKey);
    }

    /// <summary>Reads a parameters or registers file into a network of its own description.</summary>
    /// <param name="path">The file.</param>
    /// <param name="build">Makes a network of a description and an input normalisation.</param>
    /// <exception cref="InputException">The file is not one that a run wrote.</exception>
    public static Network Read(string path, Func<ModelDescription, InputNormalization, Network> build)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        ModelDescription model = ModelFile.Parse(Metadata(file, path, ModelKey), Metadata(file, path, ModelNameKey));
        InputNormalization normalization = new(
            ParseSingle(Metadata(file, path, ScaleKey), path), ParseSingle(Metadata(file, path, ShiftKey), path));
        Network network = build(model, normalization);
        RequireNames(file, network, path);
        foreach (Parameter parameter in network.Parameters)
        {
            Fill(parameter, file, path);
        }

        return network;
    }

    private static void RequireNames(SafetensorsFile file, Network network, string path)
    {
        HashSet<string> names = [.. network.Parameters.Select(static parameter => parameter.Name)];
        if (file.Tensors.FirstOrDefault(tensor => !names.Contains(tensor.Name)) is { } stranger)
        {
            throw new InputException(
                $"{path} holds {stranger.Name}, which the network that it describes does not have: give a file that train wrote.");
        }
    }

    private static void Fill(Parameter parameter, SafetensorsFile file, string path)
    {
        SafetensorsTensor tensor = file.Find(parameter.Name)
            ?? throw new InputException($"{path} holds no {parameter.Name}, which its network has: give a file that train wrote.");
        if (!tensor.Shape.SequenceEqual(parameter.Shape))
        {
            throw new InputException(
                $"{path} holds {parameter.Name} of shape {Text(tensor.Shape)}, its network has {Text(parameter.Shape)}: "
                + "save it in the shape of the network.");
        }

        if (tensor.Holds<short>())
        {
            float unit = MathF.ScaleB(1f, -RegisterScale.Of(file, parameter.Name, path).FractionBits);
            ReadOnlySpan<short> counters = tensor.Values<short>();
            for (int i = 0; i < counters.Length; i++)
            {
                parameter.Values[i] = counters[i] * unit;
            }

            return;
        }

        if (!tensor.Holds<float>())
        {
            throw new InputException(
                $"{path} holds {parameter.Name} as {tensor.ElementTypeName}: give F32 values or I16 counters, as train writes them.");
        }

        tensor.Values<float>().CopyTo(parameter.Values);
        if (Array.FindIndex(parameter.Values, static value => !float.IsFinite(value)) is int bad and >= 0)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} holds {parameter.Values[bad]} in {parameter.Name}, number {bad}: give a file whose values are all finite."));
        }
    }

    private static string Text(IEnumerable<int> shape) => $"[{string.Join(", ", shape)}]";

    private static void WriteValues(string path, SeedTraining training, TrainingLeg leg)
    {
        SafetensorsFile file = Describe(training);
        foreach (Parameter parameter in leg.Network.Parameters)
        {
            file.Add<float>(parameter.Name, parameter.Shape, parameter.Values);
        }

        file.Write(path);
    }

    private static void WriteRegisters(string path, SeedTraining training, StochasticRule rule)
    {
        SafetensorsFile file = Describe(training);
        IReadOnlyList<Parameter> parameters = training.Stochastic!.Network.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            TensorOptimizer tensor = rule.Optimizer.Tensors[i].Circuit;
            new RegisterScale(training.Options.RegisterBits.Weight, tensor.WeightFractionBits).Write(file, parameters[i].Name);
            file.Add<short>(parameters[i].Name, parameters[i].Shape, tensor.Weights);
        }

        file.Write(path);
    }

    private static SafetensorsFile Describe(SeedTraining training)
    {
        ModelDescription model = training.Legs[0].Network.Model;
        SafetensorsFile file = new();
        file.Metadata[ModelKey] = ModelFile.Format(model);
        file.Metadata[ModelNameKey] = model.Name;
        file.Metadata[DatasetKey] = training.Dataset.Name;
        file.Metadata[ScaleKey] = training.Normalization.Scale.ToString("R", CultureInfo.InvariantCulture);
        file.Metadata[ShiftKey] = training.Normalization.Shift.ToString("R", CultureInfo.InvariantCulture);
        return file;
    }

    private static string Metadata(SafetensorsFile file, string path, string key) =>
        file.Metadata.TryGetValue(key, out string? value)
            ? value
            : throw new InputException($"{path} does not say its {key}: give a file that train wrote.");

    private static float ParseSingle(string text, string path) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)
            ? value
            : throw new InputException($"{path} has the input scaling \"{text}\", which is not a number: give a file that train wrote.");
}
