namespace ScEdge.Entropy.Health
{
    /// <summary>
    /// The tests that a source must pass all the time: repetition count, adaptive proportion, repeated words.
    /// </summary>
    public sealed class HealthTests
    {
        private readonly RepetitionCountTest repetitionCount;
        private readonly AdaptiveProportionTest adaptiveProportion;
        private readonly RepeatedWordTest repeatedWord;

        /// <summary>Makes the tests.</summary>
        /// <param name="minEntropy">H claimed per bit, in units of 2^-16 bit, 1..65536.</param>
        /// <param name="falseAlarmDigits">
        /// a: the false-alarm probability is at most 2^-a per bit, per window and per word respectively, 1..64; SP 800-90B
        /// recommends 20 to 40.
        /// </param>
        public HealthTests(uint minEntropy, int falseAlarmDigits)
        {
            repetitionCount = new RepetitionCountTest(minEntropy, falseAlarmDigits);
            adaptiveProportion = new AdaptiveProportionTest(minEntropy, falseAlarmDigits);
            repeatedWord = new RepeatedWordTest(minEntropy, falseAlarmDigits);
        }

        /// <summary>Takes the next 32 bits of the source; returns the first test that they fail.</summary>
        public HealthAlarm Add(uint word)
        {
            bool repeats = repetitionCount.Add(word);
            bool leans = adaptiveProportion.Add(word);
            bool returns = repeatedWord.Add(word);
            return repeats ? HealthAlarm.RepetitionCount
                : leans ? HealthAlarm.AdaptiveProportion
                : returns ? HealthAlarm.RepeatedWord
                : HealthAlarm.None;
        }
    }
}
