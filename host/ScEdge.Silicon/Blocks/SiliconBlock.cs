using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScEdge.Silicon.Blocks;

/// <summary>A part of the circuit that can be synthesised and simulated by itself.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Module">Its outermost module.</param>
/// <param name="Parameters">Parameters of the module.</param>
/// <param name="Outside">Modules that stay what they are: they stand for something that is no logic of the circuit.</param>
/// <param name="Bench">The bench that drives it.</param>
/// <param name="Instance">Name of its instance in the bench.</param>
/// <param name="BenchParameters">Parameters of the bench.</param>
/// <param name="Argument">Name of the argument of the bench for the file of vectors.</param>
/// <param name="Operation">What its energies are counted per.</param>
/// <param name="Vectors">What it can compute.</param>
public sealed record SiliconBlock(
    string Name,
    string Description,
    string Module,
    IReadOnlyDictionary<string, int> Parameters,
    IReadOnlyList<string> Outside,
    string Bench,
    string Instance,
    IReadOnlyDictionary<string, int> BenchParameters,
    string Argument,
    string Operation,
    IReadOnlyList<BlockVectors> Vectors)
{
    /// <summary>Gets whether all of its vectors are recorded, so that no faster simulation need compare them.</summary>
    public bool IsSmall => Vectors.All(static vectors => vectors.Record == 1);
}

/// <summary>Something that a block computes.</summary>
/// <param name="Name">Name, that of the training.</param>
/// <param name="Record">Every how manieth piece of it is recorded for the energies.</param>
/// <param name="Write">Writes it as the bench reads it; returns the names of its phases by their numbers.</param>
public sealed record BlockVectors(string Name, int Record, Func<TextWriter, IReadOnlyDictionary<int, string>> Write);
