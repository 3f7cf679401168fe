using System;

namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// Numbers recorded from a physical source, replayed in their order.
    /// </summary>
    /// <remarks>
    /// Carries whatever bias, drift and autocorrelation the recording has. A trace that wraps correlates with itself
    /// after its length; where that matters choose <see cref="TraceEnd.Throw"/>.
    /// </remarks>
    public sealed class TraceSource : INumberSource
    {
        private readonly uint[] numbers;
        private readonly TraceEnd end;
        private int position;

        /// <summary>Makes the source of a trace.</summary>
        /// <param name="numbers">The recorded numbers, one or more; kept, not copied, so not to be changed afterwards.</param>
        /// <param name="width">Bits of a number, 1..32.</param>
        /// <param name="end">What happens after the last number.</param>
        /// <exception cref="ArgumentException">The trace is empty, or a number does not fit the width.</exception>
        public TraceSource(uint[] numbers, int width, TraceEnd end)
        {
            Width = SourceWidth.Require(width, 1);
            if (numbers.Length == 0)
            {
                throw new ArgumentException("A trace needs at least one number.");
            }

            uint mask = SourceWidth.Mask(width);
            for (int i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] > mask)
                {
                    throw new ArgumentException(
                        "Number " + i.ToString() + " of the trace does not fit in " + width.ToString()
                        + " bits; give the width of the recording.");
                }
            }

            this.numbers = numbers;
            this.end = end;
        }

        /// <inheritdoc/>
        public int Width { get; }

        /// <inheritdoc/>
        /// <exception cref="InvalidOperationException">The trace is spent and does not wrap.</exception>
        public uint Next()
        {
            if (position == numbers.Length)
            {
                if (end == TraceEnd.Throw)
                {
                    throw new InvalidOperationException(
                        "The trace of " + numbers.Length.ToString()
                        + " numbers is spent; record a longer one or let it wrap.");
                }

                position = 0;
            }

            uint number = numbers[position];
            position++;
            return number;
        }

        /// <inheritdoc/>
        public void Reset()
        {
            position = 0;
        }
    }
}
