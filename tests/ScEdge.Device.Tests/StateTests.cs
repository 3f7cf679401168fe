using System;
using System.Linq;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Device.Tests;

/// <summary>State images: a push takes the place of the old state when it is whole and right, and not before.</summary>
[Trait("Kind", "Unit")]
public sealed class StateTests
{
    private readonly Training _training = new(OptimizerKind.Momentum);
    private readonly TestHost _host = new();

    [Fact]
    public void CommitPush_WholeImage_IsInForceAndPulledBack()
    {
        _training.Configure(_host);
        TensorOptimizer[] trained = Trained(3);
        byte[] image = Training.Image(trained, 3, 2);
        Training.PushChunks(_host, StateImageKind.Full, image);
        CommitPushResponse committed = new();
        Assert.True(committed.Read(_host.Do(MessageCode.CommitPush)));
        Assert.Equal(Crc32.Of(image, 0, image.Length), committed.StateCheck);
        Assert.Equal(image, Training.Pull(_host, StateImageKind.Full));

        // Training goes on from there as if it had been here all the time.
        _training.StepDirectly(trained, 3, Training.Gradients(3), new OperationCounts());
        _training.StepOnBoard(_host, 3, Training.Gradients(3));
        Assert.Equal(Training.Image(trained, 4, 3), Training.Pull(_host, StateImageKind.Full));
    }

    // Where a residual filament makes the next pulse depend on the last, the cells' memory is a part of the state.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CommitPushOrRestore_CellsWithAMemory_GoOnAsTheyWere(bool fromStorage)
    {
        _training.Cells.ResidualFilament = 0.3;
        TensorOptimizer[] trained = Trained(3);
        Assert.All(trained, static tensor => Assert.Contains(tensor.Bank.Memory, static word => word != 0));
        byte[] image = Training.Image(trained, 3, 2);
        _training.Configure(_host);
        Training.PushChunks(_host, StateImageKind.Full, image);
        _host.Do(MessageCode.CommitPush);
        if (fromStorage)
        {
            _host.Do(MessageCode.SaveCheckpoint);
            _training.StepOnBoard(_host, 3, Training.Gradients(3));
            _host.Do(MessageCode.RestoreCheckpoint);
        }

        for (uint step = 3; step < 5; step++)
        {
            _training.StepDirectly(trained, step, Training.Gradients(step), new OperationCounts());
            _training.StepOnBoard(_host, step, Training.Gradients(step));
        }

        Assert.Equal(Training.Image(trained, 5, 4), Training.Pull(_host, StateImageKind.Full));

        // It makes a difference: without it the same steps end elsewhere.
        TensorOptimizer[] forgetful = Trained(3);
        foreach (TensorOptimizer tensor in forgetful)
        {
            Array.Clear(tensor.Bank.Memory);
        }

        for (uint step = 3; step < 5; step++)
        {
            _training.StepDirectly(forgetful, step, Training.Gradients(step), new OperationCounts());
        }

        Assert.NotEqual(trained.SelectMany(static tensor => tensor.Weights), forgetful.SelectMany(static tensor => tensor.Weights));
    }

    [Theory]
    [InlineData(OptimizerKind.Momentum, 2, -160)]
    [InlineData(OptimizerKind.Momentum, 16, 160)]
    [InlineData(OptimizerKind.Adam, 2, -160)]
    [InlineData(OptimizerKind.Adam, 16, 160)]
    public void CommitPush_ImageOfExtremeScales_IsTakenBack(OptimizerKind kind, int momentumBits, int fractionBits)
    {
        Training training = new(kind);
        training.Settings.MomentumBits = momentumBits;
        training.Configure(_host);
        BeginStepRequest begin = new() { RateFraction = 65536, Format = GradientFormat.Int16, TensorCount = 3 };
        Array.Fill(begin.FractionBits, fractionBits);
        Array.Fill(begin.Maxima, 32767u);
        for (uint step = 0; step < 4; step++)
        {
            begin.Step = step;
            _host.Do(BeginStepRequest.Code, begin.Write);
            Training.Put(_host, Training.Gradients(step).SelectMany(tensor => tensor).SelectMany(BitConverter.GetBytes).ToArray(), 2);
            _host.Do(MessageCode.RunStep);
        }

        byte[] image = Training.Pull(_host, StateImageKind.Full);
        Training.PushChunks(_host, StateImageKind.Full, image);
        _host.Do(MessageCode.CommitPush);
        Assert.Equal(image, Training.Pull(_host, StateImageKind.Full));
    }

    [Fact]
    public void CommitPush_WeightsOnly_LeavesTheRest()
    {
        _training.Configure(_host);
        TensorOptimizer[] direct = Trained(0);
        for (int i = 0; i < direct.Length; i++)
        {
            for (int j = 0; j < direct[i].Weights.Length; j++)
            {
                direct[i].Weights[j] = (short)((j * 37) - 900);
            }

            direct[i].Refresh();
        }

        byte[] weights = direct.SelectMany(tensor => tensor.Weights).SelectMany(BitConverter.GetBytes).ToArray();
        Training.PushChunks(_host, StateImageKind.Weights, weights);
        _host.Do(MessageCode.CommitPush);
        Assert.Equal(weights, Training.Pull(_host, StateImageKind.Weights));
        _training.StepDirectly(direct, 0, Training.Gradients(0), new OperationCounts());
        _training.StepOnBoard(_host, 0, Training.Gradients(0));
        Assert.Equal(Training.Image(direct, 1, 0), Training.Pull(_host, StateImageKind.Full));
    }

    [Fact]
    public void PushChunk_InterruptedAnywhere_LeavesTheOldStateInForce()
    {
        _training.Configure(_host);
        TensorOptimizer[] old = Trained(1);
        byte[] before = Training.Image(old, 1, 0);
        Training.PushChunks(_host, StateImageKind.Full, before);
        _host.Do(MessageCode.CommitPush);
        byte[] image = Training.Image(Trained(2), 2, 1);

        // Every cut within the first and the last piece, and some between.
        int[] cuts = [.. Enumerable.Range(0, 40), 299, 300, 301, 1000, 1999, .. Enumerable.Range(image.Length - 20, 20)];
        foreach (int cut in cuts)
        {
            Training.PushChunks(_host, StateImageKind.Full, [.. image[..^1], (byte)(image[^1] ^ cut)], cut);
            Assert.Equal(ErrorCode.WrongState, _host.Refused(MessageCode.CommitPush).Error);
            GetStatusResponse status = new();
            Assert.True(status.Read(_host.Do(MessageCode.GetStatus)));
            Assert.Equal(Crc32.Of(before, 0, before.Length), status.StateCheck);
        }

        Assert.Equal(before, Training.Pull(_host, StateImageKind.Full));
    }

    [Fact]
    public void BeginPush_AfterTheSessionEnded_GoesOnWhereItWas()
    {
        _training.Configure(_host);
        byte[] image = Training.Image(Trained(2), 2, 1);
        Training.PushChunks(_host, StateImageKind.Full, image, 1234);
        _host.Link.Close();
        _host.PollFor(100_000);
        _host.Link.Open();
        _host.Connect();
        BeginPushRequest begin = new() { Length = (uint)image.Length, Check = Crc32.Of(image, 0, image.Length) };
        BeginPushResponse begun = new();
        Assert.True(begun.Read(_host.Do(BeginPushRequest.Code, begin.Write)));
        Assert.Equal(1234u, begun.Offset);
        Training.PushChunks(_host, StateImageKind.Full, image);
        _host.Do(MessageCode.CommitPush);
        Assert.Equal(image, Training.Pull(_host, StateImageKind.Full));

        // Another image begins anew.
        image[0] ^= 1;
        begin.Check = Crc32.Of(image, 0, image.Length);
        Assert.True(begun.Read(_host.Do(BeginPushRequest.Code, begin.Write)));
        Assert.Equal(0u, begun.Offset);
    }

    [Fact]
    public void CommitPush_WrongBytesOrImpossibleRegister_LeavesTheOldState()
    {
        _training.Configure(_host);
        byte[] before = Training.Pull(_host, StateImageKind.Full);
        byte[] image = Training.Image(Trained(1), 1, 0);
        BeginPushRequest begin = new() { Length = (uint)image.Length, Check = 123 };
        _host.Do(BeginPushRequest.Code, begin.Write);
        for (int offset = 0; offset < image.Length; offset += 500)
        {
            int length = Math.Min(500, image.Length - offset);
            PushChunkRequest chunk = new() { Offset = (uint)offset, Data = image, DataOffset = offset, DataLength = length };
            _host.Do(PushChunkRequest.Code, chunk.Write);
        }

        ErrorResponse error = _host.Refused(MessageCode.CommitPush);
        Assert.Equal(ErrorCode.CheckMismatch, error.Error);
        Assert.Equal(123, error.Detail);

        // A momentum of 12 bits ends at 2047; the last register of the image is one.
        BitConverter.GetBytes((short)2048).CopyTo(image, image.Length - 2);
        Training.PushChunks(_host, StateImageKind.Full, image);
        Assert.Equal(ErrorCode.CheckMismatch, _host.Refused(MessageCode.CommitPush).Error);
        Assert.Equal(before, Training.Pull(_host, StateImageKind.Full));
    }

    [Fact]
    public void PushChunk_GapOrOverrun_IsRefused()
    {
        _training.Configure(_host);
        int length = Training.Pull(_host, StateImageKind.Full).Length;
        PushChunkRequest chunk = new() { Data = new byte[10], DataLength = 10 };
        Assert.Equal(ErrorCode.WrongState, _host.Refused(PushChunkRequest.Code, chunk.Write).Error);
        BeginPushRequest begin = new() { Length = (uint)length };
        _host.Do(BeginPushRequest.Code, begin.Write);
        chunk.Offset = 1;
        ErrorResponse error = _host.Refused(PushChunkRequest.Code, chunk.Write);
        Assert.Equal(ErrorCode.OutOfOrder, error.Error);
        Assert.Equal((1, 0), (error.Detail, error.OtherDetail));
        begin.Length = 1;
        Assert.Equal(ErrorCode.OutOfRange, _host.Refused(BeginPushRequest.Code, begin.Write).Error);
    }

    [Fact]
    public void RestoreCheckpoint_AfterAReset_GoesOnToTheSameRegisters()
    {
        TensorOptimizer[] direct = Trained(4);
        _training.Configure(_host);
        for (uint step = 0; step < 4; step++)
        {
            if (step == 2)
            {
                _host.Do(MessageCode.SaveCheckpoint);
            }

            _training.StepOnBoard(_host, step, Training.Gradients(step));
        }

        _host.ResetBoard();
        _host.PollFor(2_000_000);
        _host.Connect();
        GetStatusResponse status = new();
        Assert.True(status.Read(_host.Do(MessageCode.GetStatus)));
        Assert.Equal(2, _host.Link.Sessions);
        Assert.Equal(RegisterMode.None, status.Mode);
        _host.Do(MessageCode.RestoreCheckpoint);
        Assert.True(status.Read(_host.Do(MessageCode.GetStatus)));
        Assert.Equal((2u, 1u), (status.StepsDone, status.LastStep));
        _training.StepOnBoard(_host, 2, Training.Gradients(2));
        _training.StepOnBoard(_host, 3, Training.Gradients(3));
        Assert.Equal(Training.Image(direct, 4, 3), Training.Pull(_host, StateImageKind.Full));
    }

    [Fact]
    public void SaveCheckpoint_StorageFails_KeepsTheOldOne()
    {
        _training.Configure(_host);
        _host.Do(MessageCode.SaveCheckpoint);
        byte[] stored = _host.Storage.Stored;
        _training.StepOnBoard(_host, 0, Training.Gradients(0));
        _host.Storage.FailsAfter = 1000;
        Assert.Equal(ErrorCode.NoStorage, _host.Refused(MessageCode.SaveCheckpoint).Error);
        Assert.Same(stored, _host.Storage.Stored);
    }

    [Fact]
    public void RestoreCheckpoint_DamagedAnywhere_ChangesNothing()
    {
        _training.Configure(_host);
        _host.Do(MessageCode.SaveCheckpoint);
        _training.StepOnBoard(_host, 0, Training.Gradients(0));
        byte[] before = Training.Pull(_host, StateImageKind.Full);
        byte[] good = _host.Storage.Stored;
        foreach (int position in new[] { 0, 5, 9, 30, 400, 1000, good.Length - 1 })
        {
            _host.Storage.Stored = good.ToArray();
            _host.Storage.Stored[position] ^= 0x10;
            Assert.Equal(ErrorCode.NoCheckpoint, _host.Refused(MessageCode.RestoreCheckpoint).Error);
        }

        _host.Storage.Stored = good[..^7];
        Assert.Equal(ErrorCode.NoCheckpoint, _host.Refused(MessageCode.RestoreCheckpoint).Error);
        Assert.Equal(before, Training.Pull(_host, StateImageKind.Full));
    }

    [Theory]
    [InlineData(0x31454353u, StreamFormat.Version, 1u)]
    [InlineData(0x32454353u, 1u, 1u)]
    [InlineData(0x32454353u, StreamFormat.Version + 1u, StreamFormat.Version + 1u)]
    public void RestoreCheckpoint_OtherStreamFormat_IsRefusedAndChangesNothing(uint mark, uint format, uint said)
    {
        _training.Configure(_host);
        _host.Do(MessageCode.SaveCheckpoint);
        _training.StepOnBoard(_host, 0, Training.Gradients(0));
        byte[] before = Training.Pull(_host, StateImageKind.Full);
        byte[] stored = _host.Storage.Stored;
        LittleEndian.WriteUInt32(stored, 0, mark);
        LittleEndian.WriteUInt32(stored, 4, format);
        LittleEndian.WriteUInt32(stored, stored.Length - 4, Crc32.Of(stored, 0, stored.Length - 4));

        ErrorResponse error = _host.Refused(MessageCode.RestoreCheckpoint);

        Assert.Equal((ErrorCode.NoCheckpoint, (long)said, (long)StreamFormat.Version), (error.Error, error.Detail, error.OtherDetail));
        Assert.Contains("another stream format", error.Words, StringComparison.Ordinal);
        Assert.Equal(before, Training.Pull(_host, StateImageKind.Full));
    }

    private TensorOptimizer[] Trained(uint steps)
    {
        TensorOptimizer[] tensors = _training.Make();
        for (uint step = 0; step < steps; step++)
        {
            _training.StepDirectly(tensors, step, Training.Gradients(step), new OperationCounts());
        }

        return tensors;
    }
}
