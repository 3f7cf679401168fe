using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Libraries;
using ScEdge.Input;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Passes;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Composition;

/// <summary>
/// Everything that a run works with, loaded and checked: settings, images, network, device.
/// </summary>
/// <param name="Options">Validated settings; paths in them are absolute, so that a run can be resumed from anywhere.</param>
/// <param name="Dataset">Images, those for validation set aside, already limited.</param>
/// <param name="Model">Network.</param>
/// <param name="Preset">Device with the effects that are on.</param>
public sealed record RunComposition(TrainingOptions Options, Dataset Dataset, ModelDescription Model, CbramPreset Preset)
{
    private const string Mnist = "mnist";

    /// <summary>Composes a new run.</summary>
    /// <param name="options">Settings; their imperfections of the cells are taken from the device and the next parameter.</param>
    /// <param name="nonidealities">Imperfections that differ from the device's own, <c>name=value</c> each.</param>
    /// <exception cref="InputException">Something is missing, damaged or out of range.</exception>
    public static RunComposition Create(TrainingOptions options, IEnumerable<string> nonidealities)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        CbramPreset preset = PresetCatalog.Resolve(options.Cbram);
        preset = preset.WithNonidealities(preset.Nonidealities.With(nonidealities));
        options = options with { Nonidealities = preset.Nonidealities.ToString() };
        return Load(options, preset);
    }

    /// <summary>Composes a run anew from the settings that its manifest keeps.</summary>
    /// <param name="stored">Settings of the run, all of them.</param>
    /// <exception cref="InputException">Something is missing, damaged or out of range.</exception>
    public static RunComposition Load(TrainingOptions stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        stored.Validate();
        string[] effects = stored.Nonidealities == Nonidealities.None.ToString() ? [] : stored.Nonidealities.Split(' ');
        return Load(stored, PresetCatalog.Resolve(stored.Cbram).WithNonidealities(Nonidealities.Parse(effects)));
    }

    /// <summary>Loads a data set.</summary>
    /// <param name="name"><c>mnist</c>, which comes with the program, or a folder of IDX files.</param>
    /// <param name="split">Which one of a folder that holds several; null for the only one.</param>
    /// <exception cref="InputException">There is no such folder, or a file of it is missing or damaged.</exception>
    public static Dataset LoadDataset(string name, string? split) => name != Mnist ? DatasetDirectory.Load(name, split)
        : split is null ? MnistDataset.Load()
        : throw new InputException(
            $"The images that come with the program have no split \"{split}\": leave it out, or give a folder.") { Setting = "split" };

    private static RunComposition Load(TrainingOptions options, CbramPreset preset)
    {
        Dataset dataset = LoadDataset(options.Dataset, options.Split);
        ModelDescription model = LoadModel(options.Model, dataset.Training);
        RequireFit(model, dataset);
        dataset = Limited(ValidationSplit.Apply(dataset, options.ValidationCount), options.ImageLimit);
        if (options.Passes is { } passes)
        {
            StochasticPasses.RequireStreams(passes.Source, passes.Encoding);
        }

        RequirePrice(options, preset, model);
        return new RunComposition(
            options with
            {
                Dataset = options.Dataset == Mnist ? Mnist : Path.GetFullPath(options.Dataset),
                Model = ModelCatalogue.Names.Contains(options.Model) ? options.Model : Path.GetFullPath(options.Model),
                Cbram = PresetCatalog.BuiltIn.Any(builtIn => builtIn.Name == options.Cbram) ? options.Cbram : Path.GetFullPath(options.Cbram),
                CostLibrary = CostLibraryCatalog.BuiltIn.Any(builtIn => builtIn.Name == options.CostLibrary)
                    ? options.CostLibrary
                    : Path.GetFullPath(options.CostLibrary),
            },
            dataset, model, preset);
    }

    private static Dataset Limited(Dataset dataset, int limit)
    {
        if (limit > dataset.Training.Count)
        {
            string aside = dataset.Validation.Count > 0 ? $" that are left beside {dataset.Validation.Count} for validation" : "";
            throw new InputException(
                $"The limit {limit} is more than the {dataset.Training.Count} training images of {dataset.Name}{aside}: "
                + "give a smaller one, or none for all.");
        }

        return limit == 0 ? dataset : dataset.WithTraining(limit);
    }

    private static void RequirePrice(TrainingOptions options, CbramPreset preset, ModelDescription model)
    {
        try
        {
            _ = options.HasLedger ? RunCircuit.NewLedger(options, preset, model) : null;
        }
        catch (InputException exception)
        {
            throw new InputException($"{exception.Message} Or train without accounting the costs.", exception) { Setting = "ledger none" };
        }
    }

    private static ModelDescription LoadModel(string name, ImageSet images)
    {
        bool isFile = !ModelCatalogue.Names.Contains(name)
            && (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                || name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || File.Exists(name));
        return isFile ? ModelFile.Read(name) : ModelCatalogue.Create(name, images);
    }

    private static void RequireFit(ModelDescription model, Dataset dataset)
    {
        ImageSet images = dataset.Training;
        if ((model.InputChannels, model.InputHeight, model.InputWidth) != (images.Channels, images.Height, images.Width))
        {
            throw new InputException(
                $"Model '{model.Name}' takes images of {model.InputChannels} x {model.InputHeight} x {model.InputWidth} but those of {dataset.Name} "
                + $"are {images.Channels} x {images.Height} x {images.Width}: change inputChannels, inputHeight and inputWidth.");
        }

        if (model.Classes != dataset.ClassCount)
        {
            throw new InputException(
                $"Model '{model.Name}' tells {model.Classes} classes apart but {dataset.Name} has {dataset.ClassCount}: "
                + "change classes and the outputs of the last layer.");
        }
    }
}
