using ScEdge.Entropy.Health;
using ScEdge.Entropy.Sources;

namespace ScEdge.Entropy.Monitoring
{
    /// <summary>
    /// Gives the words of the best source that is healthy, and says which that is.
    /// </summary>
    /// <remarks>
    /// Every word passes the health tests before it is given; a word that fails them is not. A source that comes into force first has
    /// <see cref="StartupWords"/> words tested and thrown away (SP 800-90B, 4.3: at least 1,024 samples). A source that has failed stays
    /// out until the monitor is started again.
    /// </remarks>
    public sealed class EntropyMonitor : IEntropySource
    {
        /// <summary>Words tested and thrown away when a source comes into force.</summary>
        public const int StartupWords = 32;

        private readonly IEntropySource[] sources;
        private readonly FailurePolicy policy;
        private readonly int falseAlarmDigits;
        private HealthTests tests;
        private int inForce;
        private bool stopped;
        private int lastFailed = -1;
        private HealthAlarm lastAlarm;

        /// <summary>Brings the first healthy source into force.</summary>
        /// <param name="sources">Sources, the best first.</param>
        /// <param name="policy">What happens when a source in force fails; at the start the best healthy one is taken either way.</param>
        /// <param name="falseAlarmDigits">a: false-alarm probability 2^-a of each health test, 1..64.</param>
        public EntropyMonitor(IEntropySource[] sources, FailurePolicy policy, int falseAlarmDigits)
        {
            this.sources = sources;
            this.policy = policy;
            this.falseAlarmDigits = falseAlarmDigits;
            StartAgain();
        }

        /// <summary>Gets the index of the source in force, -1 when there is none.</summary>
        public int InForce
        {
            get { return stopped ? -1 : inForce; }
        }

        /// <summary>Gets the index of the source that failed last, -1 while none has.</summary>
        public int LastFailed
        {
            get { return lastFailed; }
        }

        /// <summary>Gets which test the source that failed last did not pass.</summary>
        public HealthAlarm LastAlarm
        {
            get { return lastAlarm; }
        }

        /// <summary>Gets the quality of the source in force; failing when there is none.</summary>
        public EntropyQuality Quality
        {
            get { return stopped ? EntropyQuality.Failing : sources[inForce].Quality; }
        }

        /// <summary>Gets the claim of the source in force, in units of 2^-16 bit per bit; 0 when there is none.</summary>
        public uint MinEntropy
        {
            get { return stopped ? 0 : sources[inForce].MinEntropy; }
        }

        /// <inheritdoc/>
        public uint NextWord()
        {
            while (!stopped)
            {
                uint word = sources[inForce].NextWord();
                if (IsHealthy(word))
                {
                    return word;
                }

                if (policy == FailurePolicy.Stop)
                {
                    stopped = true;
                }
                else
                {
                    TakeNext();
                }
            }

            return 0;
        }

        /// <summary>Brings the best healthy source into force, also one that has failed before.</summary>
        public void StartAgain()
        {
            inForce = -1;
            TakeNext();
        }

        private void TakeNext()
        {
            bool healthy = false;
            while (!healthy && inForce + 1 < sources.Length)
            {
                inForce++;
                healthy = StartUp();
            }

            stopped = !healthy;
        }

        private bool StartUp()
        {
            IEntropySource source = sources[inForce];
            if (source.Quality == EntropyQuality.Failing)
            {
                return Failed(HealthAlarm.Reported);
            }

            tests = new HealthTests(source.MinEntropy, falseAlarmDigits);
            for (int i = 0; i < StartupWords; i++)
            {
                if (!IsHealthy(source.NextWord()))
                {
                    return false;
                }
            }

            return true;
        }

        private bool IsHealthy(uint word)
        {
            if (sources[inForce].Quality == EntropyQuality.Failing)
            {
                return Failed(HealthAlarm.Reported);
            }

            HealthAlarm alarm = tests.Add(word);
            return alarm == HealthAlarm.None || Failed(alarm);
        }

        private bool Failed(HealthAlarm alarm)
        {
            lastFailed = inForce;
            lastAlarm = alarm;
            return false;
        }
    }
}
