using System;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Framing;

namespace ScEdge.Firmware.Adapters
{
    /// <summary>
    /// The chip's random number generator.
    /// </summary>
    /// <remarks>
    /// System.Random of this runtime ignores its seed and asks the hardware. The hardware is fed by noise only while the radio is on and awake, which
    /// the firmware cannot tell (hw-docs/decisions/0013-radio.md); otherwise it is a generator of unknown state: pseudo.
    /// </remarks>
    public sealed class HardwareRandom : IEntropySource
    {
        private const int PoolBytes = 64;

        private readonly Random random = new Random();
        private readonly byte[] pool = new byte[PoolBytes];
        private int next = PoolBytes;

        /// <inheritdoc/>
        public EntropyQuality Quality
        {
            get { return EntropyQuality.Pseudo; }
        }

        /// <inheritdoc/>
        public uint MinEntropy
        {
            get { return ScEdge.Entropy.Sources.MinEntropy.Full; }
        }

        /// <inheritdoc/>
        public uint NextWord()
        {
            if (next == PoolBytes)
            {
                random.NextBytes(pool);
                next = 0;
            }

            uint word = LittleEndian.ReadUInt32(pool, next);
            next += 4;
            return word;
        }
    }
}
