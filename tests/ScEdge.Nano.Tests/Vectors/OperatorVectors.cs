using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Every operator and metric, on streams of 77 bits.
    /// </summary>
    public static class OperatorVectors
    {
        private const int Length = 77;

        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            Bitstream a = Unipolar(1, 150);
            Bitstream b = Unipolar(2, 60);
            Bitstream half = Unipolar(3, 128);
            Bitstream x = Bipolar(4, 90);
            Bitstream y = Bipolar(5, -40);
            log.Check("and multiplier", 2758954799, Of(AndMultiplier.Multiply(a, b)));
            log.Check("xnor multiplier", 1085410929, Of(XnorMultiplier.Multiply(x, y)));
            log.Check("sign-magnitude multiplier", 528340674, Of(SignMagnitudeMultiplier.Multiply(Signed(6, 77), Signed(7, -200))));
            log.Check("mux adder", 1815529223, Of(MuxAdder.Add(x, y, half)));
            log.Check("mux interpolation", 162221049, Of(MuxAdder.Interpolate(a, b, half)));
            log.Check("mux tree", 3801002543, Of(MuxAdder.Add(new Bitstream[] { a, b, half, a },
                new Bitstream[] { Unipolar(8, 128), Unipolar(9, 128) })));
            log.Check("or adder", 1582918959, Of(OrAdder.Add(new Bitstream[] { a, b, half })));
            log.Check("toggle adder", 2712125372, Of(ToggleFlipFlopAdder.Add(a, b, true)));
            log.Check("xor subtractor", 3175046042, Of(XorSubtractor.AbsoluteDifference(a, b)));
            log.Check("inverter", 1371997344, Of(Inverter.Invert(y)));
            log.Check("isolator", 3511442515, Of(Isolator.Delay(a, 5, true)));
            log.Check("cordiv divider", 381052398, Of(CordivDivider.Divide(AndMultiplier.Multiply(a, b), a, false)));
            log.Check("tanh", 902853101, Of(new FsmTanh(8).Apply(x)));
            log.Check("regenerator", 3715758068, Of(new Regenerator(Generator(11)).Regenerate(a)));
            log.Check("parallel counter", 610141077, Accumulated(x, y));
            log.Check("binary counter", 267553877, Counted(a));
            log.Check("metrics", 3357334504, Measured(a, b));
        }

        private static Digest Of(Bitstream stream)
        {
            Digest digest = new Digest();
            digest.Add(stream);
            return digest;
        }

        private static Digest Accumulated(Bitstream x, Bitstream y)
        {
            AccumulativeParallelCounter counter = new AccumulativeParallelCounter(2, StreamEncoding.Bipolar, 7);
            Digest digest = new Digest();
            for (int i = 0; i < 3; i++)
            {
                counter.Accumulate(new Bitstream[] { x, y });
                digest.Add(counter.Sum);
                digest.Add(counter.Saturations);
            }

            digest.Add(counter.Value);
            return digest;
        }

        private static Digest Counted(Bitstream stream)
        {
            BinaryCounter counter = new BinaryCounter(1000);
            counter.Count(stream);
            Digest digest = new Digest();
            digest.Add(counter.Ones);
            digest.Add(counter.Bits);
            return digest;
        }

        private static Digest Measured(Bitstream a, Bitstream b)
        {
            Digest digest = new Digest();
            digest.Add(StochasticCrossCorrelation.Of(a, b));
            digest.Add(Autocorrelation.AtLag(a, 3));
            digest.Add(NewtonSquareRoot.Of(2.0));
            double[] errors = ProgressivePrecision.Errors(a, 0.6);
            ErrorStatistics statistics = new ErrorStatistics();
            for (int i = 0; i < errors.Length; i++)
            {
                digest.Add(errors[i]);
                statistics.Add(errors[i], 0.01);
            }

            digest.Add(statistics.Bias);
            digest.Add(statistics.StandardDeviation);
            return digest;
        }

        private static StochasticNumberGenerator Generator(uint stream)
        {
            return new StochasticNumberGenerator(new CounterSource(1, stream, 0, 8));
        }

        private static Bitstream Unipolar(uint stream, long numerator)
        {
            return Generator(stream).GenerateUnipolar(numerator, Length);
        }

        private static Bitstream Bipolar(uint stream, long numerator)
        {
            return Generator(stream).GenerateBipolar(numerator, Length);
        }

        private static Bitstream Signed(uint stream, long numerator)
        {
            return Generator(stream).GenerateSignMagnitude(numerator, Length);
        }
    }
}
