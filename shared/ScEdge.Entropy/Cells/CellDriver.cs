using System;

namespace ScEdge.Entropy.Cells
{
    /// <summary>
    /// Writes, reads and resets one cell at a time, and keeps every pulse within the safety limits.
    /// </summary>
    public sealed class CellDriver
    {
        private readonly IAnalogueFrontEnd frontEnd;
        private readonly SafetyLimits limits;
        private readonly CellDriveSettings settings;

        /// <summary>Makes the driver.</summary>
        /// <param name="frontEnd">The converters.</param>
        /// <param name="limits">What no cell may be exposed to; not to be changed afterwards.</param>
        /// <param name="settings">How cells are written and read; not to be changed afterwards.</param>
        /// <exception cref="ArgumentException">A voltage, a width or a threshold of the settings cannot be used.</exception>
        public CellDriver(IAnalogueFrontEnd frontEnd, SafetyLimits limits, CellDriveSettings settings)
        {
            this.frontEnd = frontEnd;
            this.limits = limits;
            this.settings = settings;
            Require(settings.ResetMillivolts < 0, "The RESET voltage must be negative.");
            Require(settings.ReadMillivolts > 0, "The read voltage must be positive.");
            Require(limits.AllowsMillivolts(settings.ResetMillivolts), "The RESET voltage is beyond the safety limits.");
            Require(limits.AllowsMillivolts(settings.ReadMillivolts), "The read voltage is beyond the safety limits.");
            Require(AllowsWidth(settings.SetWidthNanoseconds), "The SET pulse is longer than the safety limits allow, or has no width.");
            Require(AllowsWidth(settings.ResetWidthNanoseconds), "The RESET pulse is longer than the safety limits allow, or has no width.");
            Require(
                settings.ResetCounts < settings.SetCounts && settings.OpenCounts < settings.ResetCounts,
                "The thresholds must rise from open over reset to set.");
            Require(settings.ResetTries > 0 && settings.ReadsPerValue > 0, "At least one RESET and one read are needed.");
        }

        /// <summary>Gets how cells are written and read.</summary>
        public CellDriveSettings Settings
        {
            get { return settings; }
        }

        /// <summary>Gets the number of cells.</summary>
        public int CellCount
        {
            get { return frontEnd.CellCount; }
        }

        /// <summary>Gets the number of SET pulses so far.</summary>
        public long SetPulses { get; private set; }

        /// <summary>Gets the number of RESET pulses so far.</summary>
        public long ResetPulses { get; private set; }

        /// <summary>Gets the number of SET pulses so far that switched their cell.</summary>
        public long SetEvents { get; private set; }

        /// <summary>Connects a cell.</summary>
        /// <param name="cell">0..CellCount - 1.</param>
        public void Select(int cell)
        {
            frontEnd.Select(cell);
        }

        /// <summary>Returns whether a voltage may be applied.</summary>
        /// <param name="millivolts">Drive voltage; mV.</param>
        public bool Allows(int millivolts)
        {
            return limits.AllowsMillivolts(millivolts);
        }

        /// <summary>Applies one SET pulse.</summary>
        /// <param name="millivolts">Drive voltage; mV, 0 or more.</param>
        /// <exception cref="ArgumentOutOfRangeException">The voltage is negative or beyond the safety limits; no pulse was given.</exception>
        public void Set(int millivolts)
        {
            if (millivolts < 0 || !limits.AllowsMillivolts(millivolts))
            {
                throw new ArgumentOutOfRangeException(nameof(millivolts));
            }

            frontEnd.Pulse(millivolts, settings.SetWidthNanoseconds);
            SetPulses++;
        }

        /// <summary>Applies RESET pulses until the cell reads as reset.</summary>
        /// <returns>Whether it does; false after all tries.</returns>
        public bool TryReset()
        {
            for (int i = 0; i < settings.ResetTries; i++)
            {
                Reset(settings.ResetMillivolts);
                if (ReadCounts() <= settings.ResetCounts)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Applies one pulse in the RESET direction as strong as the limits allow.</summary>
        public void ResetStrongly()
        {
            Reset(limits.StrongestResetMillivolts);
        }

        /// <summary>Reads the current, averaged; counts.</summary>
        public int ReadCounts()
        {
            int sum = 0;
            for (int i = 0; i < settings.ReadsPerValue; i++)
            {
                sum += frontEnd.ReadCurrentCounts(settings.ReadMillivolts);
            }

            return sum / settings.ReadsPerValue;
        }

        /// <summary>Makes one bit of a reset cell: SET pulse, read, and RESET if it has switched.</summary>
        /// <param name="millivolts">Voltage of the SET pulse; mV, within the safety limits.</param>
        /// <param name="bit">1 where the cell has switched.</param>
        /// <returns>Whether the cell is reset again.</returns>
        public bool TryDrawBit(int millivolts, out int bit)
        {
            Set(millivolts);
            bit = ReadCounts() >= settings.SetCounts ? 1 : 0;
            if (bit == 0)
            {
                return true;
            }

            SetEvents++;
            return TryReset();
        }

        private void Reset(int millivolts)
        {
            frontEnd.Pulse(millivolts, settings.ResetWidthNanoseconds);
            ResetPulses++;
        }

        private bool AllowsWidth(int nanoseconds)
        {
            return nanoseconds > 0 && nanoseconds <= limits.MaximumWidthNanoseconds;
        }

        private static void Require(bool condition, string message)
        {
            if (!condition)
            {
                throw new ArgumentException(message);
            }
        }
    }
}
