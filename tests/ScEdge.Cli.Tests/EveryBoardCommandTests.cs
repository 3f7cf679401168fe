namespace ScEdge.Cli.Tests;

/// <summary>
/// Every command that talks to a board, or is one, under the conditions.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class EveryBoardCommandTests : CommandConditions
{
    internal static readonly string[] Lines =
    [
        "emulate", $"device info {Port}", $"device selftest {Port}", $"device entropy {Port} --out bytes",
        $"device calibrate {Port}front-end=jo2009 --cell 0", $"device checkpoint {Port}", $"device restore {Port}", $"device reset {Port}",
        $"params push run {Port}", $"params pull now.safetensors {Port}", $"params verify run {Port}", $"classify {Port} --image mnist#0",
        $"monitor {Port} --interval 100ms",
    ];

    public static TheoryData<string> Commands => new(Lines);

    [LongTheory]
    [MemberData(nameof(Commands))]
    public void Command_WhateverIsMissingAroundIt_EndsAsSaid(string command) => Try(command);
}
