using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// A board that keeps its registers: gradients go out, weights and counts come back.
/// </summary>
/// <remarks>
/// The host keeps the last image of all registers and the gradients of the steps since. A board that was reset gets the image and repeats those
/// steps; since the bits of a step depend on nothing else, it ends with the same registers.
/// </remarks>
internal sealed class ResidentBoard : BoardWorker
{
    /// <summary>Steps after which a new image is taken: what a reset costs at most.</summary>
    private const int LongestJournal = 64;

    private readonly List<StepRecord> _journal = [];
    private readonly PutGradientsResponse _taken = new();
    private byte[] _image = [];
    private uint _imageSteps;
    private uint _boardSteps;
    private bool _isRestored;
    private bool _mustPush;

    /// <summary>Makes the worker.</summary>
    public ResidentBoard(BoardClient client, BoardTensors tensors)
        : base(client, tensors, isResident: true)
    {
    }

    /// <inheritdoc/>
    public override void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate)
    {
        if (_isRestored)
        {
            // The tensors still hold what was put into them.
            _image = Tensors.WriteImage(tensors, step);
            _imageSteps = step;
            _journal.Clear();
            _isRestored = false;
            _mustPush = true;
        }
        else if (_journal.Count == LongestJournal)
        {
            TakeImage(tensors);
        }

        _journal.Add(new StepRecord(tensors, Tensors.Indices, step, rate));
        Repeat(() =>
        {
            RunMissing();
            PullCounts(tensors);
            PullWeights(tensors, step);
        });
    }

    /// <inheritdoc/>
    public override void Synchronize(IReadOnlyList<StepTensor> tensors)
    {
        if (_isRestored || _journal.Count == 0)
        {
            return;
        }

        TakeImage(tensors);
        if (!Tensors.ReadImage(tensors, _image))
        {
            throw Client.Connection.Contradiction(MessageCode.PullState);
        }
    }

    /// <inheritdoc/>
    public override void Restore(IReadOnlyList<StepTensor> tensors)
    {
        foreach (int index in Tensors.Indices)
        {
            tensors[index].Circuit.Refresh();
        }

        _isRestored = true;
    }

    /// <inheritdoc/>
    protected override void Begin(GetStatusResponse? status)
    {
        // Steps that the board has done beyond the journal, or not yet up to its image, are not of this training.
        bool holds = status is not null && status.StepsDone >= _imageSteps && status.StepsDone <= _imageSteps + _journal.Count;
        _mustPush |= !holds;
        _boardSteps = status?.StepsDone ?? 0;
    }

    private void TakeImage(IReadOnlyList<StepTensor> tensors)
    {
        Repeat(() =>
        {
            RunMissing();
            _image = Client.PullState(StateImageKind.Full, Tensors.ImageLength(tensors));
        });
        _imageSteps = _boardSteps;
        _journal.Clear();
    }

    private void RunMissing()
    {
        if (_mustPush && _image.Length > 0)
        {
            Client.PushState(StateImageKind.Full, _image);
            _boardSteps = _imageSteps;
            _mustPush = false;
        }

        foreach (StepRecord record in _journal.Where(record => record.Step >= _boardSteps))
        {
            Run(record);
            _boardSteps = record.Step + 1;
        }
    }

    private void Run(StepRecord record)
    {
        BeginStepRequest begin = new()
        {
            Step = record.Step, RateFraction = record.Rate.Fraction, RateShift = record.Rate.Shift, Format = record.Format,
            TensorCount = record.Maxima.Count,
        };
        for (int i = 0; i < begin.TensorCount; i++)
        {
            begin.FractionBits[i] = record.FractionBits[i];
            begin.Maxima[i] = record.Maxima[i];
        }

        Client.Connection.Post(MessageCode.BeginStep, begin.Write, null);
        byte[] gradients = record.Write();
        int width = gradients.Length / Tensors.Parameters;
        int chunk = Client.ChunkLength / width * width;
        for (int offset = 0; offset < gradients.Length; offset += chunk)
        {
            PutGradientsRequest put = new()
            {
                Offset = (uint)(offset / width), Data = gradients, DataOffset = offset, DataLength = Math.Min(chunk, gradients.Length - offset),
            };
            int reached = (offset + put.DataLength) / width;
            Client.Post(MessageCode.PutGradients, put, _taken, answer => answer.Received == reached, onAnswer: null);
        }

        Client.Ask(
            MessageCode.RunStep,
            null,
            new StepAccount(),
            answer => answer.Step == record.Step && answer.StepsDone == record.Step + 1 && answer.DeviceMicroseconds >= 0
                && Tensors.CanBe(answer.Counts, MessageLimits.Phases * (Tensors.Parameters + Tensors.Indices.Count)));
    }

    private void PullCounts(IReadOnlyList<StepTensor> tensors)
    {
        int phases = tensors[Tensors.Indices[0]].PhaseCounts.Count;
        GetPhaseCountsResponse counts = new();
        for (int i = 0; i < Tensors.Indices.Count; i++)
        {
            int tensor = Tensors.Indices[i];
            for (int phase = 0; phase < phases; phase++)
            {
                int of = phase;
                Client.Post(
                    MessageCode.GetPhaseCounts,
                    new GetPhaseCountsRequest { Tensor = i, Phase = of },
                    counts,
                    answer => Tensors.CanBe(answer.Counts, tensors[tensor].Circuit.Weights.Length),
                    answer =>
                    {
                        tensors[tensor].PhaseCounts[of].Clear();
                        CountNames.Add(tensors[tensor].PhaseCounts[of], answer.Counts);
                    });
            }
        }

        Client.Connection.Drain();
    }

    private void PullWeights(IReadOnlyList<StepTensor> tensors, uint step)
    {
        byte[] weights = new byte[2 * Tensors.Parameters];
        PullUpdatesResponse piece = new();
        int chunk = Client.ChunkLength / 2;
        void Take(MessageReader reader, int offset)
        {
            bool fits = piece.Read(reader) && piece.Offset == offset && piece.DataLength == 2 * Math.Min(chunk, Tensors.Parameters - offset);
            if (!fits)
            {
                throw new InputException($"The board on {Client.Connection.Name} sent weights that it does not have: reset it and continue "
                    + "the run.");
            }

            if (piece.LastStep != step)
            {
                throw new InputException($"The board on {Client.Connection.Name} is at step {piece.LastStep + 1} and not at step "
                    + $"{step + 1}: another program has used it; continue the run.");
            }

            Array.Copy(piece.Data, piece.DataOffset, weights, 2 * offset, piece.DataLength);
        }

        for (int offset = 0; offset < Tensors.Parameters; offset += chunk)
        {
            PullUpdatesRequest pull = new() { Format = UpdateFormat.Registers, Offset = (uint)offset, Count = chunk };
            int first = offset;
            Client.Connection.Post(MessageCode.PullUpdates, pull.Write, reader => Take(reader, first));
        }

        Client.Connection.Drain();
        TakeWeights([.. Tensors.Indices.Select(index => tensors[index].Circuit)], weights);
    }

    private void TakeWeights(TensorOptimizer[] circuits, byte[] weights)
    {
        TensorStateReader look = new(weights, applies: false);
        foreach (TensorOptimizer circuit in circuits)
        {
            TensorState.VisitWeights(circuit, look);
        }

        if (look.HasFailed)
        {
            throw Client.Connection.Contradiction(MessageCode.PullUpdates);
        }

        TensorStateReader take = new(weights, applies: true);
        foreach (TensorOptimizer circuit in circuits)
        {
            TensorState.VisitWeights(circuit, take);
        }
    }
}
