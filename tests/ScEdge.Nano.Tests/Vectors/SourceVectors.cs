using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Every number source: 200 numbers, a reset, 20 more.
    /// </summary>
    public static class SourceVectors
    {
        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            log.Check("counter source", 3244978382, Numbers(new CounterSource(7, 3, 1, 16)));
            log.Check("lfsr source", 3016460947, Numbers(new LfsrSource(11, 5)));
            log.Check("ramp source", 2227196025, Numbers(new RampSource(6)));
            log.Check("sobol source", 4258988021, Numbers(new SobolSource(5, 12)));
            log.Check("van der corput source", 4243880309, Numbers(new VanDerCorputSource(9)));
            log.Check("inverted source", 300268941, Numbers(new InvertedSource(new LfsrSource(8, 1))));
            log.Check("phase-shifted source", 2313828081, Numbers(new PhaseShiftedSource(new LfsrSource(8, 1), 13)));
            log.Check("trace source", 3892754523, Numbers(new TraceSource(new uint[] { 3, 1, 4, 1, 5, 9, 2, 6 }, 4, TraceEnd.Wrap)));
            log.Check("counter generator", 225078932, Words());
        }

        private static Digest Numbers(INumberSource source)
        {
            Digest digest = new Digest();
            for (int i = 0; i < 200; i++)
            {
                digest.Add(source.Next());
            }

            source.Reset();
            for (int i = 0; i < 20; i++)
            {
                digest.Add(source.Next());
            }

            return digest;
        }

        private static Digest Words()
        {
            Digest digest = new Digest();
            for (uint i = 0; i < 50; i++)
            {
                ulong key = CounterGenerator.Key(0xFEDCBA9876543210UL + i, i * 77, i);
                digest.Add(CounterGenerator.Word((uint)key, (uint)(key >> 32), 0xFFFFFFF0u + i));
            }

            return digest;
        }
    }
}
