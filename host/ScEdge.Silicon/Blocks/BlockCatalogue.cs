using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using ScEdge.Input;
using ScEdge.Silicon.Vectors;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Runs;

namespace ScEdge.Silicon.Blocks;

/// <summary>The parts of the circuit that can be synthesised.</summary>
/// <remarks>Vectors are one step of a training of the small network, after 100 others: 5,994 parameters, streams of 32 bits; and an image
/// through layers of every kind for the array. Rates are those at which the network learns: one that has died has no gradients to draw.</remarks>
public static class BlockCatalogue
{
    /// <summary>Rows and columns of the array: small, since every cross-point is alike.</summary>
    private const int ArraySide = 4;

    /// <summary>Lanes of a group: few, since all are alike.</summary>
    private const int GroupLanes = 4;

    private const int WarmUp = 100;

    /// <summary>A step has six tensors; that of 200 parameters is recorded.</summary>
    private const int Tensors = 6;

    /// <summary>First number of the shift register.</summary>
    private const uint Seed = 0xACE1;

    private static readonly Dictionary<string, int> None = [];

    /// <summary>Gets all blocks.</summary>
    public static IReadOnlyList<SiliconBlock> All { get; } =
    [
        new(
            "lane", "lane of the optimiser with a multiplier for any coefficient", "optimizer_lane", None, ["counter_word"],
            "optimizer_lane_bench", "lane", None, "phases", "update",
            [
                Lane("sgd", new TrainingOptions { Optimizer = OptimizerKind.Sgd, LearningRate = 1.0 / 4 }),
                Lane("momentum", new TrainingOptions()),
                Lane("adam", new TrainingOptions { Optimizer = OptimizerKind.Adam, LearningRate = 1.0 / 256 }),
            ]),
        new(
            "lane-shift", "the same lane for coefficients that are powers of two: no multiplier", "optimizer_lane",
            new Dictionary<string, int> { ["POWER_OF_TWO"] = 1 }, ["counter_word"],
            "optimizer_lane_bench", "lane", None, "phases", "update",
            [Lane("momentum", new TrainingOptions { Momentum = 7.0 / 8 })]),
        new(
            "quotient-lane", "weight row of Adam", "quotient_lane", None, ["counter_word"],
            "quotient_lane_bench", "lane", None, "phases", "update",
            [
                new("adam", 40, quotients => LaneVectors.Write(
                    OfEdge(new TrainingOptions { Optimizer = OptimizerKind.Adam, LearningRate = 1.0 / 256 }), WarmUp, 2, TextWriter.Null, quotients)
                    .Phases),
            ]),
        new(
            "group", "controller and 4 lanes whose bits come from cells, gated clocks", "lane_group",
            new Dictionary<string, int> { ["LANES"] = GroupLanes }, [],
            "lane_group_bench", "group", new Dictionary<string, int> { ["Lanes"] = GroupLanes, ["CountBits"] = 6 }, "steps", "update",
            [
                Group("sgd", new TrainingOptions { Optimizer = OptimizerKind.Sgd, LearningRate = 1.0 / 4 }),
                Group("momentum", new TrainingOptions()),
                Group("adam", new TrainingOptions { Optimizer = OptimizerKind.Adam, LearningRate = 1.0 / 256 }),
            ]),
        new(
            "group-momentum", "the same without Adam's divider", "lane_group",
            new Dictionary<string, int> { ["LANES"] = GroupLanes, ["QUOTIENT"] = 0 }, [],
            "lane_group_bench", "group", new Dictionary<string, int> { ["Lanes"] = GroupLanes, ["CountBits"] = 6 }, "steps", "update",
            [
                Group("sgd", new TrainingOptions { Optimizer = OptimizerKind.Sgd, LearningRate = 1.0 / 4 }),
                Group("momentum", new TrainingOptions()),
            ]),
        new(
            "group-shift", "the same without multiplier and without Adam", "lane_group",
            new Dictionary<string, int> { ["LANES"] = GroupLanes, ["MULTIPLIER"] = 0, ["QUOTIENT"] = 0 }, [],
            "lane_group_bench", "group", new Dictionary<string, int> { ["Lanes"] = GroupLanes, ["CountBits"] = 6 }, "steps", "update",
            [Group("momentum", new TrainingOptions { Momentum = 7.0 / 8 })]),
        Unit("mac-fp32", "binary multiply-accumulate unit in binary32", "mac_float", "FRACTION", 23, 0, "product", "image",
            static operations => UnitVectors.WriteFloat(operations, 23)),
        Unit("mac-bf16", "the same with operands in bfloat16", "mac_float", "FRACTION", 7, 1, "product", "image",
            static operations => UnitVectors.WriteFloat(operations, 7)),
        Unit("mac-int8", "binary multiply-accumulate unit of 8-bit integers", "mac_int8", null, 0, 2, "product", "image", UnitVectors.WriteInteger),
        Unit("generator-lfsr", "shift register of 16 bits and comparator", "stream_generator", "SOURCE", 1, 3, "bit", "streams",
            static operations => UnitVectors.WriteStreams(operations, new LfsrSource(16, Seed), Seed)),
        Unit("generator-sobol", "Sobol generator of 16 bits and comparator", "stream_generator", "SOURCE", 2, 4, "bit", "streams",
            static operations => UnitVectors.WriteStreams(operations, new SobolSource(1, 16), 0)),
        Arithmetic("adder-int8", "adder of 8 bits, on random operands", 0, 8, static (a, b) => (byte)(a + b)),
        Arithmetic("adder-int16", "adder of 16 bits", 0, 16, static (a, b) => (ushort)(a + b)),
        Arithmetic("adder-int32", "adder of 32 bits", 0, 32, static (a, b) => a + b),
        Arithmetic("multiplier-int8", "signed multiplier of 8 bits", 1, 8, static (a, b) => (ushort)((sbyte)a * (sbyte)b)),
        Arithmetic("multiplier-int16", "signed multiplier of 16 bits", 1, 16, static (a, b) => (uint)((short)a * (short)b)),
        Arithmetic("decoder-6-to-64", "one of 64 lines", 2, 6, static (a, _) => 1UL << (int)(a & 63)),
        Arithmetic("scaled-parallel-counter-16", "ones of 16 bits", 7, 16, static (a, _) => (ulong)BitOperations.PopCount(a & 0xFFFF)),
        Arithmetic("and-multiplier", "32 AND gates", 3, 32, static (a, b) => a & b),
        Arithmetic("xnor-multiplier", "32 XNOR gates", 4, 32, static (a, b) => ~(a ^ b)),
        Arithmetic("mux-adder", "32 multiplexers", 5, 32, static (a, b) => (a & ~uint.RotateLeft(a, 16)) | (b & uint.RotateLeft(a, 16))),
        Arithmetic("nand2", "32 NAND gates", 6, 32, static (a, b) => ~(a & b)),
        new(
            "mac-array", "4 x 4 cross-points of the passes, 32 bits in a clock", "mac_array",
            new Dictionary<string, int> { ["ROWS"] = ArraySide, ["COLUMNS"] = ArraySide }, [],
            "mac_array_bench", "array", new Dictionary<string, int> { ["Rows"] = ArraySide, ["Columns"] = ArraySide }, "tiles", "multiplied bit",
            [
                new("image", 60, tiles =>
                {
                    ArrayVectors.Write(tiles, ArraySide);
                    return Enum.GetValues<ArrayPass>().ToDictionary(static pass => (int)pass, static pass => pass.ToString().ToLowerInvariant());
                }),
            ]),
    ];

    /// <summary>Returns a block, or all of them.</summary>
    /// <param name="name">Name of a block, or all.</param>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static IReadOnlyList<SiliconBlock> Find(string name)
    {
        if (name == "all")
        {
            return All;
        }

        SiliconBlock? one = All.FirstOrDefault(block => block.Name == name);
        return one is not null ? [one]
            : throw new InputException($"There is no block \"{name}\": use all, {string.Join(", ", All.Select(static block => block.Name))}.")
            {
                Setting = "block",
            };
    }

    private static BlockVectors Lane(string name, TrainingOptions options) =>
        new(name, 40, lanes => LaneVectors.Write(OfEdge(options), WarmUp, 1, lanes, TextWriter.Null).Phases);

    private static BlockVectors Group(string name, TrainingOptions options) => new(name, Tensors, steps =>
    {
        LaneVectors.Write(OfEdge(options), WarmUp + 1, new StepTrace(steps, GroupLanes) { Records = static step => step == WarmUp });
        return new Dictionary<int, string> { [2] = "weight", [3] = name == "adam" ? "mean" : "momentum", [4] = "scale", [5] = "rescaling" };
    });

    private static SiliconBlock Unit(
        string name, string description, string module, string? parameter, int value, int unit, string operation, string vectors,
        Action<TextWriter> write) => new(
            name, description, module, parameter is null ? None : new Dictionary<string, int> { [parameter] = value }, [], "unit_bench",
            unit < 2 ? "g_float/unit" : unit == 2 ? "g_integer/unit" : "g_generator/unit", new Dictionary<string, int> { ["Unit"] = unit },
            "operations", operation,
            [
                new(vectors, 1, operations =>
                {
                    write(operations);
                    return new Dictionary<int, string> { [1] = operation };
                }),
            ]);

    /// <summary>A block that is a component of cost libraries, by whose name it goes.</summary>
    private static SiliconBlock Arithmetic(string name, string description, int operation, int width, Func<uint, uint, ulong> result) => new(
        name, description, "arithmetic_unit", new Dictionary<string, int> { ["OPERATION"] = operation, ["WIDTH"] = width }, [], "unit_bench",
        "g_arithmetic/unit", new Dictionary<string, int> { ["Unit"] = 5, ["Operation"] = operation, ["Width"] = width }, "operations", "operation",
        [
            new("operands", 1, operations =>
            {
                UnitVectors.WriteArithmetic(operations, result);
                return new Dictionary<int, string> { [1] = "operation" };
            }),
        ]);

    private static TrainingOptions OfEdge(TrainingOptions options) => options with { Model = "edge" };
}
