namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// How long to wait for an acknowledgement: the smoothed round trip and four times its mean deviation.
    /// </summary>
    /// <remarks>
    /// V. Paxson, M. Allman, J. Chu, M. Sargent, "Computing TCP's Retransmission Timer", RFC 6298, 2011. Only frames sent once
    /// are measured, and a doubled time-out stays until there is a measurement (P. Karn, C. Partridge, "Improving Round-Trip Time
    /// Estimates", SIGCOMM 1987): otherwise a time-out that is too short for the frames of the moment repeats each, measures none and stays so.
    /// </remarks>
    internal sealed class RetransmissionTimer
    {
        private readonly LinkSettings settings;
        private long smoothed;
        private long deviation;
        private long timeout;

        public RetransmissionTimer(LinkSettings settings)
        {
            this.settings = settings;
            Clear();
        }

        /// <summary>Gets the present time-out; us.</summary>
        public long Timeout
        {
            get { return timeout; }
        }

        /// <summary>Gets the smoothed round trip, 0 before the first measurement; us.</summary>
        public long RoundTrip
        {
            get { return smoothed; }
        }

        /// <summary>Forgets all measurements.</summary>
        public void Clear()
        {
            smoothed = 0;
            deviation = 0;
            timeout = settings.FirstTimeoutMicroseconds;
        }

        /// <summary>Takes a measured round trip; us.</summary>
        public void Measure(long roundTrip)
        {
            if (smoothed == 0)
            {
                smoothed = roundTrip;
                deviation = roundTrip / 2;
            }
            else
            {
                long error = roundTrip - smoothed;
                deviation += ((error < 0 ? -error : error) - deviation) / 4;
                smoothed += error / 8;
            }

            timeout = Within(smoothed + (4 * deviation));
        }

        /// <summary>Doubles the time-out.</summary>
        public void BackOff()
        {
            timeout = Within(2 * timeout);
        }

        private long Within(long value)
        {
            if (value < settings.ShortestTimeoutMicroseconds)
            {
                return settings.ShortestTimeoutMicroseconds;
            }

            return value > settings.LongestTimeoutMicroseconds ? settings.LongestTimeoutMicroseconds : value;
        }
    }
}
