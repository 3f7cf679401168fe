using System;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Settings;
using ScEdge.Costing.Libraries;
using ScEdge.Input;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Runs;

/// <summary>
/// Everything that a run works with, loaded and checked: settings, images, network, device.
/// </summary>
/// <param name="Options">Validated settings; paths in them are absolute, so that a run can be resumed from anywhere.</param>
/// <param name="Dataset">Images, already limited.</param>
/// <param name="Model">Network.</param>
/// <param name="Preset">Device with the effects that are on.</param>
internal sealed record RunComposition(TrainingOptions Options, Dataset Dataset, ModelDescription Model, CbramPreset Preset)
{
    private const string Mnist = "mnist";

    /// <summary>Composes a new run.</summary>
    /// <exception cref="InputException">Something is missing, damaged or out of range.</exception>
    public static RunComposition Create(TrainRequest request)
    {
        TrainingOptions options = request.Amend(new TrainingOptions());
        options.Validate();
        CbramPreset preset = PresetCatalog.Resolve(options.Cbram);
        preset = preset.WithNonidealities(preset.Nonidealities.With(request.Nonidealities));
        options = options with { Nonidealities = preset.Nonidealities.ToString() };
        return Load(options, preset);
    }

    /// <summary>Composes the continuation of a run.</summary>
    /// <param name="request">What the command line asks for.</param>
    /// <param name="stored">Settings of the run.</param>
    /// <exception cref="InputException">Something is missing, damaged, or given otherwise than the run has it.</exception>
    public static RunComposition Resume(TrainRequest request, TrainingOptions stored)
    {
        CbramPreset nominal = PresetCatalog.Resolve(stored.Cbram);
        string? contradiction = request.Contradiction(stored);
        if (contradiction is null && request.Nonidealities.Count > 0 && nominal.Nonidealities.With(request.Nonidealities).ToString() != stored.Nonidealities)
        {
            contradiction = $"The non-idealities contradict those of the run, which are {stored.Nonidealities}";
        }

        if (contradiction is not null)
        {
            throw new InputException($"{contradiction}: leave it out to continue the run, or start a new one without --resume.");
        }

        stored.Validate();
        return Load(stored, nominal.WithNonidealities(ParseNonidealities(stored.Nonidealities)));
    }

    private static RunComposition Load(TrainingOptions options, CbramPreset preset)
    {
        Dataset dataset = options.Dataset == Mnist ? MnistDataset.Load() : DatasetDirectory.Load(options.Dataset);
        ModelDescription model = LoadModel(options.Model, dataset.Training);
        RequireFit(model, dataset);
        if (options.ImageLimit > dataset.Training.Count)
        {
            throw new InputException($"The limit {options.ImageLimit} is more than the {dataset.Training.Count} training images of {dataset.Name}: give a smaller one, or none for all.");
        }

        if (options.ImageLimit > 0)
        {
            dataset = new Dataset(dataset.Name, dataset.Training.First(options.ImageLimit), dataset.Test, dataset.ClassNames);
        }

        RequirePrice(options, preset, model);
        return new RunComposition(
            options with
            {
                Dataset = options.Dataset == Mnist ? Mnist : Path.GetFullPath(options.Dataset),
                Model = ModelCatalogue.Names.Contains(options.Model) ? options.Model : Path.GetFullPath(options.Model),
                Cbram = PresetCatalog.BuiltIn.Any(builtIn => builtIn.Name == options.Cbram) ? options.Cbram : Path.GetFullPath(options.Cbram),
                CostLibrary = CostLibraryCatalog.BuiltIn.Any(builtIn => builtIn.Name == options.CostLibrary) ? options.CostLibrary : Path.GetFullPath(options.CostLibrary),
            },
            dataset, model, preset);
    }

    private static void RequirePrice(TrainingOptions options, CbramPreset preset, ModelDescription model)
    {
        try
        {
            _ = options.HasLedger ? RunCircuit.NewLedger(options, preset, model) : null;
        }
        catch (InputException exception)
        {
            throw new InputException($"{exception.Message} Or train without accounting the costs: --ledger none.", exception);
        }
    }

    private static ModelDescription LoadModel(string name, ImageSet images)
    {
        bool isFile = !ModelCatalogue.Names.Contains(name)
            && (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || File.Exists(name));
        return isFile ? ModelFile.Read(name) : ModelCatalogue.Create(name, images);
    }

    private static void RequireFit(ModelDescription model, Dataset dataset)
    {
        ImageSet images = dataset.Training;
        if ((model.InputChannels, model.InputHeight, model.InputWidth) != (images.Channels, images.Height, images.Width))
        {
            throw new InputException(
                $"Model '{model.Name}' takes images of {model.InputChannels} x {model.InputHeight} x {model.InputWidth} but those of {dataset.Name} are {images.Channels} x {images.Height} x {images.Width}: change inputChannels, inputHeight and inputWidth.");
        }

        if (model.Classes != dataset.ClassCount)
        {
            throw new InputException(
                $"Model '{model.Name}' tells {model.Classes} classes apart but {dataset.Name} has {dataset.ClassCount}: change classes and the outputs of the last layer.");
        }
    }

    private static Nonidealities ParseNonidealities(string text) =>
        Nonidealities.Parse(text == Nonidealities.None.ToString() ? [] : text.Split(' '));
}
