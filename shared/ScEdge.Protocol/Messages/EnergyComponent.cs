namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// The parts into which the energy of a step is divided.
    /// </summary>
    public enum EnergyComponent
    {
        /// <summary>SET pulses and SET events.</summary>
        Set = 0,

        /// <summary>RESET pulses.</summary>
        Reset = 1,

        /// <summary>Reads.</summary>
        Read = 2,

        /// <summary>Numbers, bits, random words and lane cycles: what serves a lane as a whole.</summary>
        Generator = 3,

        /// <summary>AND, XNOR and multiplexer operations.</summary>
        Logic = 4,

        /// <summary>Counter increments and decrements.</summary>
        Counter = 5,

        /// <summary>Register reads and writes, saturations.</summary>
        Register = 6,
    }
}
