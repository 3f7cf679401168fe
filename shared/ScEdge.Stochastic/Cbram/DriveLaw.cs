using ScEdge.Stochastic.Serialization;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// Drive and cell where two constants do not describe them: the wait at each voltage, how waits are distributed, and what the driver takes
    /// them for.
    /// </summary>
    /// <remarks>
    /// <para>u = ln(T / tau(V)) is how far a pulse of the drive reaches beyond the wait of the nominal cell, ln h with h = -ln(1 - p) what comes of
    /// it. A deviation of a cell's ln tau is one of u, an error of the drive one of V: so a wanted p goes back to u and V, and what drive and cell
    /// are like is added on the way forward again.</para>
    /// <para>With two constants and exponential waits u = V / V0 + constant and ln h = u: every error is then a factor on the hazard, and no
    /// <see cref="DriveLaw"/> is needed.</para>
    /// </remarks>
    public sealed class DriveLaw
    {
        /// <summary>u over V, volts: the table of waits for the pulse width of the drive; strictly rising, two points or more.</summary>
        public BrokenLine Reach = new BrokenLine();

        /// <summary>Standard deviation of ln tau from cell to cell over V, volts.</summary>
        public BrokenLine Spread = new BrokenLine();

        /// <summary>ln h over u: how waits are distributed; strictly rising; y = x for exponential ones.</summary>
        public BrokenLine Waits = new BrokenLine();

        /// <summary>V over ln h as the driver has it, strictly rising; without points the driver has the lines above.</summary>
        public BrokenLine Drive = new BrokenLine();

        /// <summary>Gets whether the driver knows the cells as they are.</summary>
        public bool IsMatched
        {
            get { return Drive.Count == 0; }
        }

        /// <summary>Returns the voltage that the drive gives for a wanted probability; V.</summary>
        /// <param name="lnHazard">ln h of it.</param>
        public double Volts(double lnHazard)
        {
            return IsMatched ? Reach.Inverse(Waits.Inverse(lnHazard)) : Drive.At(lnHazard);
        }

        /// <summary>Returns ln h of the probability for which the drive gives a voltage.</summary>
        /// <param name="volts">The voltage; V.</param>
        public double LnHazardOfDrive(double volts)
        {
            return IsMatched ? Waits.At(Reach.At(volts)) : Drive.Inverse(volts);
        }

        /// <summary>Returns whether the lines can be used.</summary>
        public bool IsUsable()
        {
            return Reach.Count > 1 && Reach.IsUsable(true) && Spread.Count > 1 && Spread.IsUsable(false) && Waits.IsUsable(true)
                && Drive.IsUsable(true);
        }

        /// <summary>Passes over the lines in their order on a line.</summary>
        public void Visit(SettingsBytes bytes)
        {
            Reach.Visit(bytes);
            Spread.Visit(bytes);
            Waits.Visit(bytes);
            Drive.Visit(bytes);
        }
    }
}
