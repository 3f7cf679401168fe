using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Hyperbolic tangent of a bipolar stream: a saturating counter of n states whose upper half gives ones.
    /// </summary>
    /// <remarks>
    /// <para>A one steps up, a zero steps down; the output of a cycle is the state after the step. For independent input
    /// bits the stationary mean is exactly (r^(n/2) - 1) / (r^(n/2) + 1) with r = (1 + x) / (1 - x), that is
    /// tanh((n / 2) artanh x), near tanh(n x / 2) for small x. (B. Brown, H. Card, "Stochastic Neural Computation I:
    /// Computational Elements", IEEE Trans. Computers 50, 2001: Stanh(n, x).)</para>
    /// <para>Needs an input without autocorrelation: low-discrepancy streams keep the state near the middle and spoil the
    /// function. The output is strongly autocorrelated, so its variance is several times (1 - y^2) / N, and it starts in
    /// the middle: allow some n^2 cycles to settle near x = 0. State is kept from stream to stream until
    /// <see cref="Reset"/>. Input and output at scale 2^0.</para>
    /// </remarks>
    public sealed class FsmTanh
    {
        private readonly SaturatingUpDownCounter counter;

        /// <summary>Makes the circuit.</summary>
        /// <param name="states">n, the number of states, even.</param>
        /// <exception cref="ArgumentException">The number of states is odd or less than 2.</exception>
        public FsmTanh(int states)
        {
            if (states < 2 || (states & 1) != 0)
            {
                throw new ArgumentException("The circuit needs an even number of states, not " + states.ToString() + ".");
            }

            counter = new SaturatingUpDownCounter(states, states / 2);
        }

        /// <summary>Runs the circuit over a stream.</summary>
        /// <param name="input">Bipolar stream x at scale 2^0.</param>
        /// <returns>Bipolar stream y.</returns>
        /// <exception cref="ArgumentException">The input has another encoding or scale.</exception>
        public Bitstream Apply(Bitstream input)
        {
            StreamAgreement.RequireEncoding(input, StreamEncoding.Bipolar);
            StreamAgreement.RequireUnitScale(input);
            Bitstream output = new Bitstream(input.Length, StreamEncoding.Bipolar);
            int half = counter.States / 2;
            for (int t = 0; t < input.Length; t++)
            {
                bool bit = input[t];
                counter.Step(bit, !bit);
                output[t] = counter.State >= half;
            }

            return output;
        }

        /// <summary>Goes back to the middle state.</summary>
        public void Reset()
        {
            counter.Reset();
        }
    }
}
