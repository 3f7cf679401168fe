namespace ScEdge.Entropy.Cells
{
    /// <summary>
    /// What a cell must never be exposed to; the driver holds every pulse to it.
    /// </summary>
    /// <remarks>
    /// A conducting cell has next to no resistance, so the current is bounded by the resistors in series alone: a voltage is allowed only
    /// if |V| / R stays within the compliance.
    /// </remarks>
    public sealed class SafetyLimits
    {
        /// <summary>Largest voltage that may be applied in the SET direction; mV.</summary>
        public int MaximumMillivolts = 1000;

        /// <summary>Largest voltage that may be applied in the RESET direction; mV, negative.</summary>
        public int MinimumMillivolts = -1000;

        /// <summary>Resistance in series with the cell; ohm.</summary>
        public int SeriesOhms = 20000;

        /// <summary>Current compliance; uA.</summary>
        public int MaximumMicroamperes = 50;

        /// <summary>Longest pulse that may be applied; ns.</summary>
        public int MaximumWidthNanoseconds = 1000000;

        /// <summary>Gets the strongest voltage that may be applied in the RESET direction within the compliance; mV.</summary>
        public int StrongestResetMillivolts
        {
            get
            {
                long compliant = (long)MaximumMicroamperes * SeriesOhms / 1000;
                return -compliant > MinimumMillivolts ? (int)-compliant : MinimumMillivolts;
            }
        }

        /// <summary>Returns whether a voltage is within range and compliance.</summary>
        /// <param name="millivolts">Drive voltage; mV.</param>
        public bool AllowsMillivolts(int millivolts)
        {
            long magnitude = millivolts < 0 ? -(long)millivolts : millivolts;
            bool withinRange = millivolts <= MaximumMillivolts && millivolts >= MinimumMillivolts;
            return withinRange && magnitude * 1000 <= (long)MaximumMicroamperes * SeriesOhms;
        }
    }
}
