namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// Sizes that all messages share. The longest message of fixed size fits in a payload of 256 bytes.
    /// </summary>
    public static class MessageLimits
    {
        /// <summary>Length of the header: code and number.</summary>
        public const int HeaderLength = 4;

        /// <summary>The smallest payload of the link with which every message of fixed size can be sent.</summary>
        public const int SmallestPayload = 256;

        /// <summary>Set in the code of an answer.</summary>
        public const int AnswerBit = 0x8000;

        /// <summary>Channel of requests and answers.</summary>
        public const int RequestChannel = 1;

        /// <summary>Channel of events.</summary>
        public const int EventChannel = 2;

        /// <summary>The most tensors of a board.</summary>
        public const int Tensors = 24;

        /// <summary>The most dimensions of a tensor.</summary>
        public const int Dimensions = 4;

        /// <summary>The most layers of a network.</summary>
        public const int Layers = 24;

        /// <summary>The most classes of a network: their scores fit in the smallest payload.</summary>
        public const int Classes = 48;

        /// <summary>The most phases of a step.</summary>
        public const int Phases = 3;

        /// <summary>Kinds of operations: <see cref="CountKind"/>.</summary>
        public const int Counts = 16;

        /// <summary>Components of the energy: <see cref="EnergyComponent"/>.</summary>
        public const int EnergyComponents = 7;

        /// <summary>The most entropy sources of a board.</summary>
        public const int EntropySources = 4;

        /// <summary>The most speeds of a board.</summary>
        public const int BaudRates = 8;

        /// <summary>Voltages of a calibration table.</summary>
        public const int CalibrationNodes = 9;
    }
}
