using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>
/// A step of the momentum optimiser written a second time from hw-docs/stream-format.md and optimizers.md, bit by bit and
/// cell by cell, with exact arithmetic in doubles and no thought of speed. It counts what it does as it does it.
/// </summary>
internal sealed class ReferenceMomentum(OptimizerSettings settings, CellBankSettings cells, uint tensor, uint bank)
{
    public OperationCounts Counts { get; } = new();

    /// <summary>Updates registers in place; the scale of the momentum is given and does not move.</summary>
    public void Step(
        uint step,
        short[] weights,
        short[] momenta,
        short[] gradients,
        double gradientUnit,
        double momentumUnit,
        double weightUnit,
        double rate,
        double rateRemainder)
    {
        bool[]? rateBits = settings.RateAsStream ? RateBits(step, rateRemainder) : null;
        double decayShare = settings.MomentumDecay / 65536.0;
        double momentumMaximum = Maximum(momenta);
        double gradientMaximum = Maximum(gradients);
        for (int i = 0; i < momenta.Length; i++)
        {
            int gathered =
                Draw(i, step, StreamKind.Gradient, settings.GradientLength, gradients[i], gradientMaximum, gradientUnit / momentumUnit, null);
            int decayed = Draw(i, step, StreamKind.Decay, settings.DecayLength, momenta[i], momentumMaximum, decayShare, null);
            Counts.RegisterReads++;
            Counts.RegisterWrites++;
            momenta[i] = Clipped(momenta[i] + gathered - decayed, settings.MomentumBits);
        }

        momentumMaximum = Maximum(momenta);
        double weightMaximum = Maximum(weights);
        for (int i = 0; i < weights.Length; i++)
        {
            int moved =
                Draw(i, step, StreamKind.Weight, settings.WeightLength, momenta[i], momentumMaximum, momentumUnit / weightUnit * rate, rateBits);
            int decayed = settings.WeightDecay == 0
                ? 0
                : Draw(
                    i, step, StreamKind.WeightDecay, settings.DecayLength, weights[i], weightMaximum,
                    settings.WeightDecay / 65536.0 * rate * rateRemainder, null);
            Counts.RegisterReads += 2;
            Counts.RegisterWrites++;
            weights[i] = Clipped(weights[i] - moved - decayed, settings.WeightBits);
        }
    }

    private static double Maximum(short[] values)
    {
        double maximum = 0;
        foreach (short value in values)
        {
            maximum = Math.Max(maximum, Math.Abs((double)value));
        }

        return maximum;
    }

    private short Clipped(int value, int bits)
    {
        int limit = (1 << (bits - 1)) - 1;
        if (Math.Abs(value) > limit)
        {
            Counts.Saturations++;
        }

        return (short)Math.Clamp(value, -limit, limit);
    }

    private int Draw(int index, uint step, StreamKind kind, int length, int value, double maximum, double coefficient, bool[]? multiplier)
    {
        double quantum = 1;
        while (maximum * coefficient > length * quantum)
        {
            quantum *= 2;
        }

        double share = Math.Abs(value) * coefficient / (length * quantum) * 65536.0;
        bool bipolar = settings.Encoding == UpdateEncoding.Bipolar;
        int wanted = bipolar
            ? 32768 + (Math.Sign(value) * (int)Math.Floor((share / 2) + 0.5))
            : (int)Math.Floor(share + 0.5);
        bool[] bits = Bits(index, step, kind, length, wanted);
        int ones = 0;
        for (int t = 0; t < length; t++)
        {
            bool bit = bits[t];
            if (multiplier != null && bipolar)
            {
                bit = bit == multiplier[t];
                Counts.XnorOperations++;
            }
            else if (multiplier != null)
            {
                bit &= multiplier[t];
                Counts.AndOperations++;
            }

            if (bit)
            {
                ones++;
                Counts.CounterIncrements++;
            }
            else if (bipolar)
            {
                Counts.CounterDecrements++;
            }
        }

        return bipolar ? ((2 * ones) - length) * (int)quantum : Math.Sign(value) * ones * (int)quantum;
    }

    private bool[] RateBits(uint step, double remainder)
    {
        double p = settings.Encoding == UpdateEncoding.Bipolar ? (1 + remainder) / 2 : remainder;
        int lane = (int)(step * (uint)settings.LaneRotation % (uint)cells.Lanes);
        return Bits(-1, step, StreamKind.Rate, settings.WeightLength, (int)Math.Floor(p * 65536), lane);
    }

    private bool[] Bits(int index, uint step, StreamKind kind, int length, int wanted, int? laneOf = null)
    {
        Counts.Numbers++;
        Counts.Bits += length;
        Counts.LaneCycles++;
        bool[] bits = new bool[length];
        if (wanted == 0)
        {
            return bits;
        }

        ulong key = CounterGenerator.Key(settings.Seed, (tensor * 16) + (uint)kind, step);
        uint first = (uint)(Math.Max(index, 0) * ((length + 31) / 32) * 16);
        int lane = laneOf ?? (int)(((uint)index + (step * (uint)settings.LaneRotation % (uint)cells.Lanes)) % (uint)cells.Lanes);
        bool spread = cells.DeviceToDevice > 0;
        for (int t = 0; t < length; t++)
        {
            uint word = first + ((uint)(t / 32) * 16);
            int random = spread ? Half(key, word, t % 32) : Spelled(key, word, t % 32);
            bits[t] = random < (spread ? OwnProbability(lane, t, wanted) : wanted);
            Counts.SetPulses++;
            Counts.Reads++;
            if (bits[t])
            {
                Counts.SetEvents++;
                Counts.ResetPulses++;
            }
        }

        return bits;
    }

    private static int Spelled(ulong key, uint counter, int lane)
    {
        int number = 0;
        for (uint digit = 0; digit < 16; digit++)
        {
            number = (number * 2) + (int)((Word(key, counter + digit) >> lane) & 1);
        }

        return number;
    }

    private static int Half(ulong key, uint counter, int lane) =>
        (int)((Word(key, counter + (uint)(lane / 2)) >> (lane % 2 == 0 ? 0 : 16)) & 0xFFFF);

    private static uint Word(ulong key, uint counter) => CounterGenerator.Word((uint)key, (uint)(key >> 32), counter);

    private int OwnProbability(int lane, int cell, int wanted)
    {
        ulong key = CounterGenerator.Key(cells.DeviceToDeviceSeed, 0xFFFF0001, bank);
        int cellClass = (int)(Word(key, (uint)((lane * cells.CellsPerLane) + cell)) % 32);
        return (int)new CellResponse(new() { DeviceToDevice = cells.DeviceToDevice }).Probability((uint)wanted, cellClass);
    }
}
