using System;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// A counter of a limited number of states that stays at its ends: the memory of sequential stochastic circuits.
    /// </summary>
    /// <remarks>
    /// Fed with up pulses of probability p and down pulses otherwise it is a random walk on 0..n - 1 with
    /// reflecting ends, whose stationary law is geometric: the share of state i is proportional to (p / (1 - p))^i.
    /// </remarks>
    public sealed class SaturatingUpDownCounter
    {
        private readonly int initialState;

        /// <summary>Makes the counter.</summary>
        /// <param name="states">n, the number of states, 2 or more.</param>
        /// <param name="initialState">First state, 0..n - 1.</param>
        public SaturatingUpDownCounter(int states, int initialState)
        {
            if (states < 2 || initialState < 0 || initialState >= states)
            {
                throw new ArgumentException("A counter needs two or more states and an initial state among them.");
            }

            States = states;
            this.initialState = initialState;
            State = initialState;
        }

        /// <summary>Gets n, the number of states.</summary>
        public int States { get; }

        /// <summary>Gets the state, 0..n - 1.</summary>
        public int State { get; private set; }

        /// <summary>Gets the number of steps lost at the ends.</summary>
        public long Saturations { get; private set; }

        /// <summary>Takes one cycle: a step up, a step down, or none when both or neither are asked for.</summary>
        public void Step(bool up, bool down)
        {
            if (up == down)
            {
                return;
            }

            int next = up ? State + 1 : State - 1;
            if (next < 0 || next >= States)
            {
                Saturations++;
                return;
            }

            State = next;
        }

        /// <summary>Goes back to the first state and no saturations.</summary>
        public void Reset()
        {
            State = initialState;
            Saturations = 0;
        }
    }
}
