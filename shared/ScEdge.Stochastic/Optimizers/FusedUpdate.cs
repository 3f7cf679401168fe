using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The update of a range of registers in one loop without calls, for the commonest circuit: the chip's fast path.
    /// </summary>
    /// <remarks>
    /// <para>The same bits and counts as <see cref="TensorOptimizer"/>, <see cref="UpdatePath"/>, <see cref="CellBank"/>, <see cref="BernoulliWord"/>
    /// and <see cref="Streams.PopulationCount"/> give together; those are the definition, and a test holds the two equal. On an interpreter a call costs
    /// as much as a dozen instructions and a count of another object as much as four, so all is written out here and counted in locals.</para>
    /// <para>Counts of a range fit 32 bits: at most 2^24 parameters of two streams with 32 bits and 16 random words each.</para>
    /// </remarks>
    internal static class FusedUpdate
    {
        private const int LongestRange = 1 << 24;

        /// <summary>Returns whether an update is of the kind that <see cref="Run"/> computes.</summary>
        public static bool Fits(RegisterUpdate update, CellBank bank, int parameters)
        {
            bool nominal = bank.Classes == null && bank.Response == null && bank.Quantizer == null && bank.Stuck == null;
            return nominal && !bank.HasMemory && parameters <= LongestRange && Fits(update.Path)
                && (update.Decay == null || Fits(update.Decay));
        }

        private static bool Fits(UpdatePath path)
        {
            StreamScale scale = path.Scale;
            return !path.IsBipolar && path.Multiplier == null && path.Length <= 32 && scale.Shift > 0 && scale.Shift <= 32;
        }

        /// <summary>Updates the registers of a range; parameters and result as in <see cref="TensorOptimizer"/>.</summary>
        public static uint Run(RegisterUpdate update, CellBank bank, int start, int end, OperationCounts counts)
        {
            // The interpreter reaches the first four locals fastest.
            uint at;
            uint undecided;
            int digits;
            uint keyHigh;

            short[] registers = update.Registers;
            short[] quantities = update.Quantities;
            int limit = update.Limit;
            bool decays = update.Decay != null;

            UpdatePath path = update.Path;
            uint pathLow = (uint)path.Key;
            uint pathHigh = (uint)(path.Key >> 32);
            uint pathMantissa = path.Scale.Mantissa;
            int pathShift = path.Scale.Shift - 1;
            uint pathMask = 0xFFFFFFFFu >> (32 - path.Length);
            int pathStep = (update.TakeAway ? -1 : 1) << path.Scale.QuantumShift;

            UpdatePath decay = decays ? update.Decay : path;
            uint decayLow = (uint)decay.Key;
            uint decayHigh = (uint)(decay.Key >> 32);
            uint decayMantissa = decay.Scale.Mantissa;
            int decayShift = decay.Scale.Shift - 1;
            uint decayMask = 0xFFFFFFFFu >> (32 - decay.Length);
            int decayStep = -1 << decay.Scale.QuantumShift;

            uint keyLow = pathLow;
            keyHigh = pathHigh;
            uint mantissa = pathMantissa;
            int shift = pathShift;
            uint mask = pathMask;
            int step = pathStep;

            int highest = 0;
            int lowest = 0;
            int saturations = 0;
            int silentBits = 0;
            int events = 0;
            uint words = 0;
            uint counter = (uint)start * BernoulliWord.CounterStride;
            for (int i = start; i < end; i++)
            {
                int value = registers[i];
                int quantity = quantities[i];
                int changed = value;
                bool more = decays;
                while (true)
                {
                    int signedStep = step;
                    if (quantity < 0)
                    {
                        quantity = -quantity;
                        signedStep = -step;
                    }

                    at = counter + keyLow;

                    // The sixteen digits of p, most significant first; none where p is zero or one.
                    digits = (int)((((((uint)quantity * mantissa) >> shift) + 1) >> 1) << BernoulliWord.CounterStride);
                    if (digits != 0)
                    {
                        undecided = mask;
                        uint set = 0;
                        do
                        {
                            uint mix = ((at ^ (at >> 16)) * 0x7FEB352Du) ^ keyHigh;
                            mix = (mix ^ (mix >> 15)) * 0x846CA68Bu;
                            at++;
                            if (digits < 0)
                            {
                                mix ^= mix >> 16;
                                set |= undecided & ~mix;
                                undecided &= mix;
                                digits <<= 1;
                                if (digits == 0)
                                {
                                    break;
                                }
                            }
                            else
                            {
                                undecided &= ~(mix ^ (mix >> 16));
                                digits <<= 1;
                            }
                        }
                        while (undecided != 0);

                        if (set != 0)
                        {
                            set = set - ((set >> 1) & 0xDB6DB6DBu) - ((set >> 2) & 0x49249249u);
                            int ones = (int)(((set + (set >> 3)) & 0xC71C71C7u) % 63);
                            events += ones;
                            changed += ones * signedStep;
                        }
                    }
                    else if ((((uint)quantity * mantissa) >> shift) == 0)
                    {
                        silentBits += more == decays ? path.Length : decay.Length;
                    }
                    else
                    {
                        int ones = more == decays ? path.Length : decay.Length;
                        events += ones;
                        changed += ones * signedStep;
                    }

                    words += at;
                    if (!more)
                    {
                        break;
                    }

                    more = false;
                    quantity = value;
                    keyLow = decayLow;
                    keyHigh = decayHigh;
                    mantissa = decayMantissa;
                    shift = decayShift;
                    mask = decayMask;
                    step = decayStep;
                }

                if (decays)
                {
                    keyLow = pathLow;
                    keyHigh = pathHigh;
                    mantissa = pathMantissa;
                    shift = pathShift;
                    mask = pathMask;
                    step = pathStep;
                }

                counter += BernoulliWord.CounterStride;
                if (changed > highest)
                {
                    if (changed > limit)
                    {
                        changed = limit;
                        saturations++;
                    }

                    highest = changed;
                }
                else if (changed < lowest)
                {
                    if (changed < -limit)
                    {
                        changed = -limit;
                        saturations++;
                    }

                    lowest = changed;
                }

                registers[i] = (short)changed;
            }

            // Every stream began at parameter x 16 + keyLow; what the counters have gained on that, modulo 2^32, are the words.
            uint parameters = (uint)(end - start);
            uint begun = parameters * (uint)(start + end - 1) * (BernoulliWord.CounterStride / 2);
            words -= begun + (parameters * pathLow);
            words -= decays ? begun + (parameters * decayLow) : 0;
            Count(update, bank.SerialWrite, end - start, silentBits, events, (int)words, saturations, counts);
            return (uint)(highest > -lowest ? highest : -lowest);
        }

        private static void Count(
            RegisterUpdate update,
            bool serialWrite,
            int parameters,
            int silentBits,
            int events,
            int words,
            int saturations,
            OperationCounts counts)
        {
            long numbers = (update.Decay == null ? 1L : 2L) * parameters;
            long bits = (update.Path.Length + (update.Decay == null ? 0L : update.Decay.Length)) * parameters;
            counts.Numbers += numbers;
            counts.Bits += bits;
            counts.LaneCycles += serialWrite ? bits : numbers;
            counts.SetPulses += bits - silentBits;
            counts.Reads += bits - silentBits;
            counts.SetEvents += events;
            counts.ResetPulses += events;
            counts.CounterIncrements += events;
            counts.RandomWords += words;
            counts.Saturations += saturations;
            counts.RegisterReads += update.ReadsPerParameter * (long)parameters;
            counts.RegisterWrites += parameters;
        }
    }
}
