using System.Collections.Generic;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Tools;

namespace ScEdge.Silicon.Blocks;

/// <summary>What blocks are in silicon, and how that was found.</summary>
/// <param name="Library">The cell library.</param>
/// <param name="Tools">The programs.</param>
/// <param name="Settings">How the blocks were made.</param>
/// <param name="Blocks">The blocks.</param>
public sealed record SiliconReport(LibertyLibrary Library, ToolVersions Tools, SiliconSettings Settings, IReadOnlyList<BlockResult> Blocks);
