using System;
using System.Runtime.CompilerServices;
using ScEdge.Device.Platform;
using ScEdge.Device.States;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Tiles;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Tests;

/// <summary>What is replaced is let go first, by everything that has worked with it: old and new together need not fit in memory.</summary>
[Trait("Kind", "Unit")]
public sealed class StateReplacementTests
{
    [Theory]
    [InlineData(RegisterMode.Resident)]
    [InlineData(RegisterMode.Tiled)]
    [InlineData(RegisterMode.Reading)]
    public void Configure_AfterWork_NothingHoldsTheOldTensors(RegisterMode mode)
    {
        TestHost host = new();
        WeakReference[] old = Work(host, mode);
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        AssertGone(old, host);
    }

    [Fact]
    public void ApplyNetwork_AfterReading_NothingHoldsTheOldNetwork()
    {
        TestHost host = new();
        WeakReference[] old = Work(host, RegisterMode.Reading);
        TinyNetwork.Apply(host);
        AssertGone([old[^1]], host);
    }

    [Fact]
    public void Replace_ConfigurationOrNetwork_LeavesTheOldOneBeforeTheNewOneIsMade()
    {
        TestHost host = new();
        Work(host, RegisterMode.Reading);
        BoardState state = host.Board.State;
        Recorder recorder = new(state);
        state.User = recorder;
        TinyNetwork.Apply(host);
        Assert.True(recorder.HasLeftNetwork);
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        Assert.True(recorder.HasLeftConfiguration);
    }

    [Fact]
    public void Start_ThatLeavesTheCheckpoint_HasNoNetworkAndSaysSo()
    {
        TestHost host = new(new BoardSettings { HeapBytes = 1_000_000 });
        Work(host, RegisterMode.Reading);
        host.Do(MessageCode.SaveCheckpoint);
        host.Settings.TakesUpCheckpoint = false;
        host.ResetBoard();
        Assert.Null(host.Board.State.Network);
        host.Connect();
        host.Do(MessageCode.RestoreCheckpoint);
        Assert.NotNull(host.Board.State.Network);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Work(TestHost host, RegisterMode mode)
    {
        if (mode == RegisterMode.Reading)
        {
            TinyNetwork.PutRegisters(host, mode);
            TinyNetwork.Describe(host);
            TinyNetwork.Apply(host);
            TinyNetwork.Read(host, 1);
        }
        else
        {
            Training training = new(OptimizerKind.Momentum) { Mode = mode };
            training.Configure(host);
            Step(host, training);
        }

        BoardState state = host.Board.State;
        WeakReference[] tensors = Array.ConvertAll(state.Configuration.Tensors, static tensor => new WeakReference(tensor));
        return [new(state.Configuration), .. tensors, new(state.Network)];
    }

    private static void Step(TestHost host, Training training)
    {
        if (training.Mode == RegisterMode.Resident)
        {
            training.StepOnBoard(host, 0, Training.Gradients(0));
            return;
        }

        BeginTileStepRequest step = new()
        {
            RateFraction = training.Rate.Fraction, RateShift = training.Rate.Shift, GradientMaximum = 1, GradientFractionBits = 14,
        };
        host.Do(MessageCode.BeginTileStep, step.Write);
    }

    private static void AssertGone(WeakReference[] old, TestHost host)
    {
        GC.Collect();
        Assert.All(old, static reference => Assert.False(reference.IsAlive));
        GC.KeepAlive(host);
    }

    private sealed class Recorder(BoardState state) : IStateUser
    {
        private readonly object _network = state.Network;

        public bool HasLeftConfiguration { get; private set; }

        public bool HasLeftNetwork { get; private set; }

        public void LeaveConfiguration() => HasLeftConfiguration = state.Configuration is not null;

        public void LeaveNetwork() => HasLeftNetwork |= ReferenceEquals(state.Network, _network);
    }
}
