using ScEdge.Protocol.Messages;

namespace ScEdge.Device
{
    /// <summary>
    /// A source of random words on a board, as the board shows it to the host.
    /// </summary>
    public interface IBoardEntropy
    {
        /// <summary>Gets what the words are worth now.</summary>
        EntropyQuality Quality { get; }

        /// <summary>Gets the min-entropy claimed per bit, in units of 2^-16 bit, 0..65536.</summary>
        uint MinEntropy { get; }

        /// <summary>Draws the next 32 bits.</summary>
        uint NextWord();
    }
}
