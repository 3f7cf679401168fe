using System;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Baselines;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Tests.Pricing;
using ScEdge.Costing.Uncertainty;

namespace ScEdge.Costing.Tests.Baselines;

[Trait("Kind", "Unit")]
public sealed class FixedPointUpdateTests
{
    private static readonly ArchitectureModel LeNet5 = new() { Preset = WorkedExample.Circuit.Preset };

    // tsmc40lp-unarysim: 2 x 2864 fJ, 4 x 351.2 fJ, 32 + 32 flip-flops of 5.84 fJ; 192 NAND2, 80 gates of the controller,
    // 4 accesses and 64 bits over 0.1 mm within bounds; leakage over 4 clocks of 400 MHz.
    [Fact]
    public void Energy_Tsmc_IsTheSumOfItsParts()
    {
        FixedPointUpdate unit = new(CostLibraryCatalog.Resolve("tsmc40lp-unarysim"), LeNet5);

        double nand2 = Math.Round(1000 * Math.Sqrt(0.443 * 1.53));
        double access = Math.Round(1000 * Math.Sqrt(2000.0 * 5000));
        double wire = Math.Round(100 * Math.Sqrt(40.4 * 179));
        double expected = (2 * 2864000) + (4 * 351200) + (64 * 5840) + ((192 + 80) * nand2) + (4 * access) + (64 * wire);
        Assert.Equal(expected + (unit.LeakageNanowatts * 10), unit.AttojoulesPerUpdate, 1e-3);
        Assert.Equal(100e6, unit.UpdatesPerSecond);
    }

    [Fact]
    public void Area_Tsmc_IsDatapathControllerAndMemory()
    {
        FixedPointUpdate unit = new(CostLibraryCatalog.Resolve("tsmc40lp-unarysim"), LeNet5);

        double memory = 61706 * 32 * (0.242 + Math.Sqrt(0.027 * 0.128));
        Assert.Equal(3897 + (4 * 218.9) + (48 * 4.057) + (2192 * 0.706) + memory, unit.AreaSquareMicrometres, 1e-6);
    }

    [Fact]
    public void Storage_Registers_NeedsNoMemory()
    {
        FixedPointUpdate unit = new(CostLibraryCatalog.Resolve("dally45"), LeNet5 with { Storage = StorageKind.Registers });

        Assert.DoesNotContain(unit.Parts, part => part.Part.Name.StartsWith("SRAM", StringComparison.Ordinal));
        Assert.Contains(unit.Parts, part => part.Part.Name == "registers");
    }

    // The span of the binary unit is far below that of the stochastic circuit's nominal energy under every library.
    [Fact]
    public void Span_EveryLibrary_ContainsTheNominalUnit()
    {
        foreach (CostLibrary library in CostLibraryCatalog.BuiltIn)
        {
            FixedPointSensitivity unit = new(library, LeNet5);

            Assert.Equal(unit.Unit.AttojoulesPerUpdate, unit.Energy.Span.Nominal);
            Assert.True(unit.Energy.Span.Low < unit.Energy.Span.Nominal && unit.Energy.Span.Nominal < unit.Energy.Span.High);
            Assert.DoesNotContain(unit.Energy.Swings, swing => swing.Input.Name.Contains("cell", StringComparison.Ordinal));
        }
    }
}
