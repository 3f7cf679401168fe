using System.Globalization;
using System.Linq;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Settings;
using ScEdge.Reporting.Model;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// The products of a run's passes in bit streams, as its page shows them.
/// </summary>
public static class PassPanels
{
    /// <summary>Builds the panel.</summary>
    public static PassPanel Of(PassFigures passes)
    {
        System.ArgumentNullException.ThrowIfNull(passes);
        return new PassPanel(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{passes.ProductsPerImage:N0} multiplications take an image forward, {Multiplier(passes)}"),
            [
                new("Energy per multiplication, forward", Energy(passes.EnergyPerProductAttojoules)),
                new("Energy per image, forward", Energy(passes.ForwardEnergyPerImageAttojoules)),
                new("Energy per training image, update included", Energy(passes.TrainingEnergyPerImageAttojoules)),
                .. passes.BinaryMacs.Select(static mac => new Setting($"The library's MAC in {mac.Name}", QuantityText.Energy(mac.Attojoules))),
            ],
            [
                .. passes.Layers.Select(static layer => new PassRow(
                    $"{layer.Layer}, {layer.Pass}",
                    layer.ProductsPerImage.ToString("N0", CultureInfo.InvariantCulture),
                    layer.BitsPerProduct is { } bits ? QuantityText.Digits(bits) : "",
                    layer.RelativeError is { } error ? string.Create(CultureInfo.InvariantCulture, $"{100 * error:F1} %") : "",
                    layer.ErrorOverTheory is { } ratio ? ratio.ToString("F3", CultureInfo.InvariantCulture) : "",
                    Energy(layer.EnergyPerProductAttojoules),
                    Energy(layer.EnergyPerImageAttojoules))),
            ]);
    }

    private static string Multiplier(PassFigures passes) => passes.Source == SettingNames.Of(StreamSource.Rounding)
        ? "each of two integers of 16 bits; their sums are rounded stochastically."
        : $"each an {RunText.Gate(SettingNames.PassEncodings[passes.Encoding])} gate on two streams. "
            + $"{QuantityText.Digits(passes.BitsPerProduct)} stream bits are drawn for one, as streams are shared.";

    private static string Energy(double? attojoules) => attojoules is null ? "" : QuantityText.Energy(attojoules);
}
