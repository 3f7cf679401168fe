using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using ScEdge.Costing.Ledgers;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Results;

/// <summary>
/// What one pass through one layer did and would cost for an image, in the mean.
/// </summary>
/// <param name="Layer">Weight tensor of the layer.</param>
/// <param name="Pass">Name of the pass.</param>
/// <param name="ProductsPerImage">Products, those of the bias' gradient among them.</param>
/// <param name="BitsPerImage">Stream bits drawn, its share of the weights' streams among them.</param>
/// <param name="EnergyPerImageAttojoules">Energy; aJ; null without a ledger.</param>
/// <param name="RelativeError">Root mean square of the errors against exact products over that of the sums; null where none was compared.</param>
/// <param name="ErrorOverTheory">Root mean square of the errors over what independent bits predict; null where bits are not independent.</param>
public sealed record PassLayerFigures(
    string Layer,
    string Pass,
    double ProductsPerImage,
    double BitsPerImage,
    double? EnergyPerImageAttojoules,
    double? RelativeError,
    double? ErrorOverTheory)
{
    /// <summary>Gets whether it is the forward pass.</summary>
    [JsonIgnore]
    public bool IsForward => Pass == PassCounts.Names[0];

    /// <summary>Gets the stream bits drawn for a product; null for no products.</summary>
    public double? BitsPerProduct => ProductsPerImage > 0 ? BitsPerImage / ProductsPerImage : null;

    /// <summary>Gets the energy of a product; aJ; null without a ledger or products.</summary>
    public double? EnergyPerProductAttojoules => ProductsPerImage > 0 ? EnergyPerImageAttojoules / ProductsPerImage : null;

    /// <summary>Lists layers and passes that make products.</summary>
    internal static IEnumerable<PassLayerFigures> Of(PassOptions options, IReadOnlyList<PassResult> seeds, long images, CostLedger? ledger)
    {
        PassSettings settings = options.Settings(seed: 0, laneRotation: 0);
        int[] lengths = [settings.ForwardLength, settings.BackwardLength, settings.GradientLength];
        for (int layer = 0; layer < seeds[0].Layers.Count; layer++)
        {
            for (int pass = 0; pass < lengths.Length; pass++)
            {
                OperationCounts counts = new();
                foreach (PassResult seed in seeds)
                {
                    counts.Add(CountNames.Read(seed.Layers[layer].Counts[pass]));
                }

                long products = counts.Multiplications + ((counts.AndOperations + counts.XnorOperations) / lengths[pass]);
                if (products > 0)
                {
                    string tensor = seeds[0].Layers[layer].Tensor;
                    PassErrorRecord[] errors =
                    [
                        .. seeds.SelectMany(static seed => seed.Errors)
                            .Where(error => error.Tensor == tensor && error.Pass == PassCounts.Names[pass]),
                    ];
                    double squares = errors.Sum(static error => error.ErrorSquareSum);
                    yield return new PassLayerFigures(
                        tensor,
                        PassCounts.Names[pass],
                        (double)products / images,
                        (double)counts.Bits / images,
                        ledger is null ? null : (double)Energy(ledger, layer, pass) / images,
                        Ratio(squares, errors.Sum(static error => error.ValueSquareSum)),
                        settings.HasOwnBits
                            ? Ratio(squares, errors.Sum(static error => error.VarianceSum))
                            : null);
                }
            }
        }
    }

    private static double? Ratio(double squares, double reference) => reference > 0 ? Math.Sqrt(squares / reference) : null;

    private static Int128 Energy(CostLedger ledger, int layer, int pass)
    {
        LedgerPasses passes = ledger.Passes!;
        return ledger.Totals.Passes!.Attojoules[(passes.Tensors[layer] * passes.Names.Count) + pass];
    }
}
