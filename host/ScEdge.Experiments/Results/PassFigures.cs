using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Settings;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Results;

/// <summary>
/// What the passes of a run in bit streams did and would cost in silicon, all seeds together.
/// </summary>
/// <remarks>Products are multiplications, each an AND or XNOR gate on two streams. Energies are null without a ledger.</remarks>
public sealed record PassFigures
{
    /// <summary>Gets the stream lengths as they are written in a setting.</summary>
    public required string Lengths { get; init; }

    /// <summary>Gets the source of the streams by its name.</summary>
    public required string Source { get; init; }

    /// <summary>Gets how the streams carry a sign, by its name; the default where nothing is a stream, and in runs that had no choice yet.</summary>
    public string Encoding { get; init; } = SettingNames.Of(PassEncoding.SignMagnitude);

    /// <summary>Gets what weight streams are drawn for, by its name.</summary>
    public required string WeightStreams { get; init; }

    /// <summary>Gets the images that went forward and back.</summary>
    public required long Images { get; init; }

    /// <summary>Gets the products of an image in the forward pass.</summary>
    public required double ProductsPerImage { get; init; }

    /// <summary>Gets the stream bits drawn for a product of the forward pass, in the mean; sharing makes them fewer than two streams.</summary>
    public required double BitsPerProduct { get; init; }

    /// <summary>Gets the energy of a product of the forward pass; aJ.</summary>
    public double? EnergyPerProductAttojoules { get; init; }

    /// <summary>Gets the energy of an image in the forward pass; aJ.</summary>
    public double? ForwardEnergyPerImageAttojoules { get; init; }

    /// <summary>Gets the energy of a training image, its share of the update included; aJ.</summary>
    public double? TrainingEnergyPerImageAttojoules { get; init; }

    /// <summary>Gets layers and passes, layer by layer.</summary>
    public required IReadOnlyList<PassLayerFigures> Layers { get; init; }

    /// <summary>Gets binary multiply-accumulate units of the same library; empty without a ledger.</summary>
    public required IReadOnlyList<BinaryMac> BinaryMacs { get; init; }

    /// <summary>Sums up a run; null where its passes are FP32.</summary>
    public static PassFigures? Of(RunComposition run, IReadOnlyList<SeedResult> results)
    {
        ArgumentNullException.ThrowIfNull(run);
        PassResult[] seeds = [.. results.Select(result => result.Passes).OfType<PassResult>()];
        if (run.Options.Passes is not { } options || seeds.Length == 0)
        {
            return null;
        }

        long images = seeds.Sum(seed => seed.Images);
        CostLedger? ledger = run.Options.HasLedger ? RunCircuit.NewLedger(run.Options, run.Preset, run.Model) : null;
        foreach (LedgerTotals cost in results.Select(result => result.Cost).OfType<LedgerTotals>())
        {
            ledger?.Totals.Add(cost);
        }

        PassLayerFigures[] layers = [.. PassLayerFigures.Of(options, seeds, images, ledger)];
        PassLayerFigures[] forward = [.. layers.Where(static layer => layer.IsForward)];
        double products = forward.Sum(layer => layer.ProductsPerImage);
        double? energy = ledger is null ? null : forward.Sum(layer => layer.EnergyPerImageAttojoules!.Value);
        return new PassFigures
        {
            Lengths = options.Lengths,
            Source = SettingNames.Of(options.Source),
            Encoding = SettingNames.Of(options.Encoding),
            WeightStreams = SettingNames.WeightStreams.Single(pair => pair.Value == options.WeightsPerImage).Key,
            Images = images,
            ProductsPerImage = products,
            BitsPerProduct = forward.Sum(layer => layer.BitsPerImage) / products,
            EnergyPerProductAttojoules = energy / products,
            ForwardEnergyPerImageAttojoules = energy,
            TrainingEnergyPerImageAttojoules = (double?)ledger?.Totals.TotalAttojoules / images,
            Layers = layers,
            BinaryMacs = ledger is null ? [] : BinaryMac.Of(ledger.Passes!.Model.Library, run, options.ForwardLength),
        };
    }
}

/// <summary>A binary multiply-accumulate unit to hold products in streams against.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Attojoules">Energy of a multiply-accumulate; aJ; null where the library has no such unit.</param>
public sealed record BinaryMac(string Name, double? Attojoules)
{
    private static readonly string[] Units = ["FP32 binary", "int8 binary"];

    /// <summary>Returns the units in FP32 and in integers of 8 bits.</summary>
    internal static IReadOnlyList<BinaryMac> Of(CostLibrary library, RunComposition run, int length)
    {
        MacTable table = new(library, RunCircuit.OfPasses(run.Options, run.Preset, run.Model), length);
        return [.. Units.Select(name => new BinaryMac(name.Split(' ')[0], table.Unit(name).EnergyPerMac?.Value))];
    }
}
