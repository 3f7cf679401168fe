using System.Collections.Generic;
using ScEdge.Silicon.Power;
using ScEdge.Silicon.Timing;

namespace ScEdge.Silicon.Blocks;

/// <summary>What a block is in silicon.</summary>
/// <param name="Block">The block.</param>
/// <param name="NetlistSha256">Hash of its netlist.</param>
/// <param name="RegisterPath">Longest path from flip-flop to flip-flop; null where there is none.</param>
/// <param name="OverallPath">Longest path of all, from and to the outside too.</param>
/// <param name="Compared">Results of the netlist that were compared with those of the plain code.</param>
/// <param name="Differences">How many differed.</param>
/// <param name="Phases">Its phases.</param>
public sealed record BlockResult(
    SiliconBlock Block,
    string NetlistSha256,
    TimingPath? RegisterPath,
    TimingPath? OverallPath,
    long Compared,
    long Differences,
    IReadOnlyList<PhaseResult> Phases);

/// <summary>What a phase of some vectors takes.</summary>
/// <param name="Vectors">Name of the vectors.</param>
/// <param name="Phase">Name of the phase.</param>
/// <param name="Operations">Operations recorded.</param>
/// <param name="Cycles">Clocks recorded.</param>
/// <param name="Modules">Every module, with the energy of all these operations, without glitches.</param>
/// <param name="WithGlitches">The same where every gate takes one unit of time, so that glitches pass on; empty where it was not simulated.</param>
public sealed record PhaseResult(
    string Vectors, string Phase, long Operations, long Cycles, IReadOnlyList<ModulePower> Modules, IReadOnlyList<ModulePower> WithGlitches);
