using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// Slow drift of the drive that all cells share, as supply, pump and temperature make it: noise whose power goes about as 1 / f.
    /// </summary>
    /// <remarks>
    /// <para>A sum of eight values, each held for twice as many steps as the one before, 64 to 8192 (R. F. Voss's way to 1 / f noise, in
    /// M. Gardner, Scientific American 238(4), 16, 1978, quoted from memory), so that the drift of any step is reachable at once and cells
    /// keep their tables for 64 steps. Value k of a step is one of the <see cref="CellClasses"/>, of mean 0 and variance 1: Word mod 32, key
    /// (seed, 0xFFFF0004, k), counter floor(step / 2^k).</para>
    /// <para>Over the steps the drift has mean 0, variance 1 and the covariance sum of max(0, 1 - lag / 2^k) / 8, k = 6..13.</para>
    /// </remarks>
    public static class DriftProcess
    {
        /// <summary>log2 of the steps for which the fastest value is held.</summary>
        public const int FirstOctave = 6;

        /// <summary>Values that add up.</summary>
        public const int Octaves = 8;

        private const uint DriftStream = 0xFFFF0004;
        private const double RootOfOctaves = 2.8284271247461903;

        /// <summary>Returns the drift in a period of 2^<see cref="FirstOctave"/> steps, in its standard deviation; -6.3..6.3.</summary>
        /// <param name="seed">Seed of the drift.</param>
        /// <param name="period">floor(step / 2^<see cref="FirstOctave"/>).</param>
        public static double At(ulong seed, uint period)
        {
            double sum = 0.0;
            for (int octave = 0; octave < Octaves; octave++)
            {
                ulong key = CounterGenerator.Key(seed, DriftStream, (uint)(octave + FirstOctave));
                uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), period >> octave);
                sum += CellClasses.Deviation((int)(word & (CellClasses.Count - 1)));
            }

            return sum / RootOfOctaves;
        }
    }
}
