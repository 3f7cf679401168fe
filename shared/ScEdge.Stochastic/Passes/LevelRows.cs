namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// A row of the table of products of levels, for inputs of both signs, less what is common to all inputs.
    /// </summary>
    /// <remarks>
    /// Entry N + l of a row is sign(input) sign(l) popcount(a AND w) for an input of the row's level and a weight of level |l|, l = -N..N, less the
    /// same for the common level. From one level to the next one bit enters.
    /// </remarks>
    internal sealed class LevelRows
    {
        private readonly SequenceLevels inputs;
        private readonly SequenceLevels weights;
        private readonly int length;
        private readonly int[] positive;
        private readonly int[] negative;

        /// <summary>Makes room for the rows.</summary>
        /// <param name="inputs">Levels of the inputs.</param>
        /// <param name="weights">Levels of the weights, of the same length.</param>
        public LevelRows(SequenceLevels inputs, SequenceLevels weights)
        {
            this.inputs = inputs;
            this.weights = weights;
            length = inputs.Length;
            positive = new int[(2 * length) + 1];
            negative = new int[(2 * length) + 1];
        }

        /// <summary>Gets the row of positive inputs. The backing array.</summary>
        public int[] Positive
        {
            get { return positive; }
        }

        /// <summary>Gets the row of negative inputs. The backing array.</summary>
        public int[] Negative
        {
            get { return negative; }
        }

        /// <summary>Begins at level 0.</summary>
        /// <param name="common">Key of the common level: twice the level, and one more for a negative sign.</param>
        public void Begin(int common)
        {
            for (int place = 0; place < positive.Length; place++)
            {
                positive[place] = 0;
            }

            for (int bit = 0; bit < common / 2; bit++)
            {
                positive[length + weights.Ranks[inputs.Order[bit]] + 1]++;
            }

            int count = 0;
            negative[length] = 0;
            for (int above = 1; above <= length; above++)
            {
                count += positive[length + above];
                int excess = (common & 1) == 0 ? -count : count;
                positive[length + above] = excess;
                positive[length - above] = -excess;
                negative[length + above] = excess;
                negative[length - above] = -excess;
            }
        }

        /// <summary>Goes on to the next level.</summary>
        /// <param name="level">The present one.</param>
        public void Enter(int level)
        {
            int[] up = positive;
            int[] down = negative;
            for (int above = weights.Ranks[inputs.Order[level]] + 1; above <= length; above++)
            {
                up[length + above]++;
                up[length - above]--;
                down[length + above]--;
                down[length - above]++;
            }
        }
    }
}
