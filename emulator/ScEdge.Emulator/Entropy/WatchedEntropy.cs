using ScEdge.Device;
using ScEdge.Entropy.Monitoring;
using ScEdge.Entropy.Sources;
using DeclaredQuality = ScEdge.Protocol.Messages.EntropyQuality;

namespace ScEdge.Emulator.Entropy;

/// <summary>A source under the health tests of the firmware, as the board shows it to the host.</summary>
internal sealed class WatchedEntropy : IBoardEntropy
{
    // As the firmware: 2^-30 for each test.
    private const int FalseAlarmDigits = 30;

    private readonly EntropyMonitor _monitor;

    public WatchedEntropy(IEntropySource source) => _monitor = new EntropyMonitor([source], FailurePolicy.Stop, FalseAlarmDigits);

    public DeclaredQuality Quality => (DeclaredQuality)_monitor.Quality;

    public uint MinEntropy => _monitor.MinEntropy;

    /// <summary>Draws a word; zero from a source that has failed, which <see cref="Quality"/> says.</summary>
    public uint NextWord() => _monitor.InForce < 0 ? 0 : _monitor.NextWord();
}
