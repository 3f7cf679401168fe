using ScEdge.Nano.Tests.Vectors.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Scales, random sequences and streams of the passes, and the layers on them.
    /// </summary>
    public static class PassVectors
    {
        // Serial numbers near the end of their range: their product with the rotation does not fit in 32 bits.
        private const uint FirstSerial = 0xFFFFFFF0;

        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            log.Check("full scale", 425050263, Scales());
            log.Check("rescale", 813183875, Rescaled());
            log.Check("sequence, cells", 1224574060, Sequences(StreamSource.SharedCells));
            log.Check("sequence, lfsr", 510114114, Sequences(StreamSource.Lfsr));
            log.Check("sequence, sobol", 2588683525, Sequences(StreamSource.Sobol));
            log.Check("sequence, ramp", 649080069, Sequences(StreamSource.Ramp));
            log.Check("tensor, own cells", 2771951518, Streams(StreamSource.OwnCells));
            log.Check("tensor, shared cells", 357688006, Streams(StreamSource.SharedCells));
            log.Check("tensor, generators", 134481036, Streams(StreamSource.Counter));
            log.Check("product layer, forward", 2596594570, new PassScene(StreamSource.OwnCells).Forward());
            log.Check("product layer, backward", 3440125422, new PassScene(StreamSource.Lfsr).Backward());
            log.Check("product layer, coincidences", 3206715155, new PassScene(StreamSource.OwnCells).Coincidences());
            log.Check("map layers", 695736891, Maps());
        }

        private static Digest Scales()
        {
            Digest digest = new Digest();
            for (int i = 1; i < 33; i++)
            {
                // From 2^31 down to 0; a shift by 32 would be none.
                uint maximum = i == 1 ? 0x80000000u : i == 32 ? 0 : 0xC3A5F197u >> i;
                FullScale scale = FullScale.Of(maximum, i - 20);
                digest.Add(scale.Exponent);
                digest.Add(scale.Eighths);
                digest.Add(scale.Shift);
                digest.Add(scale.Probability(maximum));
                digest.Add(scale.Probability(maximum / 3));
                digest.Add(FullScale.At(i * 3, 5).Probability((uint)i * 999));
            }

            return digest;
        }

        private static Digest Rescaled()
        {
            int[] values = new int[] { 0, 1, -1, 5, -5, 32767, -32768, 1 << 29, -(1 << 29), int.MaxValue, -int.MaxValue };
            Digest digest = new Digest();
            for (int i = 0; i < values.Length; i++)
            {
                for (int shift = -40; shift <= 40; shift++)
                {
                    digest.Add(SumUnit.Rescale(values[i], shift));
                }
            }

            for (int length = PassSettings.ShortestLength; length <= PassSettings.LongestLength; length *= 2)
            {
                digest.Add(SumUnit.Exponent(FullScale.Of(5, -6), FullScale.At(1, -9), length));
            }

            return digest;
        }

        private static Digest Sequences(StreamSource source)
        {
            Digest digest = new Digest();
            OperationCounts counts = new OperationCounts();
            for (int operand = 0; operand <= (int)PassOperand.GradientOne; operand++)
            {
                RandomSequence sequence = PassStreams.Sequence(source, (PassOperand)operand);
                ushort[] numbers = new ushort[sequence.Length];
                sequence.Fill(FirstSerial + (uint)operand, numbers, counts);
                for (int t = 0; t < numbers.Length; t++)
                {
                    digest.Add((int)numbers[t]);
                }
            }

            digest.Add(counts);
            return digest;
        }

        private static Digest Streams(StreamSource source)
        {
            Digest digest = new Digest();
            OperationCounts counts = new OperationCounts();
            for (int operand = 0; operand <= (int)PassOperand.GradientOne; operand++)
            {
                IStreamMaker maker = PassStreams.Maker(source, (PassOperand)operand);
                NumberStreams streams = new NumberStreams(20, maker.Length);
                int[] values = PassStreams.Numbers(20, (uint)operand);
                streams.Draw(maker, FirstSerial + (uint)operand, values, FullScale.Of(MapLayers.Maximum(values), -7), counts);
                digest.Add(streams);
            }

            digest.Add(counts);
            return digest;
        }

        private static Digest Maps()
        {
            // Maps of odd height and width: the last row and column are left out.
            int[] map = PassStreams.Numbers(3 * 5 * 7, 20);
            int[] outputs = new int[3 * 2 * 3];
            int[] winners = new int[outputs.Length];
            MapLayers.Rectify(map);
            MapLayers.Pool(map, 3, 5, 7, outputs, winners);
            int[] errors = PassStreams.Numbers(outputs.Length, 21);
            MapLayers.RectifyErrors(outputs, errors);
            int[] inputErrors = new int[map.Length];
            MapLayers.PoolErrors(errors, winners, inputErrors);
            MapLayers.Scale(outputs, 1, outputs.Length - 1, 35, -7);
            Digest digest = new Digest();
            digest.Add(outputs);
            digest.Add(winners);
            digest.Add(inputErrors);
            digest.Add(MapLayers.Maximum(inputErrors));
            return digest;
        }
    }
}
