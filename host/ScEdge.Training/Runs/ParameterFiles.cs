using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
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
/// the signed 16-bit counters; the value of a counter is counter x 2^-fraction_bits of its tensor.
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
    private const string FractionBitsKey = "scedge.fraction_bits.";

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
        foreach (Parameter parameter in network.Parameters)
        {
            Fill(parameter, file, path);
        }

        return network;
    }

    private static void Fill(Parameter parameter, SafetensorsFile file, string path)
    {
        SafetensorsTensor? tensor = file.Find(parameter.Name);
        if (tensor is not null && tensor.Count == parameter.Count && tensor.Holds<float>())
        {
            tensor.Values<float>().CopyTo(parameter.Values);
            return;
        }

        if (tensor is null || tensor.Count != parameter.Count || !tensor.Holds<short>())
        {
            throw new InputException(
                $"{path} holds no {parameter.Name} of {parameter.Count} numbers (F32 values or I16 counters): give a file that train wrote.");
        }

        string bits = Metadata(file, path, FractionBitsKey + parameter.Name);
        if (!int.TryParse(bits, CultureInfo.InvariantCulture, out int fractionBits) || fractionBits is < -100 or > 100)
        {
            throw new InputException(
                $"{path} says that {parameter.Name} has \"{bits}\" fraction bits, which cannot be: give a file that train wrote.");
        }

        float unit = MathF.ScaleB(1f, -fractionBits);
        ReadOnlySpan<short> counters = tensor.Values<short>();
        for (int i = 0; i < counters.Length; i++)
        {
            parameter.Values[i] = counters[i] * unit;
        }
    }

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
            file.Metadata[FractionBitsKey + parameters[i].Name] =
                tensor.WeightFractionBits.ToString(CultureInfo.InvariantCulture);
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
