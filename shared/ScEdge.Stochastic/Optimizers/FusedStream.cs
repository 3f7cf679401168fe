using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// One stream's changes of a range of registers, in one loop without calls, written out for an interpreter.
    /// </summary>
    /// <remarks>
    /// <para>What <see cref="UpdatePath.Change"/>, <see cref="BernoulliWord.Draw"/>, <see cref="Sources.CounterGenerator.Word"/> and
    /// <see cref="Streams.PopulationCount"/> do for one parameter after the other. On an interpreter every instruction costs the same few dozen
    /// machine instructions, a local variable twice as many, a call a dozen times as many, a count of another object four times. Hence:</para>
    /// <para>four digits of p at a time are written out, each the same lines with its own constants, so that neither digits nor counter are shifted
    /// and counted on for every random word; an assignment stands inside the expression that uses its value; counts are locals; the upper digits
    /// of the counter, the same for all parameters, are found once; registers are written where they change; a division takes two instructions fewer
    /// than a shift by a variable, which C# masks; constants of four bytes, which the interpreter reads byte by byte, are locals.</para>
    /// </remarks>
    internal static class FusedStream
    {
        /// <summary>Adds +- SC(quantity) to every register of a range.</summary>
        /// <param name="registers">Registers to change.</param>
        /// <param name="quantities">Signed quantity of every parameter; may be the registers.</param>
        /// <param name="path">The stream, of at most 32 bits: no bipolar one, no product, with a shift of 1..31.</param>
        /// <param name="sign">1 to add the changes, -1 to take them away.</param>
        /// <param name="limit">Largest magnitude of a register.</param>
        /// <param name="serialWrite">Whether one cell of a lane makes all bits.</param>
        /// <param name="start">First parameter.</param>
        /// <param name="end">End of the range, exclusive. The counters of all its parameters have the upper 15 digits in common.</param>
        /// <param name="counts">Receives what the circuit did, reads and writes of registers excepted.</param>
        /// <returns>The largest magnitude of the range's registers.</returns>
        public static uint Add(
            short[] registers,
            short[] quantities,
            UpdatePath path,
            int sign,
            int limit,
            bool serialWrite,
            int start,
            int end,
            OperationCounts counts)
        {
            // The interpreter reaches the first four locals fastest; mix is the random word in the making.
            uint mix;
            uint undecided;
            uint digits;
            uint at;

            uint keyLow = (uint)path.Key;
            uint keyHigh = (uint)(path.Key >> 32);
            uint high = (keyLow + ((uint)start * BernoulliWord.CounterStride)) >> 17;
            uint mantissa = path.Scale.Mantissa;
            uint divisor = 1u << path.Scale.Shift;
            uint half = divisor / 2;
            int length = path.Length;
            uint mask = 0xFFFFFFFFu >> (32 - length);
            int step = sign << path.Scale.QuantumShift;

            // Factors of CounterGenerator; masks of a parallel counter to the base 8; single digits of p and those after them.
            uint firstFactor = 0xED5AD4BBu;
            uint secondFactor = 0xAC4C1B51u;
            uint thirdFactor = 0x31848BABu;
            uint lowerTwoOfThree = 0xDB6DB6DBu;
            uint lowestOfThree = 0x49249249u;
            uint lowerThreeOfSix = 0xC71C71C7u;
            uint allDigits = 0xFFFF;
            uint digit0 = 0x8000;
            uint rest0 = 0x7FFF;
            uint digit1 = 0x4000;
            uint rest1 = 0x3FFF;
            uint digit2 = 0x2000;
            uint rest2 = 0x1FFF;
            uint digit3 = 0x1000;
            uint rest3 = 0x0FFF;

            int maximum = 0;
            uint span = 0;
            int saturations = 0;
            int silentBits = 0;
            int events = 0;
            int words = 0;
            for (int i = start; i < end; i++)
            {
                int value = registers[i];
                int quantity = quantities[i];

                // p, of 16 digits; no digit is a one where p is zero or one.
                digits = (((uint)(quantity < 0 ? -quantity : quantity) * mantissa) + half) / divisor;
                if ((digits & allDigits) != 0)
                {
                    at = ((uint)i << 4) + keyLow;
                    undecided = mask;
                    uint set = 0;
                    while (true)
                    {
                        mix = ((mix = (((at ^ high) * firstFactor) ^ keyHigh)) ^ (mix >> 11)) * secondFactor;
                        mix = (mix ^ (mix >> 15)) * thirdFactor;
                        if ((digits & digit0) != 0)
                        {
                            set += undecided - (undecided &= mix ^ (mix >> 14));
                            if (undecided == 0 || (digits & rest0) == 0)
                            {
                                words += 1;
                                break;
                            }
                        }
                        else if ((undecided &= ~(mix ^ (mix >> 14))) == 0)
                        {
                            words += 1;
                            break;
                        }

                        mix = ((mix = ((((at + 1) ^ high) * firstFactor) ^ keyHigh)) ^ (mix >> 11)) * secondFactor;
                        mix = (mix ^ (mix >> 15)) * thirdFactor;
                        if ((digits & digit1) != 0)
                        {
                            set += undecided - (undecided &= mix ^ (mix >> 14));
                            if (undecided == 0 || (digits & rest1) == 0)
                            {
                                words += 2;
                                break;
                            }
                        }
                        else if ((undecided &= ~(mix ^ (mix >> 14))) == 0)
                        {
                            words += 2;
                            break;
                        }

                        mix = ((mix = ((((at + 2) ^ high) * firstFactor) ^ keyHigh)) ^ (mix >> 11)) * secondFactor;
                        mix = (mix ^ (mix >> 15)) * thirdFactor;
                        if ((digits & digit2) != 0)
                        {
                            set += undecided - (undecided &= mix ^ (mix >> 14));
                            if (undecided == 0 || (digits & rest2) == 0)
                            {
                                words += 3;
                                break;
                            }
                        }
                        else if ((undecided &= ~(mix ^ (mix >> 14))) == 0)
                        {
                            words += 3;
                            break;
                        }

                        mix = ((mix = ((((at + 3) ^ high) * firstFactor) ^ keyHigh)) ^ (mix >> 11)) * secondFactor;
                        mix = (mix ^ (mix >> 15)) * thirdFactor;
                        if ((digits & digit3) != 0)
                        {
                            set += undecided - (undecided &= mix ^ (mix >> 14));
                            if (undecided == 0 || (digits & rest3) == 0)
                            {
                                words += 4;
                                break;
                            }
                        }
                        else if ((undecided &= ~(mix ^ (mix >> 14))) == 0)
                        {
                            words += 4;
                            break;
                        }

                        words += 4;
                        at += 4;
                        digits <<= 4;
                    }

                    if (set != 0)
                    {
                        // Ones of each three bits, of each six, then the sum of the digits to the base 64 (HAKMEM, 1972, item 169).
                        set = set - ((set >> 1) & lowerTwoOfThree) - ((set >> 2) & lowestOfThree);
                        int ones = (int)(((set + (set >> 3)) & lowerThreeOfSix) % 63);
                        events += ones;
                        value += quantity < 0 ? -ones * step : ones * step;
                        registers[i] = (short)value;
                    }
                }
                else if (digits == 0)
                {
                    silentBits += length;
                }
                else
                {
                    events += length;
                    value += quantity < 0 ? -length * step : length * step;
                    registers[i] = (short)value;
                }

                // One comparison for both signs: outside of -maximum..maximum.
                if ((uint)(value + maximum) > span)
                {
                    maximum = value < 0 ? -value : value;
                    if (maximum > limit)
                    {
                        maximum = limit;
                        registers[i] = (short)(value < 0 ? -limit : limit);
                        saturations++;
                    }

                    span = 2 * (uint)maximum;
                }
            }

            int parameters = end - start;
            int bits = length * parameters;
            counts.Numbers += parameters;
            counts.Bits += bits;
            counts.LaneCycles += serialWrite ? bits : parameters;
            counts.SetPulses += bits - silentBits;
            counts.Reads += bits - silentBits;
            counts.SetEvents += events;
            counts.ResetPulses += events;
            counts.CounterIncrements += events;
            counts.RandomWords += words;
            counts.Saturations += saturations;
            return (uint)maximum;
        }
    }
}
