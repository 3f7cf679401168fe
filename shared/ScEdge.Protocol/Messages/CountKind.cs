namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// The counts of a step account in their order: those of <c>OperationCounts</c> of the optimisers.
    /// </summary>
    public enum CountKind
    {
        /// <summary>Stochastic numbers generated.</summary>
        Numbers = 0,

        /// <summary>Stream bits generated.</summary>
        Bits = 1,

        /// <summary>SET pulses applied.</summary>
        SetPulses = 2,

        /// <summary>SET pulses that switched their cell.</summary>
        SetEvents = 3,

        /// <summary>RESET pulses.</summary>
        ResetPulses = 4,

        /// <summary>Reads of a cell.</summary>
        Reads = 5,

        /// <summary>Random words of the emulated entropy.</summary>
        RandomWords = 6,

        /// <summary>Register updates clipped at the end of the register.</summary>
        Saturations = 7,

        /// <summary>SET, READ, RESET rounds of a lane.</summary>
        LaneCycles = 8,

        /// <summary>Stream bits through an AND gate.</summary>
        AndOperations = 9,

        /// <summary>Stream bits through an XNOR gate.</summary>
        XnorOperations = 10,

        /// <summary>Stream bits through a multiplexer.</summary>
        MuxOperations = 11,

        /// <summary>Ones that a counter added.</summary>
        CounterIncrements = 12,

        /// <summary>Zeros that an up/down counter subtracted.</summary>
        CounterDecrements = 13,

        /// <summary>Reads of a register.</summary>
        RegisterReads = 14,

        /// <summary>Writes of a register.</summary>
        RegisterWrites = 15,
    }
}
