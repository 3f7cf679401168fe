namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The numbers of a map in lists by their level and sign.
    /// </summary>
    /// <remarks>A key is twice the level, and one more for a negative sign; zero has key 0.</remarks>
    internal sealed class LevelOrder
    {
        /// <summary>Ends a list.</summary>
        public const int None = -1;

        private readonly short[] following;
        private readonly short[] first;
        private readonly short[] counts;

        /// <summary>Makes room for maps.</summary>
        /// <param name="length">N, in bits.</param>
        /// <param name="mostNumbers">Numbers of the largest map, at most 32,767.</param>
        public LevelOrder(int length, int mostNumbers)
        {
            following = new short[mostNumbers];
            first = new short[(2 * length) + 2];
            counts = new short[first.Length];
        }

        /// <summary>Gets how many keys there are.</summary>
        public int Keys
        {
            get { return first.Length; }
        }

        /// <summary>Gets the key that most numbers have, the lowest of equal ones.</summary>
        public int MostFrequent { get; private set; }

        /// <summary>Returns the index of the first number of a key, or <see cref="None"/>.</summary>
        public int First(int key)
        {
            return first[key];
        }

        /// <summary>Returns the index of the number that follows one of the same key, or <see cref="None"/>.</summary>
        public int After(int index)
        {
            return following[index];
        }

        /// <summary>Puts the numbers of a map into their lists.</summary>
        /// <param name="map">The numbers.</param>
        /// <param name="count">How many.</param>
        /// <param name="scale">Their scale.</param>
        /// <param name="levels">What gives their levels.</param>
        public void Sort(int[] map, int count, FullScale scale, SequenceLevels levels)
        {
            for (int key = 0; key < first.Length; key++)
            {
                first[key] = None;
                counts[key] = 0;
            }

            for (int i = count - 1; i >= 0; i--)
            {
                int value = map[i];
                int key = value == 0 ? 0 : 2 * levels.Of(scale.Probability((uint)(value < 0 ? -value : value)));
                key = value < 0 && key != 0 ? key + 1 : key;
                following[i] = first[key];
                first[key] = (short)i;
                counts[key]++;
            }

            MostFrequent = 0;
            for (int key = 1; key < counts.Length; key++)
            {
                MostFrequent = counts[key] > counts[MostFrequent] ? key : MostFrequent;
            }
        }
    }
}
