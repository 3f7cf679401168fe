namespace ScEdge.Entropy.Cells
{
    /// <summary>
    /// The converters about the cells: a drive voltage, pulses of it, and the current that flows. No logic, no limits.
    /// </summary>
    /// <remarks>
    /// Positive voltages SET a cell, negative ones RESET it. The line rests at zero volts between the calls. A voltage is that of the
    /// driver; the resistor in series with the cell takes its share once the cell conducts.
    /// </remarks>
    public interface IAnalogueFrontEnd
    {
        /// <summary>Gets the number of cells that can be selected.</summary>
        int CellCount { get; }

        /// <summary>Connects a cell, and no other, to the line.</summary>
        /// <param name="cell">0..CellCount - 1.</param>
        void Select(int cell);

        /// <summary>Applies one pulse to the selected cell.</summary>
        /// <param name="millivolts">Drive voltage; mV, the sign is the polarity.</param>
        /// <param name="widthNanoseconds">Width; ns.</param>
        void Pulse(int millivolts, int widthNanoseconds);

        /// <summary>Measures the current through the selected cell.</summary>
        /// <param name="millivolts">Drive voltage while reading; mV, far below switching.</param>
        /// <returns>Counts of the converter; larger means more current.</returns>
        int ReadCurrentCounts(int millivolts);
    }
}
