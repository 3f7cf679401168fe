namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// How closely, how surely and in which range of voltages a cell is calibrated.
    /// </summary>
    public sealed class CalibrationSettings
    {
        /// <summary>Lowest voltage tried; mV.</summary>
        public int LowestMillivolts = 100;

        /// <summary>Highest voltage tried; mV, within the safety limits.</summary>
        public int HighestMillivolts = 1000;

        /// <summary>Largest error of the probability at a node, in units of 2^-16; 2048 is 1/32. Half of it takes four times the pulses.</summary>
        public int Tolerance = 2048;

        /// <summary>
        /// z: half-width of every interval in standard deviations. With 5 a decision errs with probability 6e-7; a calibration takes
        /// below a thousand of them.
        /// </summary>
        public double Deviations = 5.0;
    }
}
