using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Streams of one shared sequence as levels: a stream's bits follow from how many of them are one.
    /// </summary>
    /// <remarks>
    /// Bit t of the stream of P is one where R(t) &lt; P, so streams are nested and the level L(P) = number of R(t) below P says which bits are one:
    /// the first L of <see cref="Order"/>. Equal numbers of the sequence are entered together, so no level lies between them.
    /// </remarks>
    public sealed class SequenceLevels
    {
        private const int BucketShift = 10;
        private const int Buckets = 1 << (16 - BucketShift);

        private readonly ushort[] numbers;
        private readonly ushort[] ascending;
        private readonly short[] order;
        private readonly short[] ranks;
        private readonly short[] first = new short[Buckets + 2];

        /// <summary>Makes room for a sequence.</summary>
        /// <param name="length">N, in bits; at most 4096.</param>
        public SequenceLevels(int length)
        {
            numbers = new ushort[length];
            ascending = new ushort[length];
            order = new short[length];
            ranks = new short[length];
        }

        /// <summary>Gets N, in bits.</summary>
        public int Length
        {
            get { return numbers.Length; }
        }

        /// <summary>Gets the places t of the sequence by growing R(t). The backing array.</summary>
        public short[] Order
        {
            get { return order; }
        }

        /// <summary>Gets the rank of each R(t) among all, 0..N - 1. The backing array.</summary>
        public short[] Ranks
        {
            get { return ranks; }
        }

        /// <summary>Draws the sequence of a tensor and puts it in order.</summary>
        /// <param name="sequence">Makes the numbers; of the same length.</param>
        /// <param name="serial">Serial number of the image, or of the batch.</param>
        /// <param name="counts">Receives what the cells did.</param>
        public void Begin(RandomSequence sequence, uint serial, OperationCounts counts)
        {
            sequence.Fill(serial, numbers, counts);
            for (int bucket = 0; bucket < first.Length; bucket++)
            {
                first[bucket] = 0;
            }

            // Where each bucket ends; filled from the back, where it begins.
            for (int t = 0; t < numbers.Length; t++)
            {
                first[numbers[t] >> BucketShift]++;
            }

            for (int bucket = 1; bucket < first.Length; bucket++)
            {
                first[bucket] += first[bucket - 1];
            }

            for (int t = numbers.Length - 1; t >= 0; t--)
            {
                int bucket = numbers[t] >> BucketShift;
                first[bucket]--;
                order[first[bucket]] = (short)t;
            }

            SortBuckets();
        }

        /// <summary>Returns the level of a probability: how many numbers of the sequence lie below it, 0..N.</summary>
        /// <param name="probability">P, 0..65536.</param>
        public int Of(uint probability)
        {
            int bucket = (int)(probability >> BucketShift);
            int level = first[bucket];
            int end = first[bucket + 1];
            while (level < end && ascending[level] < probability)
            {
                level++;
            }

            return level;
        }

        /// <summary>Moves each number down to its place, which is within its bucket.</summary>
        private void SortBuckets()
        {
            for (int i = 0; i < order.Length; i++)
            {
                short t = order[i];
                ushort number = numbers[t];
                int place = i;
                for (; place > 0 && ascending[place - 1] > number; place--)
                {
                    ascending[place] = ascending[place - 1];
                    order[place] = order[place - 1];
                }

                ascending[place] = number;
                order[place] = t;
            }

            for (int rank = 0; rank < order.Length; rank++)
            {
                ranks[order[rank]] = (short)rank;
            }
        }
    }
}
