using System;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Experiments.Evaluation;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Cli.Boards;

/// <summary>
/// A board that reads the images of an evaluation.
/// </summary>
internal sealed class BoardReaderSource : IStreamReaderSource, IDisposable
{
    private readonly BoardConnection _connection;

    /// <summary>Opens the line.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public BoardReaderSource(string address, BoardPortSettings settings) => _connection = BoardPorts.Open(address, settings);

    /// <inheritdoc/>
    public string Name => _connection.Name;

    /// <inheritdoc/>
    public IStreamReader Open(TrainedNetwork network, PassSettings settings, CellBankSettings cells, int batchCapacity) =>
        new BoardStreamReader(new BoardClient(_connection), network, settings, cells, batchCapacity);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
