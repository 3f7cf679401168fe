using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The streams of a tensor: a stream and a sign for each number; the bits of a bipolar stream hold the sign, too.
    /// </summary>
    /// <remarks>Words of number i stand at i x W, W = ceil(N / 32), bit t of the stream in word t / 32, bit t mod 32.</remarks>
    public sealed class NumberStreams
    {
        /// <summary>Makes room for a tensor in sign-magnitude streams.</summary>
        /// <param name="count">Numbers.</param>
        /// <param name="length">N, the stream length in bits.</param>
        public NumberStreams(int count, int length)
            : this(count, length, PassEncoding.SignMagnitude)
        {
        }

        /// <summary>Makes room for a tensor.</summary>
        /// <param name="count">Numbers.</param>
        /// <param name="length">N, the stream length in bits.</param>
        /// <param name="encoding">How streams carry a sign.</param>
        public NumberStreams(int count, int length, PassEncoding encoding)
        {
            IsBipolar = encoding == PassEncoding.Bipolar;
            Length = length;
            WordsPerNumber = (length + 31) / 32;
            Words = new uint[count * WordsPerNumber];
            Signs = new sbyte[count];
        }

        /// <summary>Gets whether the streams are bipolar.</summary>
        public bool IsBipolar { get; }

        /// <summary>Gets N, the stream length in bits.</summary>
        public int Length { get; }

        /// <summary>Gets W, the words of a stream.</summary>
        public int WordsPerNumber { get; }

        /// <summary>Gets the words of all streams. The backing array.</summary>
        public uint[] Words { get; }

        /// <summary>Gets the sign of each number, -1, 0 or 1. The backing array.</summary>
        public sbyte[] Signs { get; }

        /// <summary>Gets S, the value of a stream of ones.</summary>
        public FullScale Scale { get; private set; }

        /// <summary>Draws the streams of a map.</summary>
        /// <param name="maker">Makes the bits.</param>
        /// <param name="serial">Serial number of the image.</param>
        /// <param name="values">The numbers.</param>
        /// <param name="scale">Their scale.</param>
        /// <param name="counts">Receives what the generators did.</param>
        public void Draw(IStreamMaker maker, uint serial, int[] values, FullScale scale, OperationCounts counts)
        {
            Scale = scale;
            maker.Begin(serial, counts);
            for (int i = 0; i < Signs.Length; i++)
            {
                Draw(maker, i, values[i], scale, counts);
            }
        }

        /// <summary>Draws the streams of registers; parameters as in the other.</summary>
        public void Draw(IStreamMaker maker, uint serial, short[] values, FullScale scale, OperationCounts counts)
        {
            Scale = scale;
            maker.Begin(serial, counts);
            for (int i = 0; i < Signs.Length; i++)
            {
                Draw(maker, i, values[i], scale, counts);
            }
        }

        private void Draw(IStreamMaker maker, int i, int value, FullScale scale, OperationCounts counts)
        {
            uint magnitude = (uint)(value < 0 ? -value : value);
            Signs[i] = (sbyte)(value < 0 ? -1 : value > 0 ? 1 : 0);
            uint probability = IsBipolar ? BipolarNumber.Probability(value, scale) : scale.Probability(magnitude);
            maker.Draw(i, probability, Words, i * WordsPerNumber, counts);
        }
    }
}
