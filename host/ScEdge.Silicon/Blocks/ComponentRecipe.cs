using System.Collections.Generic;

namespace ScEdge.Silicon.Blocks;

/// <summary>How a component of cost libraries follows from what a block took.</summary>
/// <param name="Component">Component.</param>
/// <param name="Block">Block.</param>
/// <param name="Vectors">Its vectors.</param>
/// <param name="Phases">Phases whose energies are added up; null for all.</param>
/// <param name="Modules">What is taken of the block's modules; null for all of them, once.</param>
/// <param name="Includes">What the figures contain and leave out.</param>
internal sealed record ComponentRecipe(
    string Component, string Block, string Vectors, IReadOnlyList<string>? Phases, IReadOnlyList<ModuleShare>? Modules, string Includes)
{
    private const double LanesOfABlock = 4;
    private const double LanesThatShare = 256;

    // Streams of a parameter in stochastic momentum: change and decay of the momentum, change of the weight; 32 bits each.
    private const double Numbers = 3;
    private const double Bits = 32;

    private static readonly string[] Rows = ["momentum", "weight"];

    /// <summary>Gets the recipes; of a component's the first comes first.</summary>
    public static IReadOnlyList<ComponentRecipe> All { get; } =
    [
        Gates("nand2", "NAND of two fair bits"),
        Gates("and-multiplier", "AND of two fair bits"),
        Gates("xnor-multiplier", "XNOR of two fair bits"),
        Gates("mux-adder", "one of two fair bits by a third"),
        new(
            "d-flip-flop", "adder-int16", "operands", null, [new("result_register", 1.0 / 16, 1.0 / 16)],
            "a clock with a fair bit, its own pin included"),
        Arithmetic("adder-int8", "a sum"), Arithmetic("adder-int16", "a sum"), Arithmetic("adder-int32", "a sum"),
        Arithmetic("multiplier-int8", "a signed product"), Arithmetic("multiplier-int16", "a signed product"),
        new("decoder-6-to-64", "decoder-6-to-64", "operands", null, [new("line_decoder", 1, 1)], "a fair address, lines without their load of cells"),
        new("mac-int8", "mac-int8", "image", null, null, "pixel times weight into 32 bits, with the sum's register"),
        new("mac-bf16", "mac-bf16", "image", null, null, "operands in bfloat16, sums in binary32, with the sum's register"),
        new("mac-fp32", "mac-fp32", "image", null, null, "binary32, with the sum's register"),
        Lane(
            "scaler", [new("serial_multiplier", 1, 1), new("scale_round", 1, 1)],
            "serial 16-bit multiplier, shifter and rounding of a lane; one number"),
        Lane(
            "drive-code", [new("drive_sample", 1, 1), new("drive_ramp", 1 / LanesThatShare, LanesOfABlock / LanesThatShare)],
            "comparison with the ramp in a lane, of the ramp itself what each of 256 lanes has to bear; one number"),
        Lane(
            "lane-control", [new("cell_lane", 1, 1), new("saturate", 1, 1)],
            "operand, sign, sum with an adder of 24 bits (adder-int16 is counted besides), saturation, maximum; one number"),
        new(
            "scaler", "lane", "momentum", null, [new("stream_scale", 1, 1 / Numbers)],
            "16-bit multiplier, shifter and rounding of stream_scale; one number"),
        new(
            "comparator-16", "generator-lfsr", "streams", null, [new("stream_generator", 1, 1)], "comparator of 16 bits, no register"),
        new(
            "comparator-16", "lane", "momentum", null, [new("bernoulli_word", 1 / Bits, 1 / (Bits * Numbers))],
            "one of 32 bits of bernoulli_word, which compares digit by digit, with its flip-flops; zeros, which take no digit, are in the mean"),
        new(
            "sobol-rng-8", "generator-sobol", "streams", null, [new("sobol_source", 0.5, 0.5)], "half of a generator of 16 bits, index and number"),
        new(
            "scaled-parallel-counter-16", "scaled-parallel-counter-16", "operands", null, [new("population_count", 1, 1)],
            "exact count of 16 fair bits, without register"),
        new(
            "scaled-parallel-counter-16", "mac-array", "image", ["forward"], [new("population_count", 0.5, 16)],
            "half of the counter of 32 bits at a cross-point, exact, without register"),
    ];

    private static ComponentRecipe Gates(string name, string includes) =>
        new(name, name, "operands", null, [new("arithmetic_unit", 1 / Bits, 1 / Bits)], includes + ", a flip-flop its load");

    private static ComponentRecipe Arithmetic(string name, string includes) =>
        new(name, name, "operands", null, [new("arithmetic_unit", 1, 1)], includes + " of fair bits, no register");

    private static ComponentRecipe Lane(string component, ModuleShare[] modules, string includes) => new(
        component, "group-momentum", "momentum", Rows, [.. System.Array.ConvertAll(modules, static one => one with { Uses = one.Uses / Numbers })],
        includes);
}

/// <summary>What a component has of a module.</summary>
/// <param name="Module">Module.</param>
/// <param name="Instances">Instances of it, in area and leakage.</param>
/// <param name="Uses">Energy of all its instances in an operation of the block, so many times.</param>
internal sealed record ModuleShare(string Module, double Instances, double Uses);
