using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Experiments.Comparisons;
using ScEdge.Input;
using ScEdge.Playground.Networks;
using ScEdge.Serve.Runs;
using ScEdge.Training.Runs;

namespace ScEdge.Serve.Drawings;

/// <summary>Reads drawings in this process with the networks of runs, by the circuits of the shared code; one drawing at a time.</summary>
/// <param name="folder">Folder of the runs.</param>
internal sealed class HostReadings(RunFolder folder) : IDisposable
{
    private const int MostNetworks = 4;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<(string File, DateTime Written, TrainedRegisters Registers, LocalReader Reader)> _networks = [];

    /// <summary>Reads.</summary>
    /// <param name="network">Name of the run.</param>
    /// <param name="pixels">Pixels of the drawing.</param>
    /// <param name="settings">How.</param>
    /// <param name="first">Serial number of the first reading.</param>
    /// <param name="count">Readings.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">There is no such network, or it takes other images.</exception>
    public async Task<DrawAnswer> Read(
        string network, byte[] pixels, ReadingSettings settings, uint first, int count, CancellationToken cancellation)
    {
        FoundRun run = folder.Find(network);
        string file = RunFiles.Path(run.Folder, ParameterFiles.RegistersName)
            ?? throw new InputException("The run has no registers to read with: take one whose updates are stochastic.");
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Read(Find(file), pixels, settings, first, count, cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static DrawAnswer Read(
        (TrainedRegisters Registers, LocalReader Reader) network, byte[] pixels, ReadingSettings settings, uint first, int count,
        CancellationToken cancellation)
    {
        if (pixels.Length != network.Registers.Pixels)
        {
            throw new InputException($"The network takes images of {network.Registers.Pixels} pixels, and the drawing has {pixels.Length}.");
        }

        List<RemoteReading> readings = [];
        for (uint serial = first; serial < first + count; serial++)
        {
            cancellation.ThrowIfCancellationRequested();
            DigitReading one = network.Reader.Read(pixels, settings, serial);
            readings.Add(new RemoteReading(one.Logits, CountValues.Of(one.Counts), one.Maps));
        }

        return new DrawAnswer(network.Reader.Products, readings);
    }

    /// <summary>Returns a network, the file of which may have been written anew.</summary>
    private (TrainedRegisters Registers, LocalReader Reader) Find(string file)
    {
        DateTime written = File.GetLastWriteTimeUtc(file);
        int known = _networks.FindIndex(one => one.File == file && one.Written == written);
        if (known < 0)
        {
            TrainedRegisters registers = TrainedRegisters.Read(File.ReadAllBytes(file));
            _networks.RemoveAll(one => one.File == file);
            _networks.Add((file, written, registers, new LocalReader(registers)));
            if (_networks.Count > MostNetworks)
            {
                _networks.RemoveAt(0);
            }

            known = _networks.Count - 1;
        }

        return (_networks[known].Registers, _networks[known].Reader);
    }
}
