using ScEdge.Stochastic.Serialization;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// What the stochastic optimisers need to know besides the numbers of the step. Integers only.
    /// </summary>
    public sealed class OptimizerSettings
    {
        /// <summary>Seed of every random number of the updates.</summary>
        public ulong Seed;

        /// <summary>How updates carry their sign.</summary>
        public UpdateEncoding Encoding = UpdateEncoding.SignMagnitude;

        /// <summary>Stream length of the gradient, 1..4096 bits.</summary>
        public int GradientLength = 32;

        /// <summary>Stream length of the decay of the momentum (and of Adam's scale, and of weight decay).</summary>
        public int DecayLength = 32;

        /// <summary>Stream length of the change of the weight.</summary>
        public int WeightLength = 32;

        /// <summary>Bits of a weight register including its sign, 2..16.</summary>
        public int WeightBits = 16;

        /// <summary>Bits of a momentum register including its sign, 2..16.</summary>
        public int MomentumBits = 16;

        /// <summary>1 - mu in units of 2^-16, 1..65536: the share of the momentum that decays in a step.</summary>
        public uint MomentumDecay = 6554;

        /// <summary>Weight decay lambda in units of 2^-16, 0..65536; w loses the share rate x lambda in a step.</summary>
        public uint WeightDecay;

        /// <summary>Whether the remainder of the learning rate is a stream of its own; otherwise the rate is a shift.</summary>
        public bool RateAsStream;

        /// <summary>Lanes advance by this many with every step, so that cells rotate over the parameters; 0: own cells.</summary>
        public int LaneRotation = 1;

        /// <summary>Adam: the scale decays by 2^-ScaleShift in a step.</summary>
        public int ScaleShift = 7;

        /// <summary>
        /// Gets or sets whether gradients are counts of coincidences that go into the register as they are, where their factor is a power of two.
        /// No field, since it does not travel: boards take gradients by a stream.
        /// </summary>
        public bool CountedGradients { get; set; }

        /// <summary>Passes over the fields in their order on a line.</summary>
        public void Visit(SettingsBytes bytes)
        {
            Encoding = (UpdateEncoding)bytes.Byte((int)Encoding);
            Seed = bytes.UInt64(Seed);
            GradientLength = bytes.UInt16(GradientLength);
            DecayLength = bytes.UInt16(DecayLength);
            WeightLength = bytes.UInt16(WeightLength);
            WeightBits = bytes.Byte(WeightBits);
            MomentumBits = bytes.Byte(MomentumBits);
            MomentumDecay = bytes.UInt32(MomentumDecay);
            WeightDecay = bytes.UInt32(WeightDecay);
            RateAsStream = bytes.Boolean(RateAsStream);
            LaneRotation = bytes.Int32(LaneRotation);
            ScaleShift = bytes.Byte(ScaleShift);
        }
    }

    /// <summary>
    /// How an update carries its sign through the stochastic circuit.
    /// </summary>
    public enum UpdateEncoding
    {
        /// <summary>
        /// The magnitude is the stream, the sign a wire beside it. Noise falls with the value: variance q^2 N p (1 - p).
        /// </summary>
        SignMagnitude = 0,

        /// <summary>
        /// p = (1 + x) / 2 and an up/down counter, 2C - N. The noise, q^2 N (1 - x^2), is largest at x = 0, where most
        /// updates are, and a bias of the cells pushes every weight the same way.
        /// </summary>
        Bipolar = 1,
    }
}
