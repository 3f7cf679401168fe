using System;
using System.Linq;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Tiles;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Tests;

/// <summary>A host that keeps all registers and streams them through the board gets the bits of the optimisers.</summary>
[Trait("Kind", "Property")]
public sealed class TiledTrainingTests
{
    private const int TileLength = 96;

    [Theory]
    [InlineData(OptimizerKind.Sgd, 0.0, false)]
    [InlineData(OptimizerKind.Momentum, 0.0, false)]
    [InlineData(OptimizerKind.Momentum, 0.3, true)]
    [InlineData(OptimizerKind.Adam, 0.0, false)]
    [InlineData(OptimizerKind.Adam, 0.3, false)]
    public void RunTile_SeveralSteps_EndsWithTheRegistersAndCountsOfTheOptimisers(OptimizerKind kind, double device, bool rateAsStream)
    {
        Training training = new(kind, device, rateAsStream);
        training.Mode = RegisterMode.Tiled;
        TensorOptimizer[] direct = training.Make();
        TestHost host = new();
        ApplyConfigurationResponse applied = training.Configure(host);
        Assert.Equal(0u, applied.ImageLength);
        TiledTensor[] tiled = Training.Lengths.Select((length, i) => new TiledTensor(i, length, direct[i].PhaseCount)).ToArray();
        OperationCounts counts = new();
        for (uint step = 0; step < 8; step++)
        {
            training.StepDirectly(direct, step, Training.Gradients(step), counts);
            for (int i = 0; i < tiled.Length; i++)
            {
                tiled[i].Step(host, training, step, Training.Gradients(step)[i]);
            }
        }

        for (int i = 0; i < tiled.Length; i++)
        {
            Assert.Equal(direct[i].Weights, tiled[i].Registers[1]);
            for (int j = 0; direct[i].Auxiliary(j) is { } registers; j++)
            {
                Assert.Equal(registers, tiled[i].Registers[2 + j]);
            }

            Assert.Equal(direct[i].AuxiliaryFractionBits, tiled[i].AuxiliaryFractionBits);
            Assert.Equal(direct[i].Bank.Cycles, tiled[i].CellCycles);
        }

        Assert.Equal(counts.Bits, tiled.Sum(tensor => tensor.Bits));
        Assert.True(kind == OptimizerKind.Sgd || tiled.Sum(tensor => tensor.Shifts) > 1);
    }

    [Fact]
    public void BeginTilePhase_BehindTheLast_IsRefused()
    {
        Training training = new(OptimizerKind.Sgd) { Mode = RegisterMode.Tiled };
        TestHost host = new();
        training.Configure(host);
        BeginTileStepRequest step = new() { RateFraction = 65536, RateShift = 5, GradientMaximum = 100, GradientFractionBits = 14 };
        step.AuxiliaryFractionBits = TensorOptimizer.NoScale;
        host.Do(BeginTileStepRequest.Code, step.Write);
        host.Do(BeginTilePhaseRequest.Code, new BeginTilePhaseRequest().Write);
        host.Do(EndTilePhaseRequest.Code, new EndTilePhaseRequest().Write);
        Assert.Equal(ErrorCode.WrongState, host.Refused(BeginTilePhaseRequest.Code, new BeginTilePhaseRequest { Phase = 1 }.Write).Error);
    }

    [Fact]
    public void RunTile_RegisterBeyondItsMaximum_IsRefused()
    {
        TestHost host = new();
        Training training = new(OptimizerKind.Momentum);
        training.Mode = RegisterMode.Tiled;
        training.Configure(host);
        BeginTileStepRequest step = new()
        {
            RateFraction = 65536, RateShift = 5, GradientMaximum = 100, GradientFractionBits = 14, AuxiliaryFractionBits = 14,
        };
        step.Maxima[0] = 300;
        host.Do(BeginTileStepRequest.Code, step.Write);
        RunTileRequest early = new() { Count = 1, Data = new byte[4], DataLength = 4 };
        Assert.Equal(ErrorCode.WrongState, host.Refused(RunTileRequest.Code, early.Write).Error);
        BeginTilePhaseRequest phase = new() { Phase = 1 };
        Assert.Equal(ErrorCode.WrongState, host.Refused(BeginTilePhaseRequest.Code, phase.Write).Error);
        phase.Phase = 0;
        phase.Maxima[0] = 300;
        host.Do(BeginTilePhaseRequest.Code, phase.Write);
        byte[] tile = [.. BitConverter.GetBytes((short)100), .. BitConverter.GetBytes((short)301)];
        RunTileRequest run = new() { Count = 1, Data = tile, DataLength = 4 };
        Assert.Equal(ErrorCode.OutOfRange, host.Refused(RunTileRequest.Code, run.Write).Error);
        tile[2]--;
        host.Do(RunTileRequest.Code, run.Write);
        run.First = 16;
        Assert.Equal(ErrorCode.OutOfRange, host.Refused(RunTileRequest.Code, run.Write).Error);
    }

    /// <summary>What the host keeps of a tensor, and the protocol of its steps.</summary>
    private sealed class TiledTensor(int tensor, int length, int phases)
    {
        private readonly uint[] _maxima = new uint[3];

        /// <summary>Gradients, weights and auxiliary registers: the index is the bit of a tile's set of arrays.</summary>
        public short[][] Registers { get; } = Enumerable.Range(0, 4).Select(_ => new short[length]).ToArray();

        public int AuxiliaryFractionBits { get; private set; } = int.MinValue;

        public long CellCycles { get; private set; }

        public long Bits { get; private set; }

        public int Shifts { get; private set; }

        public void Step(TestHost host, Training training, uint step, short[] gradients)
        {
            gradients.CopyTo(Registers[0], 0);
            BeginTileStepRequest begin = new()
            {
                Tensor = tensor, Step = step, RateFraction = training.Rate.Fraction, RateShift = training.Rate.Shift,
                GradientMaximum = Training.Maximum(gradients), GradientFractionBits = 14, AuxiliaryFractionBits = AuxiliaryFractionBits,
                CellCycles = CellCycles,
            };
            _maxima.CopyTo(begin.Maxima, 0);
            BeginTileStepResponse begun = new();
            Assert.True(begun.Read(host.Do(BeginTileStepRequest.Code, begin.Write)));
            Bits += begun.Counts[(int)CountKind.Bits];
            if (begun.RescaleShift != 0)
            {
                Shifts++;
                RunPhase(host, BeginTilePhaseRequest.Rescale);
                for (int i = 0; i < phases - 1; i++)
                {
                    _maxima[i] = RegisterScale.MaximumOf(Registers[2 + i]);
                }
            }

            for (int phase = 0; phase < phases; phase++)
            {
                _maxima[phase] = RunPhase(host, phase);
            }
        }

        private uint RunPhase(TestHost host, int phase)
        {
            BeginTilePhaseRequest begin = new() { Phase = phase };
            _maxima.CopyTo(begin.Maxima, 0);
            BeginTilePhaseResponse ready = new();
            Assert.True(ready.Read(host.Do(BeginTilePhaseRequest.Code, begin.Write)));
            AuxiliaryFractionBits = ready.AuxiliaryFractionBits;
            uint maximum = 0;
            long setEvents = 0;
            for (int first = 0; first < length; first += TileLength)
            {
                int count = Math.Min(TileLength, length - first);
                byte[] data = Enumerable.Range(0, 4).Where(bit => (ready.Inputs >> bit & 1) != 0)
                    .SelectMany(bit => Registers[bit][first..(first + count)]).SelectMany(BitConverter.GetBytes).ToArray();
                RunTileRequest run = new() { First = (uint)first, Count = count, Data = data, DataLength = data.Length };
                RunTileResponse done = new();
                Assert.True(done.Read(host.Do(RunTileRequest.Code, run.Write)));
                int offset = done.DataOffset;
                for (int bit = 0; bit < 4; bit++)
                {
                    for (int i = 0; i < count && (ready.Outputs >> bit & 1) != 0; i++, offset += 2)
                    {
                        Registers[bit][first + i] = BitConverter.ToInt16(done.Data, offset);
                    }
                }

                maximum = Math.Max(maximum, done.Maximum);
                setEvents += done.Counts[(int)CountKind.SetEvents];
                Bits += done.Counts[(int)CountKind.Bits];
            }

            EndTilePhaseRequest end = new() { SetEvents = setEvents };
            EndTilePhaseResponse ended = new();
            Assert.True(ended.Read(host.Do(EndTilePhaseRequest.Code, end.Write)));
            CellCycles = ended.CellCycles;
            return maximum;
        }
    }
}
