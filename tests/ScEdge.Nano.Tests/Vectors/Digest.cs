using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// A number that stands for all the words a case has made: FNV-1a over 32-bit words (G. Fowler, L. C. Noll, P. Vo).
    /// </summary>
    public sealed class Digest
    {
        /// <summary>Gets the digest so far.</summary>
        public uint Value { get; private set; } = 2166136261u;

        /// <summary>Adds a word.</summary>
        public void Add(uint word)
        {
            Value = (Value ^ word) * 16777619u;
        }

        /// <summary>Adds a signed number.</summary>
        public void Add(int number)
        {
            Add((uint)number);
        }

        /// <summary>Adds a long number, its low half first.</summary>
        public void Add(long number)
        {
            Add((uint)number);
            Add((uint)(number >> 32));
        }

        /// <summary>Adds the bits of a floating-point number.</summary>
        public void Add(double number)
        {
            Add(BitConverter.DoubleToInt64Bits(number));
        }

        /// <summary>Adds a stream: its bits, and what its ones are worth.</summary>
        public void Add(Bitstream stream)
        {
            for (int i = 0; i < stream.Words.Length; i++)
            {
                Add(stream.Words[i]);
            }

            Add(stream.Value);
        }

        /// <summary>Adds bytes.</summary>
        public void Add(byte[] bytes, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                Add((uint)bytes[offset + i]);
            }
        }

        /// <summary>Adds registers.</summary>
        public void Add(short[] registers)
        {
            for (int i = 0; i < registers.Length; i++)
            {
                Add((int)registers[i]);
            }
        }

        /// <summary>Adds signed numbers.</summary>
        public void Add(int[] numbers)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                Add(numbers[i]);
            }
        }

        /// <summary>Adds the streams of a tensor: their words, signs and scale.</summary>
        public void Add(NumberStreams streams)
        {
            for (int i = 0; i < streams.Words.Length; i++)
            {
                Add(streams.Words[i]);
            }

            for (int i = 0; i < streams.Signs.Length; i++)
            {
                Add((int)streams.Signs[i]);
            }

            Add(streams.Scale.Exponent);
            Add(streams.Scale.Eighths);
        }

        /// <summary>Adds all counts.</summary>
        public void Add(OperationCounts counts)
        {
            long[] values = new long[OperationCounts.Count];
            counts.CopyTo(values);
            for (int i = 0; i < values.Length; i++)
            {
                Add(values[i]);
            }
        }
    }
}
