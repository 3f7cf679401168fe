using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Libraries;

/// <summary>The bounds of every component that a circuit needs.</summary>
/// <remarks>
/// From the lowest to the highest figure that the libraries of this project, the range of NeuroSim's parameters and a sketch of our own give:
/// a lane with controller synthesised by Yosys 0.23 in NanGate 45 nm (typical, 1.1 V), areas times (40/45)^2, energies with real gradients of
/// LeNet-5 from zero-delay to unit-delay simulation, and analogue parts in ngspice 39 with FreePDK45's transistors. Where the sketch gives a
/// logic energy its lower bound is divided by 2.4, by which its 8-bit multiply-accumulate unit exceeds UnarySim's in 40LP (1.6 to 0.66 pJ).
/// What rests on no measurement is called an assumption.
/// </remarks>
public static class ComponentBounds
{
    /// <summary>Component whose leakage is the density of logic.</summary>
    public const string LeakageDensity = "square-micrometre-of-logic";

    private static readonly Dictionary<string, ComponentBound> Table = Rows().ToDictionary(static row => row.Component);

    /// <summary>Gets all bounds.</summary>
    public static IReadOnlyCollection<ComponentBound> All => Table.Values;

    /// <summary>Returns the bounds of a component, or null where there are none.</summary>
    public static ComponentBound? Find(string component) => Table.GetValueOrDefault(component);

    private static IEnumerable<ComponentBound> Rows() => [.. Logic(), .. Lane(), .. Periphery(), .. Analogue(), .. Memory()];

    private static IEnumerable<ComponentBound> Logic() =>
    [
        new(LeakageDensity, null, null, new(0.022, 0.77), "NeuroSim's NAND2; ngspice, high-threshold FreePDK45 at 1.1 V"),
        new("nand2", new(0.51, 0.706), new(0.443, 1.53), null, "NeuroSim, one gate driven, CV^2/2; NeuroSim, two gates, CV^2; area of 40LP"),
        new("d-flip-flop", new(4.06, 5.65), new(4.7, 7.1), null, "least and most in UnarySim's 84 reports; NeuroSim lies between"),
        new("clock-gate", new(2.03, 5.65), new(2.35, 7.1), null, "a latch and an AND, shut: half of the least flip-flop, all of the most"),
        new("and-multiplier", new(1.02, 5.12), new(0.886, 7.28), null, "two NAND2 of NeuroSim; UnarySim's report with output buffer"),
        new("xnor-multiplier", new(2.04, 6.35), new(1.77, 11.1), null, "four NAND2 of NeuroSim; UnarySim's MUX2 with output buffer"),
        new("mux-adder", new(2.04, 6.35), new(1.77, 11.1), null, "four NAND2 of NeuroSim; UnarySim's report with output buffer"),
        new("adder-int8", new(28.4, 178), new(30, 251), null, "Dally, logic only; UnarySim with registers of both operands and of the sum"),
        new("adder-int16", new(52.9, 219), new(50, 351), null, "Dally, logic only; UnarySim with a register of the sum"),
        new("multiplier-int16", new(891, 3897), new(800, 2864), null, "four 8-bit multipliers of Dally's; UnarySim"),
        new("comparator-16", new(26.5, 73.6), new(25, 162), null, "half of Dally's 16-bit adder: carries without sums; NeuroSim's 16-bit adder"),
        new("scaled-parallel-counter-16", new(56.8, 104.3), new(60, 131), null, "sixteen full adders of Dally's; UnarySim"),
        new("sobol-rng-8", new(65, 175.3), new(75.2, 122), null, "16 of the least flip-flops: index and number; UnarySim"),
    ];

    private static IEnumerable<ComponentBound> Lane() =>
    [
        new("scaler", new(114, 538), new(96, 4020), null, "sketch: shifts only (decay 1/8), a third of an update; serial multiplier"),
        new("drive-code", new(200, 277), new(1400, 5200), null, "sketch: probability to 6-bit code of the voltage, one number"),
        new("lane-control", new(204, 284), new(420, 1440), null, "sketch: operand, sign, saturation, running maximum; a third of an update"),
    ];

    private static IEnumerable<ComponentBound> Periphery() =>
    [
        new("latch-sense-amplifier", new(0.83, 2.92), new(1.66, 17), null, "NeuroSim at pitches of 8 F and 40 F; ngspice, 10-fF bit line"),
        new("row-driver", new(4.77, 6.47), new(5.53, 24), null, "NeuroSim, switches of 1 Mohm and 1 kohm, one write"),
        new("row-driver-read", null, new(5.69, 18.7), null, "NeuroSim, switches of 1 Mohm and 1 kohm, one read at 1 V"),
        new("decoder-6-to-64", new(93, 238), new(33, 66.5), null, "sketch; NeuroSim, all or half of the address changing"),
        new("wire-bit-millimetre", null, new(40.4, 179), null, "Park et al., DATE 2013, low swing; Keckler et al. 2011 at 1.1 V"),
    ];

    private static IEnumerable<ComponentBound> Analogue() =>
    [
        new(
            "high-voltage-driver", new(4.77, 117), new(760, 4600), new(30, 840),
            "ngspice at 3.3 V; at 4.1 V, its pulse scaled to 4.5 V; area: NeuroSim's row driver; sketch, rough"),
        new(
            "charge-pump", new(120e3, 400e3), null, new(0, 0),
            "1 mA: ngspice, 0.6 to 0.8 pF/uA; 2 to 5 fF/um2 of capacitor (assumption); what it takes at rest is in its efficiency"),
        new("dac", new(130, 1300), new(640, 6400), new(10, 1000), "6 bits at 10 to 100 fJ a step, 2 to 20 um2 a unit (assumption)"),
        new("sample-and-hold", new(7, 110), new(194, 1936), null, "10 to 100 fF at 4.4 V (kT/C of 10 fF: 0.64 mV) and its switch (assumption)"),
    ];

    private static IEnumerable<ComponentBound> Memory() =>
    [
        new("sram-bit", new(0.242, 0.242), null, new(0.0053, 0.186), "area quoted, unverified; leakage as logic of its area"),
        new("sram-periphery-bit", new(0.027, 0.128), null, null, "nine tenths cells (assumption); CACTI 7, 8 banks of 32 KB, low standby power"),
        new("sram-access-32", null, new(2000, 5000), null, "CACTI 7, low standby power; Horowitz, half of 64 bits"),
    ];
}

/// <summary>Bounds of what a component costs, for libraries that do not have it or lack one of its figures.</summary>
/// <remarks>At 40 nm. A component without bounds of its leakage leaks as logic of its area does.</remarks>
/// <param name="Component">Name, one of <see cref="ComponentNames.All"/>.</param>
/// <param name="AreaSquareMicrometres">Area of one instance; um2; null where the component has none of its own.</param>
/// <param name="EnergyFemtojoules">Energy of one use; fJ; null where it has none of its own.</param>
/// <param name="LeakageNanowatts">Leakage of one instance; nW; null to follow from the area.</param>
/// <param name="Source">Where both ends come from.</param>
public sealed record ComponentBound(
    string Component, Bound? AreaSquareMicrometres, Bound? EnergyFemtojoules, Bound? LeakageNanowatts, string Source);
