using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Exact sum of many streams: each cycle the ones of all inputs are counted at once and added to a register.
    /// </summary>
    /// <remarks>
    /// <para>No scaling and no select streams: with k inputs E = sum of values, and for independent inputs
    /// Var = sum p_i (1 - p_i) / N, about 1 / k of a multiplexer's. Any correlation between inputs leaves the mean right
    /// and changes the variance. Bipolar inputs are counted like unipolar ones and decoded as 2 C - k N; sign-magnitude
    /// inputs count down where negative.</para>
    /// <para>The register is sized from the fan-in: k N must fit. A narrower one may be asked for, to model hardware;
    /// then every cycle that meets the end of the register is clipped and counted in <see cref="Saturations"/>.
    /// (B. Parhami, C.-H. Yeh, "Accumulative Parallel Counters", Asilomar 1995.)</para>
    /// </remarks>
    public sealed class AccumulativeParallelCounter
    {
        private readonly int fanIn;
        private readonly StreamEncoding encoding;
        private readonly long highest;
        private readonly long lowest;
        private int scaleExponent;

        /// <summary>Makes a counter that cannot saturate.</summary>
        /// <param name="fanIn">k, the number of inputs, 1 or more.</param>
        /// <param name="capacity">Most cycles that it will see before it is cleared.</param>
        /// <param name="encoding">Encoding of the inputs.</param>
        public AccumulativeParallelCounter(int fanIn, int capacity, StreamEncoding encoding)
            : this(fanIn, encoding, CounterRegister.BitsFor((long)fanIn * capacity))
        {
        }

        /// <summary>Makes a counter with a register of given width.</summary>
        /// <param name="fanIn">k, the number of inputs, 1 or more.</param>
        /// <param name="encoding">Encoding of the inputs.</param>
        /// <param name="registerBits">Width of the register, 1..62, the sign of sign-magnitude sums not included.</param>
        public AccumulativeParallelCounter(int fanIn, StreamEncoding encoding, int registerBits)
        {
            if (fanIn < 1 || registerBits < 1 || registerBits > 62)
            {
                throw new ArgumentException("A parallel counter needs one or more inputs and a register of 1..62 bits.");
            }

            this.fanIn = fanIn;
            this.encoding = encoding;
            RegisterBits = registerBits;
            highest = (1L << registerBits) - 1;
            lowest = encoding == StreamEncoding.SignMagnitude ? -highest : 0;
        }

        /// <summary>Gets the width of the register, its sign not included.</summary>
        public int RegisterBits { get; }

        /// <summary>Gets the register: ones counted, or positive less negative ones for sign and magnitude.</summary>
        public long Sum { get; private set; }

        /// <summary>Gets the cycles seen.</summary>
        public long Cycles { get; private set; }

        /// <summary>Gets the number of cycles whose sum met the end of the register and was clipped.</summary>
        public long Saturations { get; private set; }

        /// <summary>Gets the decoded sum, scale included; zero before the first cycle.</summary>
        public double Value
        {
            get
            {
                if (Cycles == 0)
                {
                    return 0.0;
                }

                long numerator = encoding == StreamEncoding.Bipolar ? (2 * Sum) - (fanIn * Cycles) : Sum;
                return StreamValue.Decode(numerator, Cycles, scaleExponent);
            }
        }

        /// <summary>Adds one block of cycles.</summary>
        /// <param name="inputs">k streams of the counter's encoding, equal in length and scale; signs may differ.</param>
        /// <exception cref="ArgumentException">The streams do not fit the counter or each other.</exception>
        public void Accumulate(Bitstream[] inputs)
        {
            Require(inputs);
            int length = inputs[0].Length;
            scaleExponent = inputs[0].ScaleExponent;
            for (int t = 0; t < length; t++)
            {
                int column = 0;
                for (int k = 0; k < inputs.Length; k++)
                {
                    if (inputs[k][t])
                    {
                        column += inputs[k].IsNegative ? -1 : 1;
                    }
                }

                Sum = Clip(Sum + column);
            }

            Cycles += length;
        }

        /// <summary>Goes back to zero.</summary>
        public void Clear()
        {
            Sum = 0;
            Cycles = 0;
            Saturations = 0;
        }

        private long Clip(long sum)
        {
            if (sum > highest)
            {
                Saturations++;
                return highest;
            }

            if (sum < lowest)
            {
                Saturations++;
                return lowest;
            }

            return sum;
        }

        private void Require(Bitstream[] inputs)
        {
            if (inputs.Length != fanIn)
            {
                throw new ArgumentException(
                    "The counter has " + fanIn.ToString() + " inputs, but was given " + inputs.Length.ToString()
                    + " streams; pad with streams of the value zero.");
            }

            int scale = Cycles == 0 ? inputs[0].ScaleExponent : scaleExponent;
            for (int k = 0; k < inputs.Length; k++)
            {
                StreamAgreement.RequireEncoding(inputs[k], encoding);
                StreamAgreement.RequireSameLength(inputs[0], inputs[k]);
                StreamAgreement.RequireScale(inputs[k], scale);
            }
        }
    }
}
