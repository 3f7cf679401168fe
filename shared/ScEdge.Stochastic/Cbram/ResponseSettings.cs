namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// What the response of cells is computed from.
    /// </summary>
    public struct ResponseSettings
    {
        /// <summary>Standard deviation of ln tau over the classes; 0 makes a single class. With a law the spread is the law's.</summary>
        public double DeviceToDevice;

        /// <summary>Standard deviation of ln tau from pulse to pulse.</summary>
        public double CycleToCycle;

        /// <summary>s: ln of the factor on the hazard that all cells share; with a law what all of them have less of ln tau.</summary>
        public double LnHazardShift;

        /// <summary>Probability that a read finds an unswitched cell set.</summary>
        public double ReadDisturb;

        /// <summary>Probability that a read finds a switched cell reset.</summary>
        public double ReadMiss;

        /// <summary>Drive that the last of the classes, then places along a line, has less than the first; as volts or ln h by the law.</summary>
        public double LineDrop;

        /// <summary>Drive and cell where two constants do not describe them; else null.</summary>
        public DriveLaw Law;

        /// <summary>Volts that the law's drive gives too many; without a law the drive's part of s, which only a droop must know apart.</summary>
        public double DriveShift;

        /// <summary>Drive that a lane whose cells all conduct has less, in units of V0; 0 with a law.</summary>
        public double SetDroop;

        internal bool Equal(ResponseSettings other)
        {
            return DeviceToDevice == other.DeviceToDevice && CycleToCycle == other.CycleToCycle && LnHazardShift == other.LnHazardShift
                && ReadDisturb == other.ReadDisturb && ReadMiss == other.ReadMiss && LineDrop == other.LineDrop
                && Law == other.Law && DriveShift == other.DriveShift && SetDroop == other.SetDroop;
        }
    }
}
