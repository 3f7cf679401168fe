using System;
using System.Collections.Generic;
using ScEdge.Boards.Connections;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// Has some tensors of a training updated on one board, whatever happens to the board and the line.
/// </summary>
/// <remarks>
/// Work is repeated until a session lasts long enough for it. After every new session the board is asked what it holds: one that
/// was reset is configured again.
/// </remarks>
internal abstract class BoardWorker
{
    // A board that has lost its configuration so often before it did a piece of work will not keep it the next time.
    private const int MostLostConfigurations = 20;

    private static readonly TimeSpan TelemetryInterval = TimeSpan.FromSeconds(1);

    private readonly bool _isResident;
    private uint _configurationCheck;
    private bool _isConfigured;
    private int _lostConfigurations;
    private bool _wasConfigured;

    /// <summary>Makes the worker.</summary>
    /// <param name="client">Board.</param>
    /// <param name="tensors">Its tensors.</param>
    /// <param name="isResident">Whether the board keeps the registers.</param>
    protected BoardWorker(BoardClient client, BoardTensors tensors, bool isResident)
    {
        Client = client;
        Tensors = tensors;
        _isResident = isResident;
    }

    /// <summary>Gets the board.</summary>
    protected BoardClient Client { get; }

    /// <summary>Gets the tensors of the board.</summary>
    protected BoardTensors Tensors { get; }

    /// <summary>Gets whether the board has room for a state image beside the registers, without which none can be pushed.</summary>
    public bool HasRoomForImage { get; private set; }

    /// <summary>Gets the parameters of a tile.</summary>
    protected int TileLength { get; private set; }

    /// <summary>Has a step computed; afterwards the weights and counts of the worker's tensors are those of the step.</summary>
    public abstract void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate);

    /// <summary>Brings all registers of the worker's tensors home.</summary>
    public abstract void Synchronize(IReadOnlyList<StepTensor> tensors);

    /// <summary>Takes over registers that were put into the tensors.</summary>
    public abstract void Restore(IReadOnlyList<StepTensor> tensors);

    /// <summary>Connects and configures the board.</summary>
    /// <exception cref="BoardRefusalException">The configuration does not fit or cannot be used.</exception>
    /// <exception cref="InputException">The board's bits are of another stream format.</exception>
    public void Prepare() => Repeat(static () => { });

    /// <summary>Does work on a configured board, again after every loss of the session.</summary>
    /// <param name="work">The work; what it did before a loss must not count.</param>
    protected void Repeat(Action work)
    {
        _lostConfigurations = 0;
        Client.Connection.Repeat(
            isNew =>
            {
                if (isNew || !_isConfigured)
                {
                    Configure();
                }
            },
            work,
            "continue the run");
    }

    /// <summary>Called when a session has begun on a configured board.</summary>
    /// <param name="status">What the board holds; null if it was configured just now and holds nothing.</param>
    protected abstract void Begin(GetStatusResponse? status);

    /// <summary>Counts how often the board was found without the configuration that it was given, and gives up at last.</summary>
    private void CountLoss(GetStatusResponse status)
    {
        _lostConfigurations += _wasConfigured && status.Mode == RegisterMode.None ? 1 : 0;
        _wasConfigured = true;
        if (_lostConfigurations == MostLostConfigurations)
        {
            throw new InputException(
                $"The board on {Client.Connection.Name} starts anew at every configuration, {_lostConfigurations} times by now, for want of memory "
                + "or of power: its debug port says what stops it. Take a smaller network, or keep the registers on this computer.");
        }
    }

    private void Configure()
    {
        _isConfigured = false;
        Client.CheckStreamFormat();
        GetStatusResponse status = Client.GetStatus();
        bool holds = _configurationCheck != 0 && status.ConfigurationCheck == _configurationCheck;
        if (!holds)
        {
            CountLoss(status);
            ApplyConfigurationResponse applied = Tensors.Configure(Client, _isResident);
            _configurationCheck = applied.Check;
            TileLength = applied.TileLength;
            HasRoomForImage = applied.FreeBytes >= applied.ImageLength;
        }

        // Whoever watches the line sees the account of the board.
        Client.Subscribe(TelemetryInterval);
        _isConfigured = true;
        Begin(holds ? status : null);
    }
}
