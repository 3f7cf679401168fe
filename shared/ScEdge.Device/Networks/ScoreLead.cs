namespace ScEdge.Device.Networks
{
    /// <summary>
    /// Which class leads by its score, and by how much.
    /// </summary>
    public struct ScoreLead
    {
        /// <summary>The class of the largest score, the first of equal ones.</summary>
        public readonly int Leader;

        /// <summary>How far it is ahead of the second; steps of a score.</summary>
        public readonly uint Lead;

        /// <summary>Looks through scores.</summary>
        /// <param name="scores">A score for each class; more may stand behind them.</param>
        /// <param name="classes">How many, at least 2.</param>
        public ScoreLead(int[] scores, int classes)
        {
            int first = 0;
            int second = -1;
            for (int i = 1; i < classes; i++)
            {
                if (scores[i] > scores[first])
                {
                    second = first;
                    first = i;
                }
                else if (second < 0 || scores[i] > scores[second])
                {
                    second = i;
                }
            }

            Leader = first;
            Lead = (uint)(scores[first] - scores[second]);
        }
    }
}
