using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Costing.Libraries;

/// <summary>The components that a cost library may name.</summary>
/// <remarks>
/// A closed list, so that a misspelt name in a user's file is an error and not a component that is silently free. A charge-pump is one that
/// gives 1 mA; a scaler multiplies by the decay and by 1 / (N q); a drive-code turns a probability into the code of its voltage.
/// </remarks>
public static class ComponentNames
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "nand2", "square-micrometre-of-logic", "d-flip-flop", "clock-gate",
        "and-multiplier", "xnor-multiplier", "mux-adder", "or-adder-8", "mux-adder-8",
        "parallel-counter-8", "scaled-parallel-counter-8", "scaled-parallel-counter-16",
        .. Enumerable.Range(3, 8).Select(static bits => $"sobol-rng-{bits}"),
        "cmos-sng-8", "sc-multiplier-unipolar-8", "sc-multiplier-bipolar-8",
        "adder-int8", "adder-int16", "adder-int32", "adder-fp16", "adder-fp32",
        "multiplier-int8", "multiplier-int16", "multiplier-int32", "multiplier-fp16", "multiplier-fp32",
        "mac-int8", "mac-int16", "mac-int32", "mac-fp16", "mac-bf16", "mac-fp32",
        "scaler", "drive-code", "lane-control", "comparator-16",
        "latch-sense-amplifier", "voltage-sense-amplifier", "current-sense-amplifier",
        "row-driver", "row-driver-read", "high-voltage-driver", "decoder-6-to-64", "charge-pump", "dac", "sample-and-hold",
        "sram-bit", "sram-periphery-bit", "sram-access-32", "dram-access-32", "wire-bit-millimetre",
    ];
}
