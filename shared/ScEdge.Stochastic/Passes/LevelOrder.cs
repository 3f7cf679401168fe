namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The numbers of a map by growing level, at each level those of positive sign before those of negative sign.
    /// </summary>
    public sealed class LevelOrder
    {
        private readonly short[] keys;
        private readonly short[] indices;
        private readonly short[] first;

        /// <summary>Makes room for maps.</summary>
        /// <param name="length">N, in bits.</param>
        /// <param name="mostNumbers">Numbers of the largest map, at most 32,767.</param>
        public LevelOrder(int length, int mostNumbers)
        {
            keys = new short[mostNumbers];
            indices = new short[mostNumbers];
            first = new short[(2 * length) + 3];
        }

        /// <summary>Gets the numbers of the map in order, as indices. The backing array.</summary>
        public short[] Indices
        {
            get { return indices; }
        }

        /// <summary>Gets the key that most numbers have, the lowest of equal ones.</summary>
        public int MostFrequent { get; private set; }

        /// <summary>Returns the place of the first number of a key: twice the level, and one for a negative sign.</summary>
        /// <param name="key">0..2 N + 2; the last is beyond all.</param>
        public int First(int key)
        {
            return first[key];
        }

        /// <summary>Puts the numbers of a map in order.</summary>
        /// <param name="map">The numbers.</param>
        /// <param name="count">How many.</param>
        /// <param name="scale">Their scale.</param>
        /// <param name="levels">What gives their levels.</param>
        public void Sort(int[] map, int count, FullScale scale, SequenceLevels levels)
        {
            for (int key = 0; key < first.Length; key++)
            {
                first[key] = 0;
            }

            for (int i = 0; i < count; i++)
            {
                int value = map[i];
                int key = value == 0 ? 0 : 2 * levels.Of(scale.Probability((uint)(value < 0 ? -value : value)));
                key = value < 0 && key != 0 ? key + 1 : key;
                keys[i] = (short)key;
                first[key]++;
            }

            // Where each key ends; filled from the back, where it begins.
            int most = 0;
            int ended = 0;
            for (int key = 0; key < first.Length; key++)
            {
                if (first[key] > most)
                {
                    most = first[key];
                    MostFrequent = key;
                }

                ended += first[key];
                first[key] = (short)ended;
            }

            for (int i = count - 1; i >= 0; i--)
            {
                int key = keys[i];
                first[key]--;
                indices[first[key]] = (short)i;
            }
        }
    }
}
