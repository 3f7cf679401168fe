using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using ScEdge.Device.Platform;
using ScEdge.Emulator.Cells;
using ScEdge.Emulator.Entropy;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Emulator.Storage;

namespace ScEdge.Emulator.Boards;

/// <summary>What an emulated board is and what its line is like.</summary>
public sealed record EmulatorSettings
{
    /// <summary>The least memory of a board; bytes.</summary>
    public const int LeastMemoryBytes = 4096;

    /// <summary>Gets the memory for configurations and images, 90000 unless set, as an ESP32 has left; bytes.</summary>
    public int MemoryBytes { get; init; } = 90000;

    /// <summary>Gets the rate of the line, 0 for one that takes no time; baud.</summary>
    public int BitsPerSecond { get; init; }

    /// <summary>
    /// Gets the speeds that the board tells of besides that of the line, to which it can switch; none unless set: a line that is to be slow stays so.
    /// </summary>
    public IReadOnlyList<int> OtherSpeeds { get; init; } = [];

    /// <summary>Gets the time that a byte takes from one end to the other; us.</summary>
    public long LatencyMicroseconds { get; init; }

    /// <summary>Gets what goes wrong.</summary>
    public FaultScript Faults { get; init; } = FaultScript.None;

    /// <summary>Gets the source of random words.</summary>
    public EmulatedEntropy Entropy { get; init; }

    /// <summary>Gets the front end; null for none.</summary>
    public EmulatedCells? Cells { get; init; }

    /// <summary>Gets what outlives a loss of power.</summary>
    public IBoardStorage Storage { get; init; } = new MemoryStorage();

    /// <summary>Gets what makes the storage of a cell's table, once for each cell; in memory unless set.</summary>
    public Func<int, IBoardStorage> OpenTable { get; init; } = static _ => new MemoryStorage();

    /// <summary>Gets what draws the epoch of a start; a random number unless set.</summary>
    public Func<uint> DrawEpoch { get; init; } = static () => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));
}
