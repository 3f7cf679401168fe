using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Vectors;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Runs;

namespace ScEdge.Silicon.Blocks;

/// <summary>The parts of the circuit that can be synthesised.</summary>
/// <remarks>Vectors are one step of a training of the small network, after 100 others: 5,994 parameters, streams of 32 bits; and an image
/// through layers of every kind for the array.</remarks>
public static class BlockCatalogue
{
    /// <summary>Rows and columns of the array: small, since every cross-point is alike.</summary>
    private const int ArraySide = 4;

    private const int WarmUp = 100;

    private static readonly Dictionary<string, int> None = [];

    /// <summary>Gets all blocks.</summary>
    public static IReadOnlyList<SiliconBlock> All { get; } =
    [
        new(
            "lane", "lane of the optimiser with a multiplier for any coefficient", "optimizer_lane", None, ["counter_word"],
            "optimizer_lane_bench", "lane", None, "phases", "update",
            [
                Lane("sgd", new TrainingOptions { Optimizer = OptimizerKind.Sgd, LearningRate = 1.0 / 4 }),
                Lane("momentum", new TrainingOptions { LearningRate = 1.0 / 4 }),
                Lane("adam", new TrainingOptions { Optimizer = OptimizerKind.Adam, LearningRate = 1.0 / 256 }),
            ]),
        new(
            "lane-shift", "the same lane for coefficients that are powers of two: no multiplier", "optimizer_lane",
            new Dictionary<string, int> { ["POWER_OF_TWO"] = 1 }, ["counter_word"],
            "optimizer_lane_bench", "lane", None, "phases", "update",
            [Lane("momentum", new TrainingOptions { LearningRate = 1.0 / 4, Momentum = 7.0 / 8 })]),
        new(
            "quotient-lane", "weight row of Adam", "quotient_lane", None, ["counter_word"],
            "quotient_lane_bench", "lane", None, "phases", "update",
            [
                new("adam", 40, quotients => LaneVectors.Write(
                    OfEdge(new TrainingOptions { Optimizer = OptimizerKind.Adam, LearningRate = 1.0 / 256 }), WarmUp, 2, TextWriter.Null, quotients)
                    .Phases),
            ]),
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

    private static TrainingOptions OfEdge(TrainingOptions options) => options with { Model = "edge" };
}
