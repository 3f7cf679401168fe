namespace ScEdge.Entropy.Cells
{
    /// <summary>
    /// Finds out whether a cell switches, and if not, in what way it fails.
    /// </summary>
    public static class CellDiagnosis
    {
        /// <summary>Examines the selected cell; a good one is reset afterwards.</summary>
        /// <remarks>
        /// RESET until verified or given up, read; SET at the strongest voltage as often, read. The pair of readings tells the faults apart.
        /// A cell that did not close is pulsed once more in the RESET direction, as strongly as the limits allow: one that closes then
        /// is reversed.
        /// </remarks>
        /// <param name="driver">Driver of the cell.</param>
        /// <param name="strongestMillivolts">Voltage at which a good cell sets almost surely; mV, within the safety limits.</param>
        public static CellFault Examine(CellDriver driver, int strongestMillivolts)
        {
            CellDriveSettings settings = driver.Settings;
            driver.TryReset();
            int afterReset = driver.ReadCounts();
            for (int i = 0; i < settings.ResetTries; i++)
            {
                driver.Set(strongestMillivolts);
            }

            int afterSet = driver.ReadCounts();
            bool opened = afterReset < settings.SetCounts;
            bool closed = afterSet >= settings.SetCounts;
            if (closed)
            {
                return opened && driver.TryReset() ? CellFault.None : CellFault.StuckSet;
            }

            if (!opened || ClosesOnReset(driver))
            {
                return CellFault.Reversed;
            }

            return afterReset <= settings.OpenCounts && afterSet <= settings.OpenCounts
                ? CellFault.Disconnected
                : CellFault.StuckReset;
        }

        private static bool ClosesOnReset(CellDriver driver)
        {
            for (int i = 0; i < driver.Settings.ResetTries; i++)
            {
                driver.ResetStrongly();
                if (driver.ReadCounts() >= driver.Settings.SetCounts)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
