using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Workloads;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Tests.Arrays;

[Trait("Kind", "Unit")]
public sealed class ArrayTableTests
{
    private static readonly ForwardWorkload[] Layers = [new("conv", 784, 200, 115_200), new("fc", 256, 2560, 2560)];

    private static readonly ArchitectureModel Circuit = new() { Preset = PresetCatalog.Find("jo2009") };

    [Fact]
    public void Macs_Layers_AddUpToTheWholeButForRoundsAndLeakage()
    {
        foreach (ArrayMac mac in Table().Macs)
        {
            // Rounds of lanes and gates are begun anew by each layer, so its time, and with it its leakage, may be longer. Doubles are rounded.
            double whole = mac.Energy.Span.Nominal * Layers.Sum(static layer => layer.Products);
            double layers = mac.Layers.Sum(static layer => layer.AttojoulesPerProduct * layer.Products);
            Assert.InRange(layers / whole, 1 - 1e-9, 1.01);
        }
    }

    [Fact]
    public void Macs_Spans_HoldTheNominalFigure() => Assert.All(Table().Macs, static mac =>
    {
        Assert.True(mac.Energy.Span.Low < mac.Energy.Span.Nominal && mac.Energy.Span.Nominal < mac.Energy.Span.High);
        Assert.True(mac.AreaSquareMicrometres.Low < mac.AreaSquareMicrometres.Nominal);
        Assert.Contains(mac.Energy.Swings, static swing => swing.Input.Name == "wire to a gate");
    });

    [Fact]
    public void Macs_SharedByMoreWindows_TakeFewerBitsAndLessEnergy()
    {
        ArrayMac cells = Table().Of(StreamSource.OwnCells);

        // 784 x 64 + 200 numbers of 32 bits for 115,200 x 64 products, and 256 x 64 + 2,560 for 2,560 x 64.
        Assert.Equal(32.0 * ((784 * 64) + 200) / (115_200 * 64), cells.Layers[0].BitsPerProduct, 1e-12);
        Assert.Equal(32.0 * ((256 * 64) + 2560) / (2560 * 64), cells.Layers[1].BitsPerProduct, 1e-12);
        Assert.True(cells.Layers[0].AttojoulesPerProduct < cells.Layers[1].AttojoulesPerProduct);
    }

    [Fact]
    public void Area_OneGate_IsItsShareOfTheWholeCircuit()
    {
        ArchitectureModel array = Circuit with
        {
            Products = new ProductArray(StreamSource.Sobol), Gates = StreamGates.And, Parameters = 0, CellGroupCount = Circuit.Lanes,
            StreamLength = 32,
        };
        double area = new CostModel(CostLibraryCatalog.Resolve("dally45"), array).AreaSquareMicrometres;
        Assert.Equal(area / 16384, Table().Of(StreamSource.Sobol).AreaSquareMicrometres.Nominal, 1e-9);
    }

    private static ArrayTable Table() => new(CostLibraryCatalog.Resolve("dally45"), Circuit, Layers, 32);
}
